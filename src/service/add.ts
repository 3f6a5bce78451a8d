import { type Article, defined, type Issue, makeId } from '../model/index.ts';
import {
  type Input,
  type InputReadings,
  type PartialSettings,
  type Progress,
  plainAddress,
  readEach,
} from '../pipeline/index.ts';
import { findKnownSources, hashBlocksInTurns, type Kept, keepSource, type NewSource } from '../store/index.ts';
import { isAsStated } from '../wacz/index.ts';
import type { Archive } from './archive.ts';
import { packReading } from './readings.ts';

/** How to add reports. */
export interface AddOptions {
  readonly workers?: number | 'auto';
  readonly onProgress?: (progress: Progress) => void;
  /** How pages are fetched, where they may be. */
  readonly fetch?: PartialSettings['fetch'];
  /** What packed files may come to, where that is less than usual. */
  readonly unpack?: PartialSettings['unpack'];
  /** Folder that keeps what was fetched. */
  readonly cache?: string;
  readonly signal?: AbortSignal;
  /** What the log calls its coming, where it is not simply added. */
  readonly how?: 'capture';
}

/** What adding came to. */
export interface Added {
  /** Sources that are new. */
  readonly kept: number;
  /** Sources whose bytes were there. */
  readonly again: number;
  /** Sources that someone removed before; they stay out. */
  readonly removed: number;
  readonly articles: number;
  readonly setAside: number;
  readonly issues: readonly Issue[];
}

/** Sources kept in one step: fewer would sync the disk more often, more would keep the rest waiting. */
const sourcesAtOnce = 64;

/**
 * Read inputs and keep them: bytes, versions of articles, readings. What is acknowledged by `onProgress` or the result survives a kill;
 * adding the same again changes nothing.
 *
 * Throws ArchiveError for what the disk or the database does, and what `readEach` throws.
 */
export async function addReports(archive: Archive, inputs: readonly Input[], options: AddOptions = {}): Promise<Added> {
  const { settings, runtime, key } = await archive.plan();
  const { workers, cache, signal, onProgress, how } = options;
  const run = {
    ...settings,
    fetch: { ...settings.fetch, ...options.fetch },
    unpack: { ...settings.unpack, ...options.unpack },
    now: archive.now(),
  };
  const counts = { kept: 0, again: 0, removed: 0, articles: 0, setAside: 0 };
  const issues: Issue[] = [];
  let waiting: NewSource[] = [];
  const flush = async (): Promise<void> => {
    const some = waiting;
    waiting = [];
    for (const [at, kept] of (await keepAll(archive, some)).entries()) {
      counts[kept] += 1;
      if (kept === 'kept') counts.articles += some[at]?.versions.length ?? 0;
      if (kept === 'removed') issues.push(sayRemoved(some[at]));
    }
  };
  for await (const part of readEach(inputs, {
    ...run,
    keepRecords: true,
    ...defined({ runtime, workers, cache, signal, onProgress }),
  })) {
    counts.setAside += part.setAside;
    issues.push(...part.issues);
    const source = await describeSource(archive, part, key);
    if (source !== undefined) waiting.push(how === undefined ? source : { ...source, kind: how });
    issues.push(...checkRecord(part));
    if (waiting.length >= sourcesAtOnce) await flush();
  }
  await flush();
  return { ...counts, issues };
}

/** Add those of inputs whose bytes are not there, by their SHA-256; what is known is not read again. */
export async function addNews(
  archive: Archive,
  inputs: readonly (Exclude<Input, string> & { readonly sha256: string })[],
  options: AddOptions = {},
): Promise<Added> {
  const ids = inputs.map(({ sha256 }) => sha256);
  const known = await archive.database.read((db) => findKnownSources(db, ids));
  const fresh = inputs.filter(({ sha256 }) => !known.has(sha256));
  const added = await addReports(archive, fresh, options);
  return { ...added, again: added.again + inputs.length - fresh.length };
}

async function keepAll({ database }: Archive, sources: readonly NewSource[]): Promise<readonly Kept[]> {
  if (sources.length === 0) return [];
  return database.write(async (tx) => {
    const kept: Kept[] = [];
    for (const source of sources) kept.push(await keepSource(tx, database, source));
    return kept;
  });
}

/** Put bytes away and say what is to be kept of them; undefined for an input that could not even be loaded. */
async function describeSource(archive: Archive, part: InputReadings, reader: string): Promise<NewSource | undefined> {
  if (part.input === undefined) return undefined;
  const { bytes, path, url, received, ...origin } = part.input;
  // Bytes are with the disk before a row names them; what a kill leaves over is nobody's and harms nothing.
  const id = await archive.database.blobs.put(bytes);
  const record = received?.record && (await describeRecord(archive, received.record));
  return {
    kind: record === undefined ? 'add' : 'import',
    id,
    bytes: bytes.length,
    path: path ?? null,
    url: url ?? null,
    origin: JSON.stringify(origin),
    how: record !== undefined ? 'record' : url !== undefined ? 'url' : path === '-' ? 'stdin' : 'path',
    who: archive.who,
    at: archive.now(),
    headers: received === undefined ? null : JSON.stringify({ status: received.status, headers: received.headers }),
    inside: record?.record ?? null,
    blocks: await hashBlocksInTurns(bytes),
    versions: part.readings.map(({ article }) => describeVersion(article)),
    reading: { reader, content: packReading(part) },
    ...defined({ record }),
  };
}

type WebRecord = NonNullable<NonNullable<InputReadings['input']>['received']>['record'];

/** Keep a record of a web archive as it stood there, and say what it states. */
async function describeRecord(
  { database }: Archive,
  { bytes, headers }: NonNullable<WebRecord>,
): Promise<NonNullable<NewSource['record']>> {
  const stated = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  return {
    record: await database.blobs.put(bytes),
    bytes: bytes.length,
    uri: stated.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null,
    date: stated.get('warc-date') ?? null,
    digest: stated.get('warc-payload-digest') ?? stated.get('warc-block-digest') ?? null,
    headers: JSON.stringify(headers),
    blocks: await hashBlocksInTurns(bytes),
  };
}

/** Say of a record that what it holds is not what it states: it is kept as it is, and whoever works with it should know. */
function checkRecord({ input, path }: InputReadings): readonly Issue[] {
  const record = input?.received?.record;
  if (record === undefined || isAsStated(record.bytes)) return [];
  const message = 'The record it was taken from states another digest than its bytes have; it is kept as it is.';
  return [{ code: 'archive/record-digest', severity: 'warning', message, ...defined({ path }) }];
}

/** Name an article: by its address, which stays when the text changes, else by its text. */
function describeVersion(article: Article): NewSource['versions'][number] {
  const given = article.canonical ?? article.url ?? article.source.url;
  const address = given !== undefined && /^https?:/i.test(given) ? plainAddress(given) : null;
  return {
    article: address === null ? article.id : makeId('address', address),
    text_id: article.id,
    address,
    outlet: article.outlet ?? null,
    headline: article.headline ?? '',
    published: article.published?.value.slice(0, 10) ?? null,
    text: article.text.value,
  };
}

function sayRemoved(source: NewSource | undefined): Issue {
  const message = 'These bytes were removed from the archive, with a reason; they stay out.';
  return {
    code: 'archive/removed-before',
    severity: 'warning',
    message,
    ...defined({ path: source?.path ?? undefined }),
  };
}
