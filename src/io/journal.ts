import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describeFailure } from './files.ts';

/** Results kept on disk, each under a key, so that a run killed at any moment can resume with every result finished before. */
export interface Journal {
  /** Number of results kept. */
  readonly size: number;
  /** Give the result kept under a key; `undefined` where there is none, or where the bytes on disk no longer match their checksum. */
  read(key: string): Uint8Array | undefined;
  /** Keep a result. Throws JournalError where the disk refuses. */
  append(key: string, payload: Uint8Array): void;
  close(): void;
}

/** The disk refused to store a result (it is full, say); results stored earlier are still there. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

interface Entry {
  readonly file: number;
  readonly at: number;
  readonly length: number;
  readonly checksum: number;
}

const mark = 0x56415249;
/** Bytes before each payload: file mark, payload length, key, checksum of the payload, checksum of the four fields before it. */
const headBytes = 4 + 4 + 16 + 4 + 4;
const namePattern = /^finished-(\d{6})\.bin$/;
const millisecondsBetweenSyncs = 5000;

/**
 * Open the journal of a folder, which is made where it is missing; every `key` is 32 hex digits.
 *
 * Each run appends to a new file of its own, `finished-000001.bin` and so on. So a kill can only damage the last result of one
 * file, and two runs at once cannot harm each other. When `append` returns, the operating system has the bytes: they survive
 * the end of the process. They are forced to the disk every 5 seconds and on close, so a power cut loses at most the last 5
 * seconds. Checksums detect a damaged result.
 */
export function openJournal(folder: string): Journal {
  const entries = new Map<string, Entry>();
  const files = attempt(folder, () => {
    mkdirSync(folder, { recursive: true });
    return listSegments(folder).map((name) => openSync(join(folder, name), 'r'));
  });
  for (const file of files) for (const [key, entry] of scan(file)) entries.set(key, entry);
  let own: number | undefined;
  let end = 0;
  let synced = Date.now();
  let isClosed = false;
  return {
    get size() {
      return entries.size;
    },
    read: (key) => readEntry(entries.get(key)),
    append: (key, payload) =>
      attempt(folder, () => {
        // Work that finishes after close would write to a file handle whose number may by now belong to another file.
        if (isClosed) throw new Error('it is closed');
        if (own === undefined) {
          own = startSegment(folder);
          files.push(own);
        }
        const frame = makeFrame(key, payload);
        writeAll(own, frame);
        entries.set(key, { file: own, at: end + headBytes, length: payload.length, checksum: crc32(payload) });
        end += frame.length;
        if (Date.now() - synced < millisecondsBetweenSyncs) return;
        fdatasyncSync(own);
        synced = Date.now();
      }),
    close: () =>
      attempt(folder, () => {
        isClosed = true;
        if (own !== undefined) fdatasyncSync(own);
        for (const file of files.splice(0)) closeSync(file);
      }),
  };
}

function attempt<T>(folder: string, doing: () => T): T {
  try {
    return doing();
  } catch (error) {
    throw new JournalError(`${folder}: ${describeFailure(error)}`, { cause: error });
  }
}

function listSegments(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => namePattern.test(name))
    .sort();
}

/** Create the next numbered file of the folder; where another run has just taken that number, try the one after it. */
function startSegment(folder: string): number {
  const last = listSegments(folder).at(-1);
  for (let number = Number(namePattern.exec(last ?? '')?.[1] ?? 0) + 1; ; number += 1) {
    try {
      const file = openSync(join(folder, `finished-${String(number).padStart(6, '0')}.bin`), 'ax+');
      syncFolder(folder);
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Force the name of a new file to the disk, on systems that can sync a folder. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // Some systems cannot open a folder; they write the name together with the content.
  }
}

function makeFrame(key: string, payload: Uint8Array): Buffer {
  const frame = Buffer.alloc(headBytes + payload.length);
  frame.writeUInt32BE(mark, 0);
  frame.writeUInt32BE(payload.length, 4);
  frame.write(key, 8, 16, 'hex');
  frame.writeUInt32BE(crc32(payload), 24);
  frame.writeUInt32BE(crc32(frame.subarray(0, 28)), 28);
  frame.set(payload, headBytes);
  return frame;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** List the results of a file by reading only the header of each; stops at the first header that is damaged. */
function* scan(file: number): Generator<readonly [key: string, entry: Entry]> {
  const size = fstatSync(file).size;
  const head = Buffer.alloc(headBytes);
  for (let at = 0; at + headBytes <= size; ) {
    if (readSync(file, head, 0, headBytes, at) < headBytes) return;
    if (head.readUInt32BE(0) !== mark || head.readUInt32BE(28) !== crc32(head.subarray(0, 28))) return;
    const length = head.readUInt32BE(4);
    at += headBytes;
    if (at + length > size) return;
    yield [head.toString('hex', 8, 24), { file, at, length, checksum: head.readUInt32BE(24) }];
    at += length;
  }
}

function readEntry(entry: Entry | undefined): Uint8Array | undefined {
  if (entry === undefined) return undefined;
  const payload = new Uint8Array(entry.length);
  try {
    if (readSync(entry.file, payload, 0, entry.length, entry.at) < entry.length) return undefined;
  } catch {
    // A result that cannot be read is computed again; the run must not fail for it.
    return undefined;
  }
  return crc32(payload) === entry.checksum ? payload : undefined;
}
