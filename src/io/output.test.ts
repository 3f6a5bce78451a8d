import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { printOutput, writeOutput } from './output.ts';

const folder = mkdtempSync(join(tmpdir(), 'variorum-output-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('writeOutput', () => {
  it('makes the folder, replaces the file, and leaves nothing else', async () => {
    await writeOutput(join(folder, 'new/a.json'), 'first');
    await writeOutput(join(folder, 'new/a.json'), 'second');
    expect(readFileSync(join(folder, 'new/a.json'), 'utf8')).toBe('second');
    expect(readdirSync(join(folder, 'new'))).toEqual(['a.json']);
  });

  it('refuses a folder and leaves no draft beside it', async () => {
    mkdirSync(join(folder, 'taken'));
    await expect(writeOutput(join(folder, 'taken'), 'x')).rejects.toThrow('EISDIR');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('writeOutput, asked for at the same time', () => {
  it('keeps what was asked for last, and no write fails of another', async () => {
    const path = join(folder, 'same.json');
    const texts = [...Array(40).keys()].map((n) => `${n} `.repeat(1000 * (40 - n)));
    await Promise.all(texts.map((text) => writeOutput(path, text)));
    expect(readFileSync(path, 'utf8')).toBe(texts.at(-1));
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('goes on after one that failed', async () => {
    const path = join(folder, 'later');
    mkdirSync(path);
    const both = await Promise.allSettled([writeOutput(path, 'x'), writeOutput(path, 'y')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    rmdirSync(path);
    await writeOutput(path, 'z');
    expect(readFileSync(path, 'utf8')).toBe('z');
  });

  it('does so across processes, whose drafts lie in the same folder', async () => {
    const path = join(folder, 'shared.json');
    const script = `import { writeOutput } from ${JSON.stringify(new URL('./output.ts', import.meta.url).href)};
      for (let n = 0; n < 60; n += 1) await writeOutput(${JSON.stringify(path)}, 'z'.repeat(50_000));`;
    const run = promisify(execFile);
    const write = () => run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    await Promise.all([write(), write()]);
    expect(readFileSync(path, 'utf8')).toHaveLength(50_000);
  }, 60_000);
});

describe('printOutput', () => {
  it('leaves no listener behind, however often it prints', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((...args: readonly unknown[]) => {
      const done = args.at(-1);
      if (typeof done === 'function') done();
      return true;
    });
    const before = process.stdout.listenerCount('error');
    for (let time = 0; time < 20; time += 1) await printOutput('line\n');
    write.mockRestore();
    expect(process.stdout.listenerCount('error')).toBe(before);
  });
});
