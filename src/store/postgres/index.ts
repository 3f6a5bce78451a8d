import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { openBlobTable } from '../blobs.ts';
import { ArchiveError } from '../errors.ts';
import { findFormat, migrate, newest } from '../migrations/index.ts';
import type { Database } from '../port.ts';
import type { Tables } from '../schema.ts';
import { postgresDialect } from './dialect.ts';

/** Connections of one process, where the address names no other number (`?connections=20`). */
const usualConnections = 10;
/** Times a change is begun again that another one, or the network, broke off. */
const maxTries = 5;
const firstPauseMs = 25;
const oidOfInt8 = 20;

/** Tell an address of a PostgreSQL database from a folder. */
export function isPostgres(place: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(place);
}

/**
 * Open the archive of a PostgreSQL database, 15 or later; it lives in the schema that `?schema=` names, `variorum` where none is.
 *
 * Any number of processes may work on it. A change that another breaks off is begun again; one whose connection is lost as it is being
 * committed is told, since nobody knows whether it was kept.
 */
export async function openPostgres(address: string, { create = false, readonly = false } = {}): Promise<Database> {
  const { place, schema, connectionString, connections } = readAddress(address);
  const { default: pg } = await loadDriver();
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    options: `-c search_path=${schema}`,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === oidOfInt8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  // A connection that breaks while idle is replaced when one is needed next.
  pool.on('error', () => undefined);
  // One that breaks while it works fails its query, which is enough; said again as an event it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    if (!readonly || !(await isReady(db, schema, place))) await prepare(db, schema, place, create);
  } catch (error) {
    await db.destroy();
    throw explainPostgres(place, error);
  }
  return makeDatabase(db, place);
}

function makeDatabase(db: Kysely<Tables>, place: string): Database {
  const explained = (error: unknown): never => {
    throw explainPostgres(place, error);
  };
  return {
    dialect: postgresDialect,
    place,
    blobs: openBlobTable(db),
    read: (work) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work).catch(explained),
    write: async (work) => {
      for (let tried = 1; ; tried += 1) {
        let isDone = false;
        try {
          return await db.transaction().execute(async (tx) => {
            const value = await work(tx);
            isDone = true;
            return value;
          });
        } catch (error) {
          if (tried >= maxTries || !mayTryAgain(error, isDone)) return explained(error);
          // A server that starts again takes its time.
          if (isLost(error)) await pause(firstPauseMs * 2 ** tried);
        }
      }
    },
    check: async () => [],
    close: () => db.destroy(),
  };
}

/** An address of a database, taken apart. */
export interface Address {
  readonly place: string;
  readonly schema: string;
  readonly connectionString: string;
  readonly connections: number;
}

/** Read an address: the schema it names, and what the driver needs. Throws ArchiveError. */
export function readAddress(address: string): Address {
  const url = new URL(address);
  const schema = url.searchParams.get('schema') ?? 'variorum';
  if (!/^[a-z_][a-z\d_]{0,62}$/.test(schema))
    throw new ArchiveError('archive/no-such', `schema ${schema}: give a name of small letters, digits and _`);
  const connections = Number(url.searchParams.get('connections') ?? usualConnections);
  for (const own of ['schema', 'connections']) url.searchParams.delete(own);
  const connectionString = url.href;
  url.password = '';
  return { place: `${url.href} (${schema})`, schema, connectionString, connections };
}

/** Load the driver. Throws ArchiveError where it is not there. */
export async function loadDriver(): Promise<{ default: typeof import('pg') }> {
  try {
    return (await import('pg')) as unknown as { default: typeof import('pg') };
  } catch (error) {
    const message = 'archives in PostgreSQL need the package pg: npm install pg';
    throw new ArchiveError('archive/no-driver', message, { cause: error });
  }
}

/** A number that only Variorum locks while it makes tables. */
const makingTables = 7_031_945;

/** Tell whether an archive can be looked at as it is; a user who may only read, or a standby server, can do no more. */
async function isReady(db: Kysely<Tables>, schema: string, place: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from pg_tables where schemaname = ${schema} and tablename = 'archive_format'`.execute(db);
  return rows.length > 0 && (await findFormat(db as unknown as Kysely<unknown>, place)) === newest;
}

async function prepare(db: Kysely<Tables>, schema: string, place: string, create: boolean): Promise<void> {
  await db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(${makingTables})`.execute(one);
    try {
      const { rows } = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(one);
      if (rows.length === 0 && !create)
        throw new ArchiveError('archive/no-such', `${place}: there is no archive; variorum add makes one`);
      if (rows.length === 0) await sql`create schema ${sql.id(schema)}`.execute(one);
      await migrate(one as unknown as Kysely<unknown>, postgresDialect, place);
    } finally {
      await sql`select pg_advisory_unlock(${makingTables})`.execute(one).catch(() => undefined);
    }
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isLost(error: unknown): boolean {
  const words = error instanceof Error ? error.message : '';
  return (
    /^(?:08|57P0|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/.test(codeOf(error)) ||
    /Connection terminated|connection.*(?:closed|ended)|not queryable|timeout expired/i.test(words)
  );
}

/** A change others broke off (serialization, deadlock) may begin again; so may one whose connection went before it was committed. */
function mayTryAgain(error: unknown, isDone: boolean): boolean {
  return (
    /^40(?:001|P01)$/.test(codeOf(error)) ||
    (isLost(error) && !isDone && !/^ECONNREFUSED|^ENOTFOUND/.test(codeOf(error)))
  );
}

/** Say what PostgreSQL or the network refused, as an error of the archive; anything else is given back as it is. */
export function explainPostgres(place: string, error: unknown): unknown {
  if (error instanceof ArchiveError) return error;
  const code = codeOf(error);
  if (isLost(error)) {
    const message = `${place}: the connection was lost; what was not yet acknowledged may be added again, what is kept is known`;
    return new ArchiveError('archive/connection-lost', message, { cause: error });
  }
  if (code === '53100')
    return new ArchiveError('archive/disk-full', `${place}: the disk of the database is full`, { cause: error });
  if (/^(?:42501|25006)$/.test(code)) {
    const message = `${place}: this user may not write to the database`;
    return new ArchiveError('archive/read-only', message, { cause: error });
  }
  if (/^(?:28|3D)/.test(code)) {
    const message = `${place}: ${error instanceof Error ? error.message : 'refused'}`;
    return new ArchiveError('archive/no-such', message, { cause: error });
  }
  return error;
}
