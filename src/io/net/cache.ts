import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOutput } from '../output.ts';

/** An answer kept with what a server needs to say that it has not changed. */
export interface CachedResponse {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** Answers on disk, one file each. */
export interface ResponseCache {
  find(url: string): Promise<CachedResponse | undefined>;
  keep(url: string, answer: CachedResponse): Promise<void>;
}

const maxBytes = 500_000_000;

/** Keeps nothing. */
const noCache: ResponseCache = { find: async () => undefined, keep: async () => undefined };

/**
 * Open a cache in a folder, or one that keeps nothing where none is named; the oldest answers go when it has grown past 500 MB.
 *
 * A file is a line of JSON and the bytes. One that is broken, or of another address, is as good as absent. Throws what the disk throws
 * where it does not take what is to be kept.
 */
export async function openCache(folder: string | undefined): Promise<ResponseCache> {
  if (folder === undefined) return noCache;
  await dropOldest(folder);
  return {
    find: async (url) => {
      try {
        return parseFile(await readFile(join(folder, nameFile(url))), url);
      } catch {
        return undefined;
      }
    },
    keep: (url, { bytes, ...rest }) => {
      const head = `${JSON.stringify({ url, sha256: hash(bytes), ...rest })}\n`;
      return writeOutput(join(folder, nameFile(url)), Buffer.concat([Buffer.from(head), bytes]));
    },
  };
}

function nameFile(url: string): string {
  return `${hash(Buffer.from(url)).slice(0, 40)}.answer`;
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parseFile(file: Buffer, url: string): CachedResponse | undefined {
  const end = file.indexOf('\n');
  const head = JSON.parse(file.toString('utf8', 0, end));
  const bytes = new Uint8Array(file.subarray(end + 1));
  return head.url === url && head.sha256 === hash(bytes) ? { ...head, bytes } : undefined;
}

async function dropOldest(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names
      // The draft of an answer is what a kill left of it.
      .filter((name) => /\.answer(?:\.[\w-]+\.part)?$/.test(name))
      .map(async (name) => {
        const { size, mtimeMs } = await stat(join(folder, name));
        return { name, size, mtimeMs };
      }),
  );
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { name, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (total <= maxBytes) return;
    await rm(join(folder, name), { force: true });
    total -= size;
  }
}
