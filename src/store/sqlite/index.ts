import { access, constants, mkdir, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import pLimit from 'p-limit';
import { openBlobFolder } from '../blobs.ts';
import { ArchiveError, explainDisk } from '../errors.ts';
import { findFormat, migrate, newest } from '../migrations/index.ts';
import type { Database } from '../port.ts';
import { explainSqlite, loadDriver, makeBuilder } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { checkPlace } from './place.ts';

const names = { database: 'archive.db', lock: 'archive.lock', blobs: 'sources' } as const;
/** How long a writer waits for one of another connection, milliseconds. */
const patience = 5000;

/** How to open an archive. */
export interface SqliteOptions {
  /** Make it where it is not there. */
  readonly create?: boolean;
  /** Look only: another process may be writing. */
  readonly readonly?: boolean;
  /** Pages the database may grow to, as a disk would bound it. */
  readonly maxPages?: number;
}

/** Tell whether a folder holds an archive. */
export async function isArchive(folder: string): Promise<boolean> {
  return (await stat(join(folder, names.database)).catch(() => undefined))?.isFile() === true;
}

/**
 * Open the archive of a folder: `archive.db` (SQLite, write-ahead log), `sources/` (bytes by their hash), `archive.lock`.
 *
 * One process writes at a time: it holds `archive.lock` by the system, which frees it however the process ends. Others may read.
 */
export async function openSqlite(folder: string, options: SqliteOptions = {}): Promise<Database> {
  await prepareFolder(folder, options);
  const driver = await loadDriver();
  const attempt = <T>(doing: () => T): T => {
    try {
      return doing();
    } catch (error) {
      throw explainSqlite(folder, error);
    }
  };
  const path = join(folder, names.database);
  const looking = await nameForLooking(path, folder);
  const lock = options.readonly === true ? undefined : attempt(() => takeLock(driver, join(folder, names.lock)));
  const open = (isWriter: boolean) =>
    attempt(() => {
      const connection = new driver(isWriter ? path : looking);
      connection.exec(`pragma busy_timeout = ${patience}`);
      connection.exec(isWriter ? 'pragma journal_mode = wal; pragma synchronous = full' : 'pragma query_only = on');
      connection.exec('pragma cache_size = -32768; pragma mmap_size = 67108864; pragma temp_store = memory');
      if (isWriter && options.maxPages !== undefined) connection.exec(`pragma max_page_count = ${options.maxPages}`);
      return makeBuilder(connection, isWriter);
    });
  const writer = lock === undefined ? undefined : open(true);
  try {
    if (writer !== undefined) await migrate(writer as never, sqliteDialect, folder);
  } catch (error) {
    await writer?.destroy();
    lock?.close();
    throw explainSqlite(folder, error);
  }
  const reader = open(false);
  try {
    if (writer === undefined && (await findFormat(reader as never, folder)) < newest) {
      // Whoever looks at an archive of an earlier Variorum brings it forward first, as a writer does.
      await (await openSqlite(folder)).close();
    }
  } catch (error) {
    await reader.destroy();
    throw explainSqlite(folder, error);
  }
  return makeDatabase(folder, writer, reader, () => lock?.close());
}

type Builder = ReturnType<typeof makeBuilder>;

/** Put the port together: writes one after the other, reads one after the other, both at once. */
function makeDatabase(folder: string, writer: Builder | undefined, reader: Builder, unlock: () => void): Database {
  const [writes, reads] = [pLimit(1), pLimit(1)];
  const explained = (error: unknown): never => {
    throw explainSqlite(folder, error);
  };
  return {
    dialect: sqliteDialect,
    place: folder,
    blobs: openBlobFolder(join(folder, names.blobs)),
    read: (work) => reads(() => reader.transaction().execute(work)).catch(explained),
    write: async (work) => {
      if (writer === undefined) throw new ArchiveError('archive/read-only', `${folder}: it was opened to look only`);
      return writes(() => writer.transaction().execute(work)).catch(explained);
    },
    check: async () => {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(reader);
      return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
    },
    close: async () => {
      await reads(() => reader.destroy());
      await writes(() => writer?.destroy());
      unlock();
    },
  };
}

async function prepareFolder(folder: string, { create = false, readonly = false }: SqliteOptions): Promise<void> {
  if (!create && !(await isArchive(folder)))
    throw new ArchiveError('archive/no-such', `${folder}: there is no archive; variorum add makes one`);
  try {
    const held: readonly string[] = await readdir(folder).catch(() => []);
    // A folder of something else is not taken for one: a mistyped name would mix the two.
    if (create && held.length > 0 && !held.includes(names.database) && !held.includes(names.lock))
      throw new ArchiveError('archive/no-such', `${folder}: it holds other files and no archive; name a new folder`);
    await mkdir(folder, { recursive: true });
    await checkPlace(folder);
    // SQLite opens what it may not write to without a word, and refuses the first change.
    if (!readonly) await checkWritable(folder);
  } catch (error) {
    throw explainDisk(folder, error);
  }
}

/** Readers of a log need a file beside it; where the folder takes none and nobody writes there, the database is read as it lies. */
async function nameForLooking(path: string, folder: string): Promise<string> {
  const isWritable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  const isWrittenTo = (await stat(`${path}-wal`).catch(() => undefined)) !== undefined;
  return isWritable || isWrittenTo ? path : `${pathToFileURL(resolve(path)).href}?immutable=1`;
}

async function checkWritable(folder: string): Promise<void> {
  await access(folder, constants.W_OK | constants.X_OK);
  if (await isArchive(folder)) await access(join(folder, names.database), constants.W_OK);
}

/** Take the lock of an archive; the system holds it for this process until it ends. */
function takeLock(driver: Awaited<ReturnType<typeof loadDriver>>, path: string): { close(): void } {
  const connection = new driver(path);
  try {
    connection.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    connection.close();
    throw error;
  }
  return { close: () => void connection.close() };
}
