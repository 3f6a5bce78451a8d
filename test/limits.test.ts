import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const conventions = readFileSync(join(root, 'docs/conventions.md'), 'utf8');
const [, maxFile = '', maxFunction = ''] =
  /keeps within (\d+) lines; a function is one step, its body within (\d+)/.exec(conventions) ?? [];

/** What `npm run schema` writes. */
const written = 'src/client/paths.ts';

/** List the hand-written files. Tests are left out: they may be as long as they have cases. */
function listCode(): readonly string[] {
  return ['src', 'web/src', 'bench', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|css|py)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.endsWith(written)),
  );
}

/** Lint some files in a folder of their own and return the linter's messages. */
function lint(files: Readonly<Record<string, string>>): string {
  const copy = mkdtempSync(join(tmpdir(), 'variorum-limits-'));
  try {
    cpSync(join(root, 'biome.json'), join(copy, 'biome.json'));
    mkdirSync(join(copy, 'src'));
    for (const [name, code] of Object.entries(files)) writeFileSync(join(copy, 'src', name), code);
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    return spawnSync(process.execPath, [biome, 'lint', '--vcs-enabled=false'], { cwd: copy, encoding: 'utf8' }).stderr;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

describe('the limits docs/conventions.md names', () => {
  it('hold for every file', () => {
    const files = listCode();
    const long = files.filter((path) => readFileSync(path, 'utf8').trimEnd().split('\n').length > Number(maxFile));
    expect(long.map((path) => relative(root, path))).toEqual([]);
    expect(files.length).toBeGreaterThan(300);
  });

  it('hold for every function, since the linter fails past them', () => {
    const body = (lines: number) => `export function planted() {\n${'  tell();\n'.repeat(lines)}}\n`;
    const said = lint({ 'within.ts': body(Number(maxFunction)), 'past.ts': body(Number(maxFunction) + 1) });
    expect(said).toMatch(/src\/past\.ts.*noExcessiveLinesPerFunction[^×]*×/s);
    expect(said).not.toContain('within.ts');
  });
});
