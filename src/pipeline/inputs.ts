import type { Input as Bytes } from '../ingest/index.ts';
import {
  describeFailure,
  type FileEntry,
  listFiles,
  readBytes,
  readHead,
  readPipe,
  readStdin,
  streamFile,
} from '../io/index.ts';
import { hashContent, type Issue } from '../model/index.ts';

/** A path, folder or glob; `-` for standard input; or content already in memory. */
export type Input = string | { readonly content: string | Uint8Array; readonly path?: string; readonly url?: string };

/** Something that can be read once its turn comes. */
export interface Waiting {
  readonly path?: string;
  readonly bytes: number;
  readonly load: () => Promise<Bytes>;
  /** For a file on disk: its first bytes, and all of them one stretch after the other. */
  readonly file?: {
    readonly head: (length: number) => Promise<Uint8Array>;
    /** `note` is told how many bytes of the file have been read. */
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
export async function queueInputs(inputs: readonly Input[], maxBytes: number): Promise<Queue> {
  const listing = await listFiles(inputs.filter((input) => typeof input === 'string' && input !== '-') as string[]);
  const files = listing.files.map((file) => waitFor(file, maxBytes));
  const held = inputs.filter((input) => typeof input !== 'string').map(hold);
  const piped = inputs.includes('-') ? [await pipe(maxBytes)] : [];
  const issues = listing.failures.map(({ path, reason }) => unreadable(path, reason));
  return { waiting: [...held.sort(byOrigin).map(({ waiting }) => waiting), ...piped, ...files], issues };
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
  return unreadable(waiting.path ?? '-', describeFailure(error));
}

interface Held {
  readonly key: string;
  readonly waiting: Waiting;
}

function hold(input: Exclude<Input, string>): Held {
  const bytes = typeof input.content === 'string' ? new TextEncoder().encode(input.content) : input.content;
  const origin = {
    ...(input.path === undefined ? {} : { path: input.path }),
    ...(input.url === undefined ? {} : { url: input.url }),
  };
  const key = [input.path ?? '', input.url ?? '', hashContent(bytes)].join('\u001f');
  return { key, waiting: { ...origin, bytes: bytes.length, load: async () => ({ bytes, ...origin }) } };
}

async function pipe(maxBytes: number): Promise<Waiting> {
  const bytes = await readStdin(maxBytes);
  return { path: '-', bytes: bytes.length, load: async () => ({ bytes, path: '-' }) };
}

function byOrigin(a: Held, b: Held): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
