import { closeSync, fdatasyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describeFailure } from './files.ts';
import { JournalError } from './journal.ts';

/** A file of lines that appears under its name only once it is complete; until then it is a draft, `NAME.PID.part`. */
export interface LineFile {
  add(line: string): void;
  /** Complete the file and move it to its name, replacing an earlier one. */
  finish(): void;
  /** Stop writing and leave the draft as it is. */
  leave(): void;
}

const bufferedChars = 65_536;

/** Begin a file of lines in an existing folder. Throws JournalError where the disk refuses; so do the functions it gives. */
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

/** Remove drafts that killed runs left behind. */
function dropDrafts(folder: string, name: string): void {
  for (const found of readdirSync(folder)) {
    if (found.startsWith(`${name}.`) && found.endsWith('.part')) rmSync(join(folder, found), { force: true });
  }
}
