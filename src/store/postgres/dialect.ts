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
  matches: (phrases) => {
    const wanted = phrases.map((words): RawBuilder<unknown> => sql`phraseto_tsquery('simple', ${words.join(' ')})`);
    return sql<boolean>`version.words @@ (${sql.join(wanted, sql` && `)})`;
  },
  noteWords: async () => undefined,
  dropWords: async () => undefined,
};
