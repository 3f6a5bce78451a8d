import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../test/kits/postgres.ts';
import { ArchiveError, explainDisk } from './errors.ts';
import { beginArchive, type Database, findArchive, keepSource, listSources, openDatabase } from './index.ts';
import { explainPostgres } from './postgres/index.ts';
import { nameNetworkDrive } from './sqlite/place.ts';

const folder = mkdtempSync(join(tmpdir(), 'variorum-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const newPlace = (): string => {
  made += 1;
  return join(folder, `archive-${made}`);
};

async function begin(place: string, maxPages?: number): Promise<Database> {
  const database = await openDatabase(place, { create: true, ...(maxPages === undefined ? {} : { maxPages }) });
  await database.write((tx) => beginArchive(tx, '{}', 'tester', '2031-05-20T12:00:00Z'));
  return database;
}

async function keep(database: Database, text: string) {
  const id = await database.blobs.put(new TextEncoder().encode(text));
  const origin = { path: null, url: null, origin: '{}', how: 'path', who: 'tester', at: '2031-05-20T12:00:00Z' };
  const rest = { headers: null, inside: null, blocks: new Uint8Array(), kind: 'add' } as const;
  const version = { article: id, text_id: id, address: null, outlet: null, headline: '', published: null, text };
  const reading = { reader: 'none', content: new Uint8Array() };
  const source = { id, bytes: text.length, ...origin, ...rest, versions: [version], reading };
  return database.write((tx) => keepSource(tx, database, source));
}

describe('an archive in a folder', () => {
  it('is refused to a second process that would write, and shown to one that only looks', async () => {
    const place = newPlace();
    const database = await begin(place);
    await keep(database, 'Two people were killed.');
    const script = `
      const { openDatabase, findArchive } = await import(${JSON.stringify(fileURLToPath(new URL('./index.ts', import.meta.url)))});
      const refused = await openDatabase(${JSON.stringify(place)}).catch((error) => error.code);
      const reader = await openDatabase(${JSON.stringify(place)}, { readonly: true });
      console.log(refused, (await reader.read(findArchive)).seq);
      await reader.close();`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('archive/in-use 2\n');
    await database.close();
    await (await openDatabase(place)).close();
  });

  it('keeps nothing of a step that fills the disk, and goes on once there is room', async () => {
    const place = newPlace();
    const database = await begin(place, 120);
    const long = 'words '.repeat(100_000);
    await expect(keep(database, long)).rejects.toMatchObject({ code: 'archive/disk-full' });
    expect(await database.read((db) => listSources(db, 99))).toEqual([]);
    expect((await database.read(findArchive))?.seq).toBe(1);
    await database.close();
    const again = await openDatabase(place);
    expect(await keep(again, long)).toBe('kept');
    expect(await keep(again, long)).toBe('again');
    await again.close();
  });

  it('is refused where a newer Variorum wrote it', async () => {
    const place = newPlace();
    const database = await begin(place);
    await database.write((tx) => sql`insert into archive_format (version) values (99)`.execute(tx));
    await database.close();
    for (const readonly of [false, true])
      await expect(openDatabase(place, { readonly })).rejects.toMatchObject({
        code: 'archive/newer',
        message: expect.stringContaining('update Variorum'),
      });
  });

  it('is made in a new folder only, and looked for before it is read', async () => {
    const taken = newPlace();
    mkdirSync(taken, { recursive: true });
    writeFileSync(join(taken, 'letter.txt'), 'Dear');
    await expect(openDatabase(taken, { create: true })).rejects.toThrow('it holds other files and no archive');
    await expect(openDatabase(newPlace())).rejects.toThrow('there is no archive; variorum add makes one');
    await expect(openDatabase(join(taken, 'letter.txt'), { create: true })).rejects.toMatchObject({
      code: 'archive/no-such',
    });
    writeFileSync(join(taken, 'archive.db'), 'not a database, but long enough to be looked at as one'.repeat(20));
    await expect(openDatabase(taken)).rejects.toMatchObject({ code: 'archive/damaged' });
  });

  it.each([
    [0x6969, '', 'NFS'],
    [0xff534d42, '', 'CIFS'],
    [-11317950, '', 'CIFS'],
    [0xef53, '', undefined],
    [0, '\\\\server\\share', 'a network share'],
    [0, 'C:\\archive', undefined],
  ])('tells a network drive by its number %i and path %s', (type, path, drive) => {
    expect(nameNetworkDrive(type, path)).toBe(drive);
  });
});

describe('a connection lost in mid-write', async () => {
  const server = await startPostgres();
  afterAll(() => server?.stop());

  /** Put a text away in a change whose connection the server ends, as often as `times` says. */
  async function keepWhileLosing(times: number, name: string) {
    const place = server?.address(name) ?? '';
    const database = await begin(place);
    const other = await openDatabase(place);
    let tries = 0;
    const change = database.write(async (tx) => {
      tries += 1;
      await sql`update archive set versions = versions + 1`.execute(tx);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      if (tries > times) return;
      await other.write((one) => sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(one));
      await sql`select 1`.execute(tx);
    });
    const outcome = await change.then(
      () => 'done',
      (error: unknown) => (error instanceof ArchiveError ? error.code : error),
    );
    const versions = (await other.read(findArchive))?.versions;
    await Promise.all([database.close(), other.close()]);
    return { outcome, tries, versions };
  }

  it('is begun again, and done once', async () => {
    expect(await keepWhileLosing(1, 'lost_once')).toEqual({ outcome: 'done', tries: 2, versions: 1 });
  });

  it('is told where it is lost again and again, and nothing is kept', async () => {
    const told = { outcome: 'archive/connection-lost', tries: 5, versions: 0 };
    expect(await keepWhileLosing(99, 'lost_always')).toEqual(told);
  });
});

describe('what the world refuses', () => {
  const failed = (code: string, message = '') => Object.assign(new Error(message), { code });

  it.each([
    ['EROFS', 'archive/read-only'],
    ['EACCES', 'archive/read-only'],
    ['ENOSPC', 'archive/disk-full'],
  ])('is told in words that say what to do: %s', (code, fault) => {
    expect(explainDisk('archive', failed(code))).toMatchObject({ code: fault, message: expect.stringMatching(/; /) });
  });

  it.each([
    ['57P01', 'archive/connection-lost'],
    ['ECONNRESET', 'archive/connection-lost'],
    ['53100', 'archive/disk-full'],
    ['42501', 'archive/read-only'],
    ['28P01', 'archive/no-such'],
  ])('is told of PostgreSQL: %s', (code, fault) => {
    expect(explainPostgres('postgres://host/db', failed(code))).toMatchObject({ code: fault });
  });

  it('leaves a bug a bug', () => {
    const bug = new TypeError('undefined is not a function');
    expect([explainDisk('archive', bug), explainPostgres('db', bug)]).toEqual([bug, bug]);
  });
});
