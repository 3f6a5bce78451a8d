import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../port.ts';
import { makeTable } from './1-keep.ts';

/** What became of incidents: merges, splits, other ids. What is derived is made anew, since records now say which mentions they hold. */
export async function keepLineage(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [text, integer] = ['text', 'integer'] as const;
  const key = ['seq', 'was', 'now'];
  await makeTable(db, dialect, 'incident_change', { seq: integer, at: text, was: text, now: text, how: text }, key);
  await sql`alter table incident add column mentions text not null default '[]'`.execute(db);
  await sql`update archive set linked_seq = 0`.execute(db);
}
