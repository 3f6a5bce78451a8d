import { type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../port.ts';

/** A text longer than this is found by its beginning: an index entry holds a megabyte at most. */
const indexedChars = 400_000;

/** PostgreSQL: many writers; words in a generated column that follows the table by itself. */
export const postgresDialect: Dialect = {
  name: 'postgres',
  bytes: 'bytea',
  makeSearch: [
    sql`alter table version add column words tsvector generated always as (to_tsvector('simple', headline || ' ' || left(text, ${sql.lit(indexedChars)}))) stored`,
    sql`create index version_words on version using gin (words)`,
  ],
  search: (phrases) => {
    const wanted = phrases.map((words): RawBuilder<unknown> => sql`phraseto_tsquery('simple', ${words.join(' ')})`);
    const matches = sql<boolean>`version.words @@ (${sql.join(wanted, sql` && `)})`;
    return { from: sql`version`, matches, newest: sql`version.number` };
  },
  noteWords: async () => undefined,
  dropWords: async () => undefined,
};
