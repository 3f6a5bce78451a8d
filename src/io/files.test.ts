import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from './files.ts';

let folder: string;
const named = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-files-'));
  mkdirSync(named('reports/old'), { recursive: true });
  mkdirSync(named('reports/.cache'));
  for (const name of ['b.txt', 'a.html', 'old/c.txt', '.hidden', '.cache/d.txt'])
    writeFileSync(named(`reports/${name}`), name);
  writeFileSync(named('[draft].txt'), 'brackets');
  symlinkSync(named('reports'), named('reports/old/up'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const pathsOf = async (...specs: readonly string[]): Promise<readonly string[]> =>
  (await listFiles(specs)).files.map(({ path }) => relative(folder, resolve(path)));

describe('listFiles', () => {
  it('searches folders in depth, leaves out hidden entries and does not follow links to folders', async () => {
    expect(await pathsOf(named('reports'))).toEqual(['reports/a.html', 'reports/b.txt', 'reports/old/c.txt']);
  });

  it('expands globs, sorts, and names each file once', async () => {
    expect(await pathsOf(named('reports/**/*.txt'), named('reports/b.txt'))).toEqual([
      'reports/b.txt',
      'reports/old/c.txt',
    ]);
  });

  it('takes a name that looks like a glob for the file it is', async () => {
    expect(await pathsOf(named('[draft].txt'))).toEqual(['[draft].txt']);
  });

  it('reads a folder in spite of an entry that cannot be read, and says so of an empty one', async () => {
    mkdirSync(named('odd/empty'), { recursive: true });
    writeFileSync(named('odd/e.txt'), 'e');
    symlinkSync('round', named('odd/round'));
    const { files, failures } = await listFiles([named('odd'), named('odd/empty')]);
    expect(files).toEqual([{ path: named('odd/e.txt'), bytes: 1 }]);
    expect(failures).toEqual([
      { path: named('odd/empty'), reason: 'the folder holds no file' },
      { path: named('odd/round'), reason: 'its links run in a circle' },
    ]);
  });

  it('says what it cannot find, and lists the rest', async () => {
    const { files, failures } = await listFiles([named('none.txt'), named('*.nothing'), named('reports/b.txt')]);
    expect(files).toEqual([{ path: named('reports/b.txt'), bytes: 5 }]);
    expect(failures).toEqual([
      { path: named('*.nothing'), reason: 'the pattern matches no file' },
      { path: named('none.txt'), reason: 'no such file or folder' },
    ]);
  });
});
