import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeaderLines } from '../../model/index.ts';
import { writeOutput } from '../output.ts';

/** A kept answer with the validators (ETag, Last-Modified) by which a server can tell us that it has not changed. */
export interface CachedResponse {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** "200 OK" and what came with it; absent from what an earlier Variorum kept. */
  readonly status?: string;
  readonly headers?: HeaderLines;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** Answers kept on disk, one file each. */
export interface ResponseCache {
  find(url: string): Promise<CachedResponse | undefined>;
  keep(url: string, answer: CachedResponse): Promise<void>;
}

const maxBytes = 500_000_000;

/** The cache of a run without a cache folder: finds nothing, keeps nothing. */
const noCache: ResponseCache = { find: async () => undefined, keep: async () => undefined };

/**
 * Open the cache of a folder; without a folder, a cache that keeps nothing. Where the folder holds more than 500 MB, the oldest
 * answers are deleted first.
 *
 * A file is one line of JSON and then the bytes of the answer. A file that is damaged, or of another address, counts as absent.
 * `keep` throws the error of the file system.
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
      // A killed run can leave the draft of an answer behind (`….part`); it takes space too.
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
