import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from './files.ts';
import { readPipe } from './pipes.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-pipes-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const makePipe = (name: string): string => {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return path;
};

describe.runIf(process.platform === 'linux')('readPipe', () => {
  it('reads a pipe to its end', async () => {
    const path = makePipe('good');
    spawn('sh', ['-c', `printf 'Two people were hurt.' > ${path}`]);
    expect(new TextDecoder().decode(await readPipe(path, 1000))).toBe('Two people were hurt.');
  });

  it('reads no more of what never ends than it may', async () => {
    expect(await readPipe('/dev/zero', 5_000_000)).toHaveLength(5_000_001);
  });

  it('gives up a pipe nobody writes to, and one whose writer falls silent', async () => {
    await expect(readPipe(makePipe('silent'), 1000, 0.2)).rejects.toThrow('nothing came');
    const path = makePipe('slow');
    const writer = spawn('sh', ['-c', `exec > ${path}; printf 'Two'; exec sleep 20`]);
    await expect(readPipe(path, 1000, 0.5)).rejects.toThrow('nothing came');
    writer.kill();
  });

  it('is asked for by the listing of what has no size, and only where it was named', async () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    symlinkSync('..', join(inner, 'up'));
    symlinkSync('loop', join(inner, 'loop'));
    execFileSync('mkfifo', [join(inner, 'pipe')]);
    writeFileSync(join(inner, 'report.txt'), 'Two people were hurt.');
    const { files, failures } = await listFiles([inner, '/dev/zero']);
    expect(files.map(({ path, isStream }) => [path.replace(`${inner}/`, ''), isStream ?? false])).toEqual([
      ['/dev/zero', true],
      ['report.txt', false],
    ]);
    expect(failures.map(({ path, reason }) => [path.replace(`${inner}/`, ''), reason])).toEqual([
      ['loop', 'its links run in a circle'],
    ]);
  });
});
