import { defined } from '../model/index.ts';
import { noteEvent, reserveVersions } from './archive.repo.ts';
import type { Database, Reading, Writing } from './port.ts';
import type { SourceRow, VersionRow, WebRecordRow } from './schema.ts';

/** A byte sequence as it comes in; `kind` is what the log calls its coming. */
export interface NewSource extends Omit<SourceRow, 'seq' | 'removed_seq'> {
  readonly kind: 'add' | 'capture' | 'import';
  readonly versions: readonly Omit<VersionRow, 'number' | 'seq' | 'removed_seq' | 'source' | 'seen_at'>[];
  /** What was read in it, by the reader's key. */
  readonly reading: { readonly reader: string; readonly content: Uint8Array };
  /** The record of a web archive it was taken from. */
  readonly record?: Omit<WebRecordRow, 'source' | 'seq' | 'removed_seq'>;
}

const batch = 200;

/** What became of it: `again` where its bytes were there, `removed` where they were and someone took them out. */
export type Kept = 'kept' | 'again' | 'removed';

/** Keep a source with its versions and its reading, unless its bytes are there; that it came again is in the log. */
export async function keepSource(tx: Writing, { dialect }: Database, source: NewSource): Promise<Kept> {
  const { kind, versions, reading, record, ...row } = source;
  const known = await tx
    .selectFrom('source')
    .select(['path', 'url', 'removed_seq'])
    .where('id', '=', row.id)
    .executeTakeFirst();
  const detail = { path: row.path, url: row.url, how: row.how, ...defined({ record: record?.record }) };
  if (known?.removed_seq !== undefined && known.removed_seq !== null) return 'removed';
  if (known !== undefined) {
    const isNews = record !== undefined && !(await isRecordKept(tx, row.id, record.record));
    if (!isNews && known.path === row.path && known.url === row.url) return 'again';
    const seq = await noteEvent(tx, { kind: 'again', subject: row.id, who: row.who, at: row.at, detail });
    if (isNews) await keepRecord(tx, { ...record, source: row.id, seq, removed_seq: null });
    return 'again';
  }
  const seq = await noteEvent(tx, { kind, subject: row.id, who: row.who, at: row.at, detail });
  // Another writer may have brought the same bytes while this one waited for the log.
  const put = await tx
    .insertInto('source')
    .values({ ...row, seq, removed_seq: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if ((put.numInsertedOrUpdatedRows ?? 0n) === 0n) return 'again';
  const last = await reserveVersions(tx, versions.length);
  const rest = { source: row.id, seen_at: row.at, seq, removed_seq: null };
  const numbered = versions.map((version, at) => ({ number: last + at + 1, ...version, ...rest }));
  for (const version of numbered) await tx.insertInto('version').values(version).execute();
  if (numbered.length > 0) await dialect.noteWords(tx, last);
  await keepReading(tx, row.id, reading.reader, reading.content);
  if (record !== undefined) await keepRecord(tx, { ...record, source: row.id, seq, removed_seq: null });
  return 'kept';
}

async function isRecordKept(db: Reading, source: string, record: string): Promise<boolean> {
  const found = db.selectFrom('web_record').select('seq').where('source', '=', source).where('record', '=', record);
  return (await found.executeTakeFirst()) !== undefined;
}

async function keepRecord(tx: Writing, row: WebRecordRow): Promise<void> {
  await tx
    .insertInto('web_record')
    .values(row)
    .onConflict((conflict) => conflict.columns(['source', 'record']).doNothing())
    .execute();
}

/** Find which of these byte sequences are there, or were until somebody removed them. */
export async function findKnownSources(db: Reading, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let at = 0; at < ids.length; at += batch) {
    const some = ids.slice(at, at + batch);
    const rows = await db.selectFrom('source').select('id').where('id', 'in', some).execute();
    for (const { id } of rows) known.add(id);
  }
  return known;
}

/** Find what the servers of sources sent with them, JSON, by the source's id. */
export async function findHeaders(db: Reading, sources: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (sources.length === 0) return new Map();
  const rows = await db.selectFrom('source').select(['id', 'headers']).where('id', 'in', sources).execute();
  return new Map(rows.flatMap(({ id, headers }) => (headers === null ? [] : [[id, headers]])));
}

/** List records of web archives that are kept, of some sources or of all. */
export async function listWebRecords(db: Reading, sources?: readonly string[]): Promise<readonly WebRecordRow[]> {
  if (sources?.length === 0) return [];
  const all = db.selectFrom('web_record').selectAll().where('removed_seq', 'is', null);
  const some = sources === undefined ? all : all.where('source', 'in', sources);
  return some.orderBy('seq').orderBy('record').execute();
}

/** Keep what was read in a source, in place of what that reader gave before. */
export async function keepReading(tx: Writing, source: string, reader: string, content: Uint8Array): Promise<void> {
  await tx
    .insertInto('reading')
    .values({ source, reader, content })
    .onConflict((conflict) => conflict.columns(['source', 'reader']).doUpdateSet({ content }))
    .execute();
}

/** List sources there were after event `upTo`, in the order of the log. */
export async function listSources(db: Reading, upTo: number): Promise<readonly SourceRow[]> {
  return db
    .selectFrom('source')
    .selectAll()
    .where('seq', '<=', upTo)
    .where((where) => where.or([where('removed_seq', 'is', null), where('removed_seq', '>', upTo)]))
    .orderBy('seq')
    .execute();
}

/** A version without its text. */
export type VersionHead = Omit<VersionRow, 'text'>;

const headColumns = [
  'number',
  'article',
  'text_id',
  'address',
  'source',
  'outlet',
  'headline',
  'published',
  'seen_at',
  'seq',
  'removed_seq',
] as const;

/** List versions there were after event `upTo`, the oldest first. */
export async function listVersions(db: Reading, upTo: number): Promise<readonly VersionHead[]> {
  return db
    .selectFrom('version')
    .select(headColumns)
    .where('seq', '<=', upTo)
    .where((where) => where.or([where('removed_seq', 'is', null), where('removed_seq', '>', upTo)]))
    .orderBy('number')
    .execute();
}

/** Find the versions of articles by their ids, the oldest first, removed ones included. */
export async function findVersions(db: Reading, articles: readonly string[]): Promise<readonly VersionRow[]> {
  if (articles.length === 0) return [];
  return db.selectFrom('version').selectAll().where('article', 'in', articles).orderBy('number').execute();
}

/** Find what texts are called, by their ids. */
export async function findHeads(db: Reading, texts: readonly string[]): Promise<readonly VersionHead[]> {
  if (texts.length === 0) return [];
  const found = db.selectFrom('version').select(headColumns).where('text_id', 'in', texts);
  return found.where('removed_seq', 'is', null).orderBy('number').execute();
}

/** Find articles by the id of a text, the beginning of one, an address, or the path or hash of a source. */
export async function findArticles(db: Reading, name: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('source', 'source.id', 'version.source')
    .select('version.article')
    .distinct()
    .where((where) =>
      where.or([
        where('version.text_id', '=', name),
        where('version.article', '=', name),
        where('version.address', '=', name),
        where('source.path', '=', name),
        where('source.url', '=', name),
        where('source.id', '=', name),
      ]),
    )
    .orderBy('version.article')
    .execute();
  return rows.map(({ article }) => article);
}

/** Give what was read in sources under a reader, a batch at a time. */
export async function* openReadings(
  database: Database,
  sources: readonly string[],
  reader: string,
): AsyncGenerator<readonly { readonly source: string; readonly content: Uint8Array }[]> {
  for (let at = 0; at < sources.length; at += batch) {
    const some = sources.slice(at, at + batch);
    yield await database.read((db) =>
      db
        .selectFrom('reading')
        .select(['source', 'content'])
        .where('reader', '=', reader)
        .where('source', 'in', some)
        .execute(),
    );
  }
}

/** Find which of these sources a reader has not read. */
export async function findUnread(db: Reading, sources: readonly string[], reader: string): Promise<readonly string[]> {
  const read = new Set<string>();
  for (let at = 0; at < sources.length; at += batch) {
    const some = db.selectFrom('reading').select('source').where('reader', '=', reader);
    const rows = await some.where('source', 'in', sources.slice(at, at + batch)).execute();
    for (const { source } of rows) read.add(source);
  }
  return sources.filter((id) => !read.has(id));
}

/**
 * Take sources out: their rows stay as tombstones with who and why in the log, their text and readings go.
 *
 * Returns how many of them were there.
 */
export async function removeSources(
  tx: Writing,
  { dialect }: Database,
  ids: readonly string[],
  { who, at, reason }: { readonly who: string; readonly at: string; readonly reason: string },
): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    const row = await tx.selectFrom('source').select('removed_seq').where('id', '=', id).executeTakeFirst();
    if (row === undefined || row.removed_seq !== null) continue;
    const seq = await noteEvent(tx, { kind: 'remove', subject: id, who, at, detail: { reason } });
    const versions = await tx.selectFrom('version').select('number').where('source', '=', id).execute();
    await dialect.dropWords(
      tx,
      versions.map(({ number }) => number),
    );
    await tx
      .updateTable('version')
      .set({ removed_seq: seq, text: '', headline: '' })
      .where('source', '=', id)
      .execute();
    await tx.updateTable('source').set({ removed_seq: seq }).where('id', '=', id).execute();
    await tx.updateTable('web_record').set({ removed_seq: seq, headers: '[]' }).where('source', '=', id).execute();
    await tx.deleteFrom('reading').where('source', '=', id).execute();
    removed += 1;
  }
  return removed;
}
