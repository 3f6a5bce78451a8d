import { type Kysely, sql } from 'kysely';
import type { Database, Reading } from './port.ts';
import type { Tables } from './schema.ts';
import { listWebRecords } from './source.repo.ts';

/**
 * Tables that are copied, with their keys; derived ones are made anew, bytes are copied by their hash.
 *
 * Who is signed in, or invited, is not: a copy lets nobody in by a cookie of the original.
 */
const copied = {
  archive: ['id'],
  event: ['seq'],
  source: ['id'],
  web_record: ['source', 'record'],
  version: ['number'],
  reading: ['source', 'reader'],
  decision: ['seq'],
  edition: ['name'],
  incident_change: ['seq', 'was', 'now'],
  assignment: ['incident'],
  coding: ['round', 'incident', 'who', 'attribute'],
  figure_move: ['seq', 'incident', 'attribute'],
  visit: ['who'],
  proposal: ['id'],
  person: ['id'],
  person_identity: ['issuer', 'subject'],
  api_token: ['id'],
  access: ['seq'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

const columns: Partial<Record<keyof Tables, readonly string[]>> = {
  // The index of words is a column of its own in one of the dialects.
  version: [
    ...['number', 'article', 'text_id', 'address', 'source', 'outlet', 'headline', 'published', 'text'],
    ...['seen_at', 'seq', 'removed_seq'],
  ],
};

const rowsAtOnce = 100;

/**
 * Copy all that is kept from one archive into an empty one, of whatever dialect, as it is at one moment.
 *
 * Returns the ids of the sources and records whose bytes belong to it; those are copied by the caller, who may go on while others write.
 */
export async function copyTables(
  from: Database,
  to: Database,
): Promise<{ readonly sources: readonly string[]; readonly records: readonly string[] }> {
  return from.read(async (db) => {
    await to.write(async (tx) => {
      for (const [name, key] of Object.entries(copied)) {
        for await (const rows of openPages(db, name, key))
          await (tx as unknown as Kysely<Record<string, object>>)
            .insertInto(name)
            .values([...rows])
            .execute();
      }
      await to.dialect.noteWords(tx, 0);
      await sql`update archive set linked_seq = 0`.execute(tx);
    });
    const rows = await db.selectFrom('source').select('id').where('removed_seq', 'is', null).orderBy('id').execute();
    const records = (await listWebRecords(db)).map(({ record }) => record);
    return { sources: rows.map(({ id }) => id), records: [...new Set(records)] };
  });
}

/** Give the rows of a table a page at a time, in the order of its key. */
async function* openPages(db: Reading, name: string, key: readonly string[]): AsyncGenerator<readonly object[]> {
  const wanted = columns[name as keyof Tables]?.map((column) => sql.id(column)) ?? [sql`*`];
  const keys = sql.join(key.map((column) => sql.id(column)));
  let last: readonly unknown[] | undefined;
  for (;;) {
    const after = last === undefined ? sql`` : sql`where (${keys}) > (${sql.join(last)})`;
    const page = sql<
      Record<string, unknown>
    >`select ${sql.join(wanted)} from ${sql.id(name)} ${after} order by ${keys} limit ${rowsAtOnce}`;
    const { rows } = await page.execute(db);
    if (rows.length === 0) return;
    yield rows;
    last = key.map((column) => rows.at(-1)?.[column]);
  }
}
