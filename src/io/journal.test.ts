import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JournalError, openJournal } from './journal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keyOf = (number: number): string => number.toString(16).padStart(32, '0');
const bytesOf = (number: number): Uint8Array => new TextEncoder().encode(`result ${number} `.repeat(number + 1));

function keep(numbers: readonly number[]): void {
  const journal = openJournal(folder);
  for (const number of numbers) journal.append(keyOf(number), bytesOf(number));
  journal.close();
}

/** List which of the numbers 0 to 9 have a result that can be read back; fails where a result is not the one that was written. */
function kept(): readonly number[] {
  const journal = openJournal(folder);
  const found = [...Array(10).keys()].filter((number) => {
    const payload = journal.read(keyOf(number));
    if (payload !== undefined) expect(payload).toEqual(bytesOf(number));
    return payload !== undefined;
  });
  journal.close();
  return found;
}

describe('openJournal', () => {
  it('gives back what several runs kept, and in the same run too', () => {
    keep([0, 1]);
    keep([2]);
    expect(kept()).toEqual([0, 1, 2]);
    const journal = openJournal(folder);
    journal.append(keyOf(3), bytesOf(3));
    expect(journal.read(keyOf(3))).toEqual(bytesOf(3));
    expect(journal.size).toBe(4);
    journal.close();
  });

  it('writes nothing where nothing is added', () => {
    openJournal(folder).close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives two runs at once a file each', () => {
    const [one, two] = [openJournal(folder), openJournal(folder)];
    one.append(keyOf(1), bytesOf(1));
    two.append(keyOf(2), bytesOf(2));
    one.append(keyOf(3), bytesOf(3));
    for (const journal of [one, two]) journal.close();
    expect(kept()).toEqual([1, 2, 3]);
  });

  it('loses only what the end torn off held, wherever it is torn', () => {
    keep([0, 1, 2]);
    const path = join(folder, 'finished-000001.bin');
    const whole = readFileSync(path);
    const sizes = [0, 1, 2].map((number) => bytesOf(number).length + 32);
    for (let length = whole.length; length >= 0; length -= 1) {
      truncateSync(path, length);
      const left = sizes.filter((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size) <= length).length;
      expect(kept()).toEqual([0, 1, 2].slice(0, left));
    }
  });

  it('takes nothing for a result that was not written as one, whatever bytes are changed or added', () => {
    keep([0, 1, 2]);
    const path = join(folder, 'finished-000001.bin');
    const whole = readFileSync(path);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
        fc.uint8Array({ maxLength: 64 }),
        (changes, tail) => {
          const damaged = Buffer.from(whole);
          for (const [at, byte] of changes) damaged[at] = byte;
          writeFileSync(path, damaged);
          appendFileSync(path, tail);
          expect(kept().length).toBeLessThanOrEqual(3);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  it('says why where the disk refuses', () => {
    writeFileSync(join(folder, 'a-file'), '');
    expect(() => openJournal(join(folder, 'a-file'))).toThrow(JournalError);
  });
});
