import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../../test/kits/postgres.ts';
import { findArchive, listSources, openDatabase, searchVersions } from '../index.ts';
import type { Dialect } from '../port.ts';
import { postgresDialect } from '../postgres/dialect.ts';
import { loadDriver, makeBuilder } from '../sqlite/connection.ts';
import { sqliteDialect } from '../sqlite/dialect.ts';
import { migrate, newest } from './index.ts';

/** What an archive of each version could hold, beside what those before it could. */
const rows: readonly (readonly string[])[] = [
  [
    `insert into archive (id, created_at, settings, seq, versions, chain) values (1, '', '{"reader":"fast"}', 3, 1, 'c')`,
    `insert into event (seq, kind, subject, who, at, detail, chain) values (1, 'begin', 'archive', 'R. Ames', '', '{}', 'a')`,
    `insert into source (id, bytes, path, origin, how, who, at, blocks, seq) values ('s', 4, 'a.txt', '{}', 'path', 'R. Ames', '', '', 2)`,
    `insert into version (number, article, text_id, source, headline, text, seen_at, seq) values (1, 'a', 't', 's', 'Fire', 'in Norwick', '', 2)`,
    `insert into reading (source, reader, content) values ('s', 'fast', '')`,
    `insert into decision (seq, id, kind, content, edition, ground) values (3, 'd', 'decide', '{}', 'e', '{}')`,
    `insert into edition (name, seq, hash, at) values ('march', 2, 'e', '')`,
  ],
  [
    `insert into story (id, title) values ('story', 'Fire')`,
    `insert into story_article (story, text_id) values ('story', 't')`,
    `insert into incident (id, story, title, record) values ('incident', 'story', 'Fire', '{}')`,
    `insert into incident_article (incident, text_id) values ('incident', 't')`,
    `update archive set linked_seq = 3`,
  ],
  [`insert into web_record (source, record, bytes, headers, blocks, seq) values ('s', 'r', 9, '[]', '', 2)`],
  [`insert into incident_change (seq, at, was, now, how) values (3, '', 'a', 'b', 'renamed')`],
  [`insert into visit (who, seq, at) values ('R. Ames', 3, '')`],
  [`insert into brake (id, failures, at, until) values ('R. Ames', 1, '', '')`],
  [`insert into request_key (who, key, fingerprint, status, answer, at) values ('R. Ames', 'k', '', 200, '', '')`],
];

const tables = ['archive', 'event', 'source', 'version', 'reading', 'decision', 'edition'];

type Builder = Kysely<unknown>;

const folder = mkdtempSync(join(tmpdir(), 'variorum-migrations-'));
const server = await startPostgres();
afterAll(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openFolder(place: string): Promise<Builder> {
  mkdirSync(place, { recursive: true });
  const driver = await loadDriver();
  return makeBuilder(new driver(join(place, 'archive.db')), true) as never;
}

async function openServer(place: string): Promise<Builder> {
  const schema = new URL(place).searchParams.get('schema') ?? '';
  const pool = new pg.Pool({ connectionString: place.replace(/\?.*/, ''), options: `-c search_path=${schema}` });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  await sql`create schema ${sql.id(schema)}`.execute(db);
  return db;
}

const dialects: readonly {
  readonly dialect: Dialect;
  readonly placeOf: (name: string) => string;
  readonly open: (place: string) => Promise<Builder>;
}[] = [
  { dialect: sqliteDialect, placeOf: (name) => join(folder, name), open: openFolder },
  ...(server === undefined ? [] : [{ dialect: postgresDialect, placeOf: server.address, open: openServer }]),
];

/** Read what is kept, as words; which events are linked is derived. */
async function readAll(db: Builder): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows: held } = await sql<Record<string, unknown>>`select * from ${sql.id(table)}`.execute(db);
    found[table] = held.map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([name, one]) =>
          name !== 'linked_seq' && ['string', 'number'].includes(typeof one) ? [[name, String(one)]] : [],
        ),
      ),
    );
  }
  return found;
}

const earlier = Array.from({ length: newest - 1 }, (_, at) => at + 1);

it('has rows to try for every earlier version', () => {
  expect(rows).toHaveLength(earlier.length);
});

describe.each(dialects)('an archive in $dialect.name', ({ dialect, placeOf, open }) => {
  it.each(earlier)('of version %i is brought forward whole, by whoever writes or looks first', async (version) => {
    for (const readonly of [false, true]) {
      const place = placeOf(`from_${version}_${readonly ? 'looking' : 'writing'}`);
      const old = await open(place);
      await migrate(old, dialect, place, version);
      for (const row of rows.slice(0, version).flat()) await sql.raw(row).execute(old);
      if (version > 1) await dialect.noteWords(old as never, 0);
      const before = await readAll(old);
      await old.destroy();
      const database = await openDatabase(place, { readonly });
      const found = await database.read(async (db) => ({
        held: await readAll(db as never),
        archive: await findArchive(db),
        sources: (await listSources(db, 9)).map(({ id }) => id),
        changes: await db.selectFrom('incident_change').selectAll().execute(),
      }));
      expect(found).toMatchObject({
        held: before,
        sources: ['s'],
        changes: version < 4 ? [] : [{ was: 'a', now: 'b' }],
      });
      const hits = await searchVersions(database, { phrases: [['norwick']], limit: 2 });
      expect(hits).toMatchObject([{ text: 'in Norwick', headline: 'Fire', seq: 2, removed_seq: null }]);
      // What is derived is made anew where its form changed.
      expect(found.archive?.linked_seq).toBe(version < 4 ? 0 : 3);
      await database.close();
    }
  });
});
