import { sql } from 'kysely';
import { hashContent } from '../model/index.ts';
import type { Reading, Writing } from './port.ts';
import type { ArchiveRow, EventRow } from './schema.ts';

/** Something that was done to an archive, for its log. */
export interface NewEvent {
  readonly kind:
    | 'begin'
    | 'add'
    | 'again'
    | 'remove'
    | 'decide'
    | 'undo'
    | 'snapshot'
    | 'settings'
    | 'capture'
    | 'import'
    | 'assign'
    | 'code'
    | 'propose'
    | 'settle';
  readonly subject: string;
  readonly who: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly detail?: unknown;
}

/** Find the row of the archive; undefined where nothing was ever added. */
export function findArchive(db: Reading): Promise<ArchiveRow | undefined> {
  return db.selectFrom('archive').selectAll().where('id', '=', 1).executeTakeFirst();
}

/** Begin an archive, unless that was done; the first settings given are kept. */
export async function beginArchive(tx: Writing, settings: string, who: string, at: string): Promise<ArchiveRow> {
  const begun = await tx
    .insertInto('archive')
    .values({ id: 1, created_at: at, settings, seq: 0, versions: 0, linked_seq: 0, chain: '' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if ((begun.numInsertedOrUpdatedRows ?? 0n) > 0n) await noteEvent(tx, { kind: 'begin', subject: 'archive', who, at });
  return tx.selectFrom('archive').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
}

/**
 * Write a line of the log and return its number.
 *
 * Whoever writes takes the archive's row first: changes follow each other in the order of the log, and two never wait for one another.
 */
export async function noteEvent(tx: Writing, { kind, subject, who, at, detail }: NewEvent): Promise<number> {
  const { seq, chain: before } = await tx
    .updateTable('archive')
    .set({ seq: sql`seq + 1` })
    .where('id', '=', 1)
    .returning(['seq', 'chain'])
    .executeTakeFirstOrThrow();
  const line = { seq, kind, subject, who, at, detail: JSON.stringify(detail ?? {}) };
  const chain = chainEvent(before, line);
  await tx
    .insertInto('event')
    .values({ ...line, chain })
    .execute();
  await tx.updateTable('archive').set({ chain }).where('id', '=', 1).execute();
  return seq;
}

/** Hash a line of the log with the hash of the line before it: a line that is changed, or taken out, breaks all that follow. */
export function chainEvent(before: string, { seq, kind, subject, who, at, detail }: Omit<EventRow, 'chain'>): string {
  return hashContent(JSON.stringify([before, seq, kind, subject, who, at, detail]));
}

/** Take numbers for new versions; returns the last one taken before. */
export async function reserveVersions(tx: Writing, count: number): Promise<number> {
  const { versions } = await tx
    .updateTable('archive')
    .set({ versions: sql`versions + ${count}` })
    .where('id', '=', 1)
    .returning('versions')
    .executeTakeFirstOrThrow();
  return versions - count;
}

/** Find the hash of the log up to an event; empty before the first. */
export async function findChain(db: Reading, seq: number): Promise<string> {
  const row = await db.selectFrom('event').select('chain').where('seq', '=', seq).executeTakeFirst();
  return row?.chain ?? '';
}

/** List the log, the oldest first. */
export function listEvents(db: Reading, after = 0): Promise<readonly EventRow[]> {
  return db.selectFrom('event').selectAll().where('seq', '>', after).orderBy('seq').execute();
}
