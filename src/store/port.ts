import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { Blobs } from './blobs.ts';
import type { Tables } from './schema.ts';

/** A snapshot that is read. */
export type Reading = Kysely<Tables>;
/** A change under way. */
export type Writing = Transaction<Tables>;

/** Parts of a query of `version` by words. */
export interface WordSearch {
  readonly from: RawBuilder<unknown>;
  readonly matches: RawBuilder<boolean>;
  /** What to sort by, descending, so that the newest come first. */
  readonly newest: RawBuilder<unknown>;
}

/** What differs between databases. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Type of a column of bytes. */
  readonly bytes: 'blob' | 'bytea';
  /** Statements that make the index of words over `version`. */
  readonly makeSearch: readonly RawBuilder<unknown>[];
  /** How versions are found whose headline or text holds all of these phrases, the newest first and no more than are asked for. */
  readonly search: (phrases: readonly (readonly string[])[]) => WordSearch;
  /** Put versions into the index of words, where that does not follow the table by itself. */
  readonly noteWords: (tx: Writing, from: number) => Promise<void>;
  /** Take versions out of it, before their text goes. */
  readonly dropWords: (tx: Writing, numbers: readonly number[]) => Promise<void>;
}

/** A database of one archive, and its bytes; the same for every dialect. */
export interface Database {
  readonly dialect: Dialect;
  /** Where it is, as errors name it; without a password. */
  readonly place: string;
  readonly blobs: Blobs;
  /** Look things up, all in one snapshot. */
  read<T>(work: (db: Reading) => Promise<T>): Promise<T>;
  /** Change things: all of it is kept, or none. One writer at a time has the log. Throws ArchiveError for what the world does. */
  write<T>(work: (tx: Writing) => Promise<T>): Promise<T>;
  /** Problems the database finds in itself. */
  check(): Promise<readonly string[]>;
  close(): Promise<void>;
}
