import { createHash } from 'node:crypto';
import type { InputBytes as Bytes } from '../../ingest/index.ts';
import {
  describeFailure,
  FetchRefusal,
  type FileEntry,
  listFiles,
  readBytes,
  readHead,
  readPipe,
  readStdin,
  streamFile,
} from '../../io/index.ts';
import { defined, type Issue } from '../../model/index.ts';
import { isAddress, refused } from './outside.ts';

/** Where content came from, and what was stated of it there. */
export type Origin = Omit<Bytes, 'bytes'>;

/** A path, folder, glob or address; `-` for standard input; content already in memory, or that is loaded when its turn comes. */
export type Input =
  | string
  | (Origin & { readonly content: string | Uint8Array })
  | (Origin & { readonly bytes: number; readonly load: () => Promise<Uint8Array> });

/** Something that can be read once its turn comes. */
export interface Waiting {
  readonly path?: string;
  readonly bytes: number;
  readonly load: () => Promise<Bytes>;
  /** For a file on disk: its first bytes, and all of them one stretch after the other. */
  readonly file?: {
    readonly head: (length: number) => Promise<Uint8Array>;
    /** `note` is called with how many bytes of the file have been read. */
    readonly stream: (gzipped: boolean, note?: (bytes: number) => void) => AsyncIterable<Uint8Array>;
  };
}

/** Inputs in reading order, and what could not even be found. */
export interface Queue {
  readonly waiting: readonly Waiting[];
  readonly issues: readonly Issue[];
}

/**
 * Find everything the inputs name, sorted by path and then by content, so that their order says nothing.
 *
 * Issues: `io/unreadable-path` for a path, folder or glob that names nothing readable.
 */
export async function queueInputs(
  inputs: readonly Input[],
  maxBytes: number,
  queueAddresses: (addresses: readonly string[]) => readonly Waiting[],
): Promise<Queue> {
  const names = inputs.filter((input) => typeof input === 'string').filter((name) => name !== '-');
  const listing = await listFiles(names.filter((name) => !isAddress(name)));
  const files = listing.files.map((file) => waitFor(file, maxBytes));
  const held = inputs.filter((input) => typeof input !== 'string').map(hold);
  const piped = inputs.includes('-') ? [await pipe(maxBytes)] : [];
  const issues = listing.failures.map(({ path, reason }) => unreadable(path, reason));
  const fetched = queueAddresses(names.filter(isAddress));
  return { waiting: [...held.sort(byOrigin).map(({ waiting }) => waiting), ...piped, ...fetched, ...files], issues };
}

function waitFor({ path, bytes, isStream }: FileEntry, maxBytes: number): Waiting {
  // What can be read only once is not looked into beforehand.
  if (isStream === true) return { path, bytes, load: async () => ({ bytes: await readPipe(path, maxBytes), path }) };
  return {
    path,
    bytes,
    load: async () => ({ bytes: await readBytes(path), path }),
    file: {
      head: (length) => readHead(path, length),
      stream: (gzipped, note) => streamFile(path, gzipped, note),
    },
  };
}

/** Make the issue of a path the world refused. */
function unreadable(path: string, reason: string): Issue {
  return { code: 'io/unreadable-path', severity: 'error', message: `Cannot read ${path}: ${reason}.`, path };
}

/** Make the issue of a load that failed. */
export function failedLoad(waiting: Waiting, error: unknown): Issue {
  if (error instanceof FetchRefusal) return refused(waiting.path ?? '', error);
  return unreadable(waiting.path ?? '-', describeFailure(error));
}

interface Held {
  readonly key: string;
  readonly waiting: Waiting;
}

function hold(input: Exclude<Input, string>): Held {
  const { path, url, charset, stated, received } = input;
  const origin: Origin = defined({ path, url, charset, stated, received });
  const place = [path ?? '', url ?? ''];
  if ('load' in input) {
    const load = async () => ({ bytes: await input.load(), ...origin });
    return { key: place.join('\u001f'), waiting: { ...origin, bytes: input.bytes, load } };
  }
  const bytes = typeof input.content === 'string' ? new TextEncoder().encode(input.content) : input.content;
  const key = [...place, createHash('sha256').update(bytes).digest('hex')].join('\u001f');
  return { key, waiting: { ...origin, bytes: bytes.length, load: async () => ({ bytes, ...origin }) } };
}

async function pipe(maxBytes: number): Promise<Waiting> {
  const bytes = await readStdin(maxBytes);
  return { path: '-', bytes: bytes.length, load: async () => ({ bytes, path: '-' }) };
}

function byOrigin(a: Held, b: Held): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
