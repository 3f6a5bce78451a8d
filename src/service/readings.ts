import { setImmediate as letOthers } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ArticleReading, Issue } from '../model/index.ts';
import { type Input, type InputReadings, readEach } from '../pipeline/index.ts';
import { findUnread, keepReading, listSources, openReadings } from '../store/index.ts';
import type { Archive } from './archive.ts';

/** What was read in one source. */
export interface SourceReading {
  readonly readings: readonly ArticleReading[];
  readonly issues: readonly Issue[];
}

/** Pack what was read for the cache; numbers and strings alone are in it, so JSON gives it back as it was. */
export function packReading({ readings, issues }: SourceReading): Uint8Array {
  return gzipSync(JSON.stringify({ readings, issues }), { level: 1 });
}

export function unpackReading(content: Uint8Array): SourceReading {
  return JSON.parse(gunzipSync(content).toString()) as SourceReading;
}

/** Sources whose readings are held at once: of many, most would outlive the young part of the heap, and it would grow to several times what is held. */
const sourcesAtOnce = 50;

/** Give what was read in sources, a batch at a time; what this reader has not read yet is read first. */
export async function* giveReadings(
  archive: Archive,
  sources: readonly string[],
): AsyncGenerator<readonly (SourceReading & { readonly source: string })[]> {
  const { key } = await archive.plan();
  await readMissing(archive, sources);
  for await (const rows of openReadings(archive.database, sources, key)) {
    for (let at = 0; at < rows.length; at += sourcesAtOnce) {
      const some = rows.slice(at, at + sourcesAtOnce);
      yield some.map(({ source, content }) => ({ source, ...unpackReading(content) }));
      // SQLite answers at once, so that nothing else would ever have its turn: no timer, no other request, no freeing of memory outside the heap.
      await letOthers();
    }
  }
}

/**
 * Read sources again that this reader has not read: after an update, under another runtime, or where the cache was dropped.
 *
 * They are read as of the time they came in, so that the same bytes give the same readings.
 */
export async function readMissing(archive: Archive, ids: readonly string[]): Promise<void> {
  const { database } = archive;
  const { key } = await archive.plan();
  const missing = new Set(await database.read((db) => findUnread(db, ids, key)));
  if (missing.size === 0) return;
  const rows = await database.read((db) => listSources(db, Number.MAX_SAFE_INTEGER));
  const due = rows.filter(({ id }) => missing.has(id));
  for (const at of new Set(due.map((row) => row.at))) {
    const own = due.filter((row) => row.at === at);
    const inputs = own.map((row): Input => {
      const { path, url, origin, bytes } = row;
      const named = { ...(path === null ? {} : { path }), ...(url === null ? {} : { url }) };
      return { ...named, ...JSON.parse(origin), bytes, load: () => loadBytes(archive, row.id) };
    });
    for await (const part of readSources(archive, inputs, at)) await keepAgain(archive, key, part);
  }
}

async function keepAgain({ database }: Archive, key: string, part: InputReadings): Promise<void> {
  const { content } = part;
  if (content !== undefined) await database.write((tx) => keepReading(tx, content, key, packReading(part)));
}

/** Load the bytes of a source. Throws where they are no longer there. */
export async function loadBytes({ database }: Archive, id: string): Promise<Uint8Array> {
  const bytes = await database.blobs.get(id);
  if (bytes === undefined)
    throw new Error(`${database.place}: the bytes of source ${id} are gone; run variorum verify`);
  return bytes;
}

async function* readSources(archive: Archive, inputs: readonly Input[], now: string): AsyncGenerator<InputReadings> {
  const { settings, runtime } = await archive.plan();
  yield* readEach(inputs, { ...settings, ...(runtime === undefined ? {} : { runtime }), now });
}
