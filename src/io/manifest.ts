import { closeSync, fdatasyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describeFailure } from './files.ts';
import { JournalError } from './journal.ts';

/** A file of lines that has its name once it is whole. */
export interface LineFile {
  add(line: string): void;
  /** Give the file its name, in place of the one before. */
  finish(): void;
  /** Leave what was written under its draft's name. */
  leave(): void;
}

const bufferedChars = 65_536;

/** Begin a file of lines in a folder that is there. Throws JournalError where the disk refuses, as do its functions. */
export function openLines(folder: string, name: string): LineFile {
  const draft = join(folder, `${name}.${process.pid}.part`);
  let buffer = '';
  const doing = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new JournalError(`${folder}: ${describeFailure(error)}`, { cause: error });
    }
  };
  const file = doing(() => openSync(draft, 'w'));
  const flush = (): void => {
    for (let bytes = Buffer.from(buffer); bytes.length > 0; ) bytes = bytes.subarray(writeSync(file, bytes));
    buffer = '';
  };
  return {
    add: (line) => {
      buffer += `${line}\n`;
      if (buffer.length >= bufferedChars) doing(flush);
    },
    finish: () =>
      doing(() => {
        flush();
        fdatasyncSync(file);
        closeSync(file);
        renameSync(draft, join(folder, name));
        dropDrafts(folder, name);
      }),
    leave: () =>
      doing(() => {
        flush();
        closeSync(file);
      }),
  };
}

/** Remove what runs that were killed began. */
function dropDrafts(folder: string, name: string): void {
  for (const found of readdirSync(folder)) {
    if (found.startsWith(`${name}.`) && found.endsWith('.part')) rmSync(join(folder, found), { force: true });
  }
}
