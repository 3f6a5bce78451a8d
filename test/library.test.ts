import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };
import { weigh } from '../scripts/weigh.ts';
import { installPacked, link } from './kits/packed.ts';
import { makeStageInputs, stageContext } from './kits/stage-inputs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(`${root}docs/library.md`, 'utf8');

/** Examples of docs/library.md, by the file name in their first line. */
const examples = new Map(
  [...page.matchAll(/^```ts\n\/\/ (\S+)\.ts\n(.*?)^```$/gms)].map(([, name = '', code = '']) => [name, code]),
);
const shared = 'reports';
const runs = [...examples.keys()].filter((name) => name !== shared);

/**
 * For each subpath of the package a program that imports nothing else, and its result; `given` holds what the earlier stages
 * would give.
 */
const uses: Readonly<Record<string, readonly [code: string, gives: string | number | boolean]>> = {
  '.': ["(await m.read([{ content: given.text }], { reader: 'fast' })).claims[0].attribute", 'killed'],
  './model': ["m.makeId('claim', given.text).length", 22],
  './text': ['m.cutTokens(given.article).sentences.items.length', 2],
  './ingest': ['m.ingest({ bytes: new TextEncoder().encode(given.text) }).value.length', 1],
  './clean': ['m.clean(given.page, m.defaults, context).value.language', 'en'],
  './annotate': [
    'm.annotate(given.article, { gazetteer: { find: () => undefined, opens: () => false } }, context).value.sentences.items.length',
    2,
  ],
  './extract': [
    'm.extract(given, m.defaults, context).value.claims.some(({ attribute }) => attribute === "killed")',
    true,
  ],
  './link': ['m.link([given.reading], m.defaults, context).value.stories.length', 1],
  './reconcile': [
    'm.reconcile({ readings: [given.reading], linked: given.linked }, m.defaults, context).value.incidents.length',
    1,
  ],
  './publish': ["m.publishMarkdown(given.edition).startsWith('# ')", true],
  // What needs a driver says so where there is none.
  './archive': [
    "(await m.openArchive('archive', { create: true }).catch((error) => error.message))",
    'archives in a folder need the package libsql: npm install libsql',
  ],
  './client': ["typeof m.openClient({ url: 'http://127.0.0.1:1', token: 'x' }).GET", 'function'],
  './resources': ['(await m.loadPageAssets()).style.length > 0', true],
  './schema/edition.schema.json': ['m.default.title', 'Variorum edition'],
  './package.json': ['m.default.name', 'variorum'],
};

/** A program that runs all examples, each in a folder of its own since examples write files, and reports what they print. */
const runner = `
  import { mkdirSync } from 'node:fs';
  const printed = {};
  const { log } = console;
  for (const name of ${JSON.stringify(runs)}) {
    const lines = [];
    console.log = (...said) => lines.push(...said.map(String).join(' ').trimEnd().split('\\n'));
    mkdirSync('runs/' + name, { recursive: true });
    process.chdir('runs/' + name);
    await import('./build/' + name + '.js').catch((error) => lines.push(error.stack));
    process.chdir('../..');
    printed[name] = lines;
  }
  log(JSON.stringify(printed));
`;

interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
  readonly link?: boolean;
}

const start = promisify(execFile);
const limit = pLimit(2);
let folder: string;
const node = async (...args: readonly string[]): Promise<string> => {
  const { stdout, stderr } = await limit(() =>
    start(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: folder, encoding: 'utf8' }),
  );
  expect(stderr).toBe('');
  return stdout;
};

beforeAll(() => {
  folder = installPacked();
  link('@types/node', join(folder, 'node_modules'));
  link('undici-types', join(folder, 'node_modules'));
  writeFileSync(join(folder, 'given.json'), makeStageInputs());
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the packed package', () => {
  it('holds its own runtime, with its licences, and no other', () => {
    const files = ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.wasm', 'LICENSE', 'ThirdPartyNotices.txt'];
    for (const file of files)
      expect(readFileSync(join(folder, 'node_modules/variorum/dist/onnxruntime', file)).length).toBeGreaterThan(0);
  });

  it('weighs no more than 141 MB with all it asks for', () => {
    const needed = Object.entries(lock.packages as Readonly<Record<string, LockedPackage>>)
      .filter(
        ([path, { dev, devOptional, peer, link: isLink }]) =>
          path.startsWith('node_modules/') && !(dev || devOptional || peer || isLink),
      )
      .map(([path]) => join(root, path))
      // Of the packages built for one platform, only that of this platform is installed.
      .filter((path) => existsSync(path));
    expect(needed.length).toBeGreaterThan(50);
    const bytes = [join(folder, 'node_modules/variorum'), ...needed].map(weigh).reduce((sum, part) => sum + part, 0);
    expect(bytes / 1e6).toBeLessThan(141);
    expect(bytes / 1e6).toBeGreaterThan(60);
  });

  it.each(Object.entries(packageJson.exports))('can be imported at %s alone, and used', async (subpath, target) => {
    const [use, gives] = uses[subpath] ?? [];
    const attributes = typeof target === 'string' ? ", { with: { type: 'json' } }" : '';
    const code = `import { readFileSync } from 'node:fs';
      const given = JSON.parse(readFileSync('given.json', 'utf8'));
      const context = ${JSON.stringify(stageContext)};
      const m = await import('variorum${subpath.slice(1)}'${attributes});
      console.log(${use});`;
    expect((await node('--input-type=module', '-e', code)).trim()).toBe(String(gives));
  });
});

describe('docs/library.md', () => {
  let printed: Readonly<Record<string, readonly string[]>>;

  beforeAll(async () => {
    const source = join(folder, 'src');
    mkdirSync(source);
    for (const [name, code] of examples) writeFileSync(join(source, `${name}.ts`), code);
    const options = {
      ...{ module: 'NodeNext', target: 'ES2023', strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true },
      ...{ exactOptionalPropertyTypes: true, verbatimModuleSyntax: true, resolveJsonModule: true, types: ['node'] },
      ...{ rewriteRelativeImportExtensions: true, rootDir: 'src', outDir: 'build' },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['src'] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    try {
      execFileSync(process.execPath, [tsc, '-p', folder], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      throw new Error(`the examples do not compile:\n${(error as { stdout: string }).stdout}`);
    }
    writeFileSync(join(folder, 'run.js'), runner);
    printed = JSON.parse(await node('run.js'));
  }, 300_000);

  it('names every example, and has one for every function of the library', async () => {
    expect([...page.matchAll(/^```ts$/gm)]).toHaveLength(examples.size);
    const code = `const m = await import('variorum');
      console.log(JSON.stringify(Object.keys(m).filter((name) => typeof m[name] === 'function')));`;
    const names: readonly string[] = JSON.parse(await node('--input-type=module', '-e', code));
    const all = [...examples.values()].join('\n');
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(all))).toEqual([]);
  });

  it.each(runs)('prints what it says: %s', (name) => {
    const said = [...(examples.get(name) ?? '').matchAll(/^ *\/\/ → ?(.*)$/gm)].map(([, line]) => line);
    expect(said.length).toBeGreaterThan(0);
    expect(printed[name]).toEqual(said);
  });
});
