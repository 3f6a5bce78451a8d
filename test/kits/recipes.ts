import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A code block of a recipe: a new file, or changes to an existing one. */
export interface Block {
  readonly path: string;
  readonly language: string;
  readonly code: string;
}

/** Read the recipes of CONTRIBUTING.md: the code blocks under each heading. */
export function readRecipes(): ReadonlyMap<string, readonly Block[]> {
  const [, recipes = ''] = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split(/^## Recipes$/m);
  return new Map(
    recipes
      .split(/^### /m)
      .slice(1)
      .map((recipe) => {
        const blocks = recipe.matchAll(/^(?:New file|In) `([^`]+)`:\n\n```(\w+)\n(.*?)^```$/gms);
        const heading = recipe.slice(0, recipe.indexOf('\n'));
        return [heading, [...blocks].map(([, path = '', language = '', code = '']) => ({ path, language, code }))];
      }),
  );
}

/** Copy the sources that recipes change, and all they need, to a folder of their own. */
export function copySources(): string {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'variorum-recipes-'));
  for (const name of ['src', 'data', 'test/kits', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of ['models', 'node_modules']) symlinkSync(join(root, name), join(copy, name), 'dir');
  return copy;
}

/** Apply a block to the copy. Throws where its new file exists already, or where the lines to change do not occur exactly once. */
export function applyBlock(copy: string, { path, language, code }: Block): void {
  const place = join(copy, path);
  if (language !== 'diff') {
    if (existsSync(place)) throw new Error(`${path} is there already`);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, code);
    return;
  }
  const changed = code.split(/^@@\n/m).reduce((text, hunk) => applyHunk(text, hunk, path), readFileSync(place, 'utf8'));
  writeFileSync(place, changed);
}

function applyHunk(text: string, hunk: string, path: string): string {
  const lines = hunk.split('\n').slice(0, -1);
  const side = (sign: '-' | '+') =>
    lines
      .filter((line) => line.startsWith(' ') || line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const parts = `\n${text}`.split(`\n${side('-')}`);
  if (parts.length !== 2) throw new Error(`${path} holds ${parts.length - 1} times what is to be changed:\n${hunk}`);
  return parts.join(`\n${side('+')}`).slice(1);
}

/** Check the types of some files of a copy, and of all its sources whose text matches `naming`; returns what is wrong. */
export function findTypeErrors(copy: string, paths: readonly string[], naming: RegExp): readonly string[] {
  const { config } = ts.readConfigFile(join(copy, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, copy);
  const checked = new Set(paths.map((path) => join(copy, path)));
  const program = ts.createProgram([join(copy, 'src/index.ts'), ...checked], options);
  return program
    .getSourceFiles()
    .filter(
      ({ fileName, text }) => checked.has(fileName) || (fileName.startsWith(join(copy, 'src/')) && naming.test(text)),
    )
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}
