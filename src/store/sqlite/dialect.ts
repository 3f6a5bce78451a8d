import { sql } from 'kysely';
import type { Dialect } from '../port.ts';

/** Write phrases as a query of FTS5: every phrase in quotes, all of them wanted. */
function writeQuery(phrases: readonly (readonly string[])[]): string {
  return phrases.map((words) => `"${words.join(' ').replaceAll('"', '')}"`).join(' AND ');
}

const many = 500;

/** SQLite: one file, one writer; words in an FTS5 table that holds none of the text again. */
export const sqliteDialect: Dialect = {
  name: 'sqlite',
  bytes: 'blob',
  makeSearch: [
    sql`create virtual table version_words using fts5(headline, text, content='version', content_rowid='number', tokenize='unicode61 remove_diacritics 0')`,
    sql`insert into version_words (rowid, headline, text) select number, headline, text from version where removed_seq is null`,
  ],
  // The index gives the newest first and is left once enough are found: a word of every report costs no more than a rare one.
  search: (phrases) => ({
    from: sql`version_words inner join version on version.number = version_words.rowid`,
    matches: sql<boolean>`version_words match ${writeQuery(phrases)}`,
    newest: sql`version_words.rowid`,
  }),
  noteWords: async (tx, from) => {
    await sql`insert into version_words (rowid, headline, text) select number, headline, text from version where number > ${from}`.execute(
      tx,
    );
  },
  dropWords: async (tx, numbers) => {
    for (let at = 0; at < numbers.length; at += many) {
      const some = sql.join(numbers.slice(at, at + many));
      await sql`insert into version_words (version_words, rowid, headline, text) select 'delete', number, headline, text from version where number in (${some})`.execute(
        tx,
      );
    }
  },
};
