import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes put away on the disk for as long as the process runs. */
export interface Spill {
  /** Put bytes away and return what gives them back. */
  put(bytes: Uint8Array): () => Uint8Array;
  close(): void;
}

/**
 * Open a file of no name for what would fill the memory and is seldom needed again; it goes with the process, however that ends.
 *
 * Where the disk takes no more, bytes stay in memory.
 */
export function openSpill(): Spill {
  let opened: number | undefined;
  let end = 0;
  const write = (bytes: Uint8Array): number => {
    opened ??= openNameless();
    for (let done = 0; done < bytes.length; ) done += writeSync(opened, bytes, done, bytes.length - done, end + done);
    end += bytes.length;
    return end - bytes.length;
  };
  return {
    put: (bytes) => {
      try {
        return openLater(() => opened ?? -1, write(bytes), bytes.length);
      } catch {
        return hold(bytes);
      }
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

/** By itself: a function made where the bytes are would hold on to them. */
function openLater(file: () => number, at: number, length: number): () => Uint8Array {
  return () => read(file(), at, length);
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

function hold(bytes: Uint8Array): () => Uint8Array {
  return () => bytes;
}
