import { type Kysely, sql } from 'kysely';
import { ArchiveError } from '../errors.ts';
import type { Dialect } from '../port.ts';
import { keep } from './1-keep.ts';
import { derive } from './2-derive.ts';
import { keepRecords } from './3-custody.ts';
import { keepLineage } from './4-lineage.ts';
import { keepRoom } from './5-room.ts';
import { keepPeople } from './6-people.ts';
import { keepApi } from './7-api.ts';
import { keepProposals } from './8-proposals.ts';

/** One step forward of the tables; steps are numbered by their place and never changed once released. */
export type Migration = (db: Kysely<unknown>, dialect: Dialect) => Promise<void>;

/** Every step, the first first. A new one is added at the end, with a test that opens an archive of the step before. */
const migrations: readonly Migration[] = [
  ...[keep, derive, keepRecords, keepLineage, keepRoom, keepPeople, keepApi],
  keepProposals,
];

/** The version of the tables this Variorum writes. */
export const newest = migrations.length;

/**
 * Find the version of the tables that are there.
 *
 * Throws ArchiveError (`archive/newer`) where a later Variorum wrote them, and what the database says where there are none.
 */
export async function findFormat(db: Kysely<unknown>, place: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`select max(version) as version from archive_format`.execute(db);
  const version = Number(rows[0]?.version ?? 0);
  if (version <= newest) return version;
  const message = `${place}: a newer Variorum wrote it (format ${version}, this one knows ${newest}); update Variorum`;
  throw new ArchiveError('archive/newer', message);
}

/** Bring the tables to the newest version, each step whole or not at all. Throws what `findFormat` throws. */
export async function migrate(db: Kysely<unknown>, dialect: Dialect, place: string, upTo = newest): Promise<void> {
  await sql`create table if not exists archive_format (version integer not null)`.execute(db);
  const version = await findFormat(db, place);
  for (const [at, step] of migrations.entries()) {
    if (at < version || at >= upTo) continue;
    await db.transaction().execute(async (tx) => {
      await step(tx, dialect);
      await sql`insert into archive_format (version) values (${at + 1})`.execute(tx);
    });
  }
}
