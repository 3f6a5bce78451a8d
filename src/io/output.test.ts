import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
