import { Kysely, SqliteDialect } from 'kysely';
import { ArchiveError, type ArchiveFault } from '../errors.ts';
import type { Tables } from '../schema.ts';

type Libsql = typeof import('libsql');
type Connection = InstanceType<Libsql>;
interface Statement {
  readonly reader: boolean;
  all(values: readonly unknown[]): unknown[];
  run(values: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  iterate(values: readonly unknown[]): IterableIterator<unknown>;
}

/** Statements kept ready: preparing one takes as long as running it. */
const keptStatements = 200;

/** Load the driver, which an installation may have left out. */
export async function loadDriver(): Promise<Libsql> {
  try {
    const { default: driver } = await import('libsql');
    return driver;
  } catch (error) {
    const message = 'archives in a folder need the package libsql: npm install libsql';
    throw new ArchiveError('archive/no-driver', message, { cause: error });
  }
}

const faults: readonly (readonly [RegExp, ArchiveFault, string])[] = [
  [/^SQLITE_(?:BUSY|LOCKED)/, 'archive/in-use', 'another process is writing to it; wait until it is done, or stop it'],
  [/^SQLITE_FULL/, 'archive/disk-full', 'the disk is full; nothing of this step was kept, make room and add it again'],
  [/^SQLITE_READONLY/, 'archive/read-only', 'the database may not be written to; change its permissions'],
  [/^SQLITE_CANTOPEN/, 'archive/read-only', 'the database cannot be opened; look at the permissions of its folder'],
  [/^SQLITE_IOERR/, 'archive/disk-full', 'the disk refused; nothing of this step was kept'],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, 'archive/damaged', 'the database is damaged; restore it from a backup'],
];

/** Say what SQLite refused, as an error of the archive; anything else is given back as it is. */
export function explainSqlite(place: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = error instanceof Error ? error.message : '';
  const known =
    faults.find(([pattern]) => pattern.test(code)) ??
    (/Unable to open|readonly database/.test(words)
      ? faults.find(([, fault]) => fault === 'archive/read-only')
      : undefined);
  return known === undefined ? error : new ArchiveError(known[1], `${place}: ${known[2]}`, { cause: error });
}

/** Bytes come back as ArrayBuffer and go in as Buffer. */
function openRow(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof ArrayBuffer ? new Uint8Array(value) : value]),
  );
}

const packed = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value));

/** What a statement that was not run gives. */
const nothingRun = { changes: 0, lastInsertRowid: 0 };

/** Make the query builder of a connection; a writer takes the lock when it begins, not when it first writes. */
export function makeBuilder(connection: Connection, isWriter: boolean): Kysely<Tables> {
  const statements = new Map<string, Statement>();
  const prepare = (text: string): Statement => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const made: Statement = connection.prepare<unknown[]>(isWriter && text === 'begin' ? 'begin immediate' : text);
    if (statements.size >= keptStatements) statements.clear();
    statements.set(text, made);
    return made;
  };
  const database = {
    close: () => void connection.close(),
    prepare: (text: string) => {
      const statement = prepare(text);
      return {
        reader: statement.reader,
        all: (values: readonly unknown[]) => statement.all(packed(values)).map(openRow),
        run: (values: readonly unknown[]) =>
          // A full disk has rolled the step back already; to roll it back again would hide what went wrong.
          text === 'rollback' && !connection.inTransaction ? nothingRun : statement.run(packed(values)),
        iterate: (values: readonly unknown[]) => statement.iterate(packed(values)),
      };
    },
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}
