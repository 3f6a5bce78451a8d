import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../test/kits/postgres.ts';
import { beginArchive, findArchive, listSources, openDatabase } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'variorum-failures-'));
const server = await startPostgres();
afterAll(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const door = fileURLToPath(new URL('./index.ts', import.meta.url));
/** Root may write anywhere; somebody else may not. */
const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Open an archive in a process of its own, as somebody who is not root; gives the code and message of its refusal. */
async function openAsSomebody(place: string, options: object): Promise<string> {
  const script = `
    const { findArchive, openDatabase } = await import(${JSON.stringify(door)});
    const opened = openDatabase(${JSON.stringify(place)}, ${JSON.stringify(options)});
    console.log(await opened.then((database) => database.read(findArchive).then(() => database.close()).then(() => 'opened'), (error) => error.code + ' ' + error.message));`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  const child = spawn(process.execPath, args, { ...somebody, env: { ...process.env, HOME: tmpdir() } });
  let said = '';
  child.stdout.on('data', (part) => {
    said += part;
  });
  await new Promise((resolve) => child.once('close', resolve));
  return said.trim();
}

describe('a folder that may not be written to', () => {
  it('is refused with what to do, whether the archive is there or not', async () => {
    chmodSync(folder, 0o755);
    const place = join(folder, 'archive');
    await (await openDatabase(place, { create: true })).close();
    chmodSync(place, 0o555);
    expect(await openAsSomebody(place, {})).toMatch(/^archive\/read-only .*; change its permissions/);
    // What may not be written to may be looked at: a backup on a disk that is mounted so.
    expect(await openAsSomebody(place, { readonly: true })).toBe('opened');
    const parent = join(folder, 'shut');
    mkdirSync(parent);
    chmodSync(parent, 0o555);
    expect(await openAsSomebody(join(parent, 'new'), { create: true })).toMatch(
      /^archive\/read-only .*the folder may not be written to; change its permissions or name another/,
    );
  });
});

describe.skipIf(server === undefined)('a server of PostgreSQL', () => {
  const address = (name: string): string => server?.address(name) ?? '';

  async function begin(name: string) {
    const database = await openDatabase(address(name), { create: true });
    await database.write((tx) => beginArchive(tx, '{}', 'tester', '2031-05-20T12:00:00Z'));
    return database;
  }

  it('that shows an archive to a user who may only read lets him look, and refuses what he writes', async () => {
    const database = await begin('for_readers');
    await database.write(async (tx) => {
      await sql`create role reader login`.execute(tx);
      await sql`grant usage on schema for_readers to reader`.execute(tx);
      await sql`grant select on all tables in schema for_readers to reader`.execute(tx);
    });
    const own = address('for_readers').replace('variorum@', 'reader@');
    const reader = await openDatabase(own, { readonly: true });
    expect((await reader.read(findArchive))?.seq).toBe(1);
    const writing = reader.write((tx) => beginArchive(tx, '{}', 'reader', ''));
    await expect(writing).rejects.toMatchObject({
      code: 'archive/read-only',
      message: expect.stringContaining('this user may not write to the database'),
    });
    await expect(openDatabase(own)).rejects.toMatchObject({ code: 'archive/read-only' });
    await Promise.all([reader.close(), database.close()]);
  });

  it('that holds an archive of a newer Variorum is refused, to look at too', async () => {
    const database = await begin('newer');
    await database.write((tx) => sql`insert into archive_format (version) values (99)`.execute(tx));
    await database.close();
    for (const readonly of [false, true])
      await expect(openDatabase(address('newer'), { readonly })).rejects.toMatchObject({
        code: 'archive/newer',
        message: expect.stringContaining('update Variorum'),
      });
  });

  it('that is killed in mid-write and comes back has kept the write once, or not at all and said so', async () => {
    const database = await begin('killed');
    let crashed: Promise<void> | undefined;
    const outcome = await database
      .write(async (tx) => {
        await sql`update archive set versions = versions + 1`.execute(tx);
        crashed ??= server?.crash();
        await sql`select pg_sleep(0.2)`.execute(tx);
      })
      .then(
        () => 'done',
        (error: { code?: string; message: string }) => `${error.code} ${error.message}`,
      );
    await crashed;
    const versions = (await database.read(findArchive))?.versions;
    expect([versions, outcome]).toEqual(
      versions === 1 ? [1, 'done'] : [0, expect.stringMatching(/^archive\/connection-lost .*may be added again/)],
    );
    expect(await database.read((db) => listSources(db, 9))).toEqual([]);
    await database.close();
  });

  it('that is not there is told, with its address and without its password', async () => {
    const place = 'postgres://variorum:secret@127.0.0.1:1/none';
    await expect(openDatabase(place)).rejects.toMatchObject({
      code: 'archive/connection-lost',
      message: expect.not.stringContaining('secret'),
    });
  });
});
