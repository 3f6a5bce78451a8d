import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes put away on the disk for as long as the process runs. */
export interface Spill {
  /** Put bytes away and return their number. */
  put(bytes: Uint8Array): number;
  get(number: number): Uint8Array;
  close(): void;
}

/**
 * Open a file of no name for what would fill the memory and is seldom needed again; it goes with the process, however that ends.
 *
 * Where the disk takes no more, bytes stay in memory.
 */
export function openSpill(): Spill {
  let opened: number | undefined;
  /** Where in the file each piece ends; one that stays in memory has no length there. */
  const ends: number[] = [];
  const held = new Map<number, Uint8Array>();
  const write = (bytes: Uint8Array, at: number): void => {
    opened ??= openNameless();
    for (let done = 0; done < bytes.length; ) done += writeSync(opened, bytes, done, bytes.length - done, at + done);
  };
  return {
    put: (bytes) => {
      const begin = ends.at(-1) ?? 0;
      try {
        write(bytes, begin);
        return ends.push(begin + bytes.length) - 1;
      } catch {
        held.set(ends.length, bytes);
        return ends.push(begin) - 1;
      }
    },
    get: (number) => {
      const begin = ends[number - 1] ?? 0;
      return held.get(number) ?? read(opened ?? -1, begin, (ends[number] ?? 0) - begin);
    },
    close: () => {
      if (opened !== undefined) closeSync(opened);
      opened = undefined;
    },
  };
}

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-'));
  try {
    return openSync(join(folder, 'spill'), 'wx+', 0o600);
  } finally {
    // The system keeps a file that is open; where it does not let go of the name, the name stays until it clears the folder.
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Windows.
    }
  }
}

function read(file: number, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const got = readSync(file, bytes, done, length - done, at + done);
    if (got === 0) throw new Error('what was put away is no longer there');
    done += got;
  }
  return bytes;
}
