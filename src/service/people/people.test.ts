import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openDialects, openTestArchive } from '../../../test/kits/archives.ts';
import { type Archive, backupArchive, openArchive, verifyArchive } from '../index.ts';
import {
  addPerson,
  changePassword,
  changePerson,
  endSession,
  endSessions,
  findPerson,
  findSession,
  findToken,
  invite,
  listAccounts,
  listSessions,
  listTokens,
  makeToken,
  noteAccessOf,
  openInvitation,
  readAccess,
  SignInRefused,
  sessionHours,
  signIn,
  takeInvitation,
  withdrawToken,
} from './index.ts';

const { dialects, close } = await openDialects();
afterAll(close);

const begun = '2031-05-20T12:00:00.000Z';
const admin = { who: 'A. Admin', address: '' };
const address = '192.0.2.7';
const password = 'ferry lantern upland';

describe.each(dialects)('people of an archive in $name', ({ makePlace }) => {
  /** An archive with a clock that the test turns. */
  async function open() {
    const base = await openTestArchive(makePlace());
    const clock = { at: begun };
    const archive: Archive = { ...base, now: () => clock.at };
    const pass = (hours: number): void => {
      clock.at = new Date(Date.parse(clock.at) + hours * 3_600_000).toISOString();
    };
    const person = await addPerson(archive, admin, { name: 'B. Coder', role: 'coder' });
    return { archive, pass, person };
  }

  async function openWithPassword() {
    const opened = await open();
    const token = await invite(opened.archive, admin, opened.person.id);
    const cookie = await takeInvitation(opened.archive, { token, password, address });
    return { ...opened, cookie };
  }

  const enter = (archive: Archive, given = password, from = address, name = 'b.coder') =>
    signIn(archive, { signIn: name, password: given, address: from });

  it('are let in by an invitation that is good once and for a week, and choose a password', async () => {
    const { archive, pass, person } = await open();
    const late = await invite(archive, admin, person.id);
    pass(7 * 24 + 1);
    expect(await openInvitation(archive, late)).toBeUndefined();
    const token = await invite(archive, admin, person.id);
    expect(await openInvitation(archive, token)).toMatchObject({ name: 'B. Coder', signIn: 'b.coder' });
    const given = { token, address };
    for (const weak of ['short', 'aaaaaaaaaaaaaaaa', 'x'.repeat(201)])
      await expect(takeInvitation(archive, { ...given, password: weak })).rejects.toThrow('password');
    const cookie = await takeInvitation(archive, { ...given, password });
    expect((await findSession(archive, cookie))?.person).toMatchObject({ name: 'B. Coder', role: 'coder' });
    await expect(takeInvitation(archive, { ...given, password })).rejects.toThrow('used before');
    // Of secrets only hashes are kept; a password is hashed by argon2id.
    const { rows } = await archive.database.read((db) => sql<{ password: string }>`select * from person`.execute(db));
    expect(rows[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    for (const table of ['session', 'invitation', 'access', 'person']) {
      const kept = await archive.database.read((db) => sql`select * from ${sql.id(table)}`.execute(db));
      for (const secret of [cookie, token, password]) expect(JSON.stringify(kept.rows)).not.toContain(secret);
    }
    await archive.close();
  });

  it('sign in under a new session each time, which ends when idle, after a day, and when they leave', async () => {
    const { archive, pass, cookie } = await openWithPassword();
    const [first, second] = [await enter(archive), await enter(archive, password.normalize('NFD'))];
    expect(new Set([cookie, first, second]).size).toBe(3);
    const csrfs = await Promise.all([first, second].map(async (one) => (await findSession(archive, one))?.csrf));
    expect(new Set(csrfs).size).toBe(2);
    expect(await findSession(archive, 'guessed')).toBeUndefined();
    const session = await findSession(archive, first);
    await endSession(archive, { who: 'B. Coder', address }, session?.key ?? '');
    expect(await findSession(archive, first)).toBeUndefined();
    for (let used = 0; used < sessionHours.whole; used += sessionHours.idle / 2) {
      expect(await findSession(archive, second)).toBeDefined();
      pass(sessionHours.idle / 2);
    }
    expect(await findSession(archive, second)).toBeUndefined();
    const third = await enter(archive);
    pass(sessionHours.idle);
    expect(await findSession(archive, third)).toBeUndefined();
    await archive.close();
  });

  it('are kept out once disabled, and end their sessions everywhere', async () => {
    const { archive, person, cookie } = await openWithPassword();
    const other = await enter(archive);
    const key = (await findSession(archive, cookie))?.key ?? '';
    expect(await listSessions(archive, person.id)).toHaveLength(2);
    await endSessions(archive, { who: 'B. Coder', address }, person, key);
    expect([await findSession(archive, other), (await findSession(archive, cookie))?.key]).toEqual([undefined, key]);
    const { token } = await makeToken(archive, admin, { person: person.id, name: 'a', scopes: ['read'], days: 9 });
    await changePerson(archive, admin, person.id, { disabled: true });
    expect([await findSession(archive, cookie), await findToken(archive, token)]).toEqual([undefined, undefined]);
    await expect(enter(archive)).rejects.toThrow('do not go together');
    await expect(invite(archive, admin, person.id)).rejects.toThrow('enable');
    await changePerson(archive, admin, person.id, { disabled: false, role: 'editor', unveils: true });
    expect(await findSession(archive, await enter(archive))).toMatchObject({
      person: { role: 'editor', unveils: true },
    });
    await archive.close();
  });

  it('change their password, which ends all other sessions', async () => {
    const { archive, person, cookie } = await openWithPassword();
    const other = await enter(archive);
    const key = (await findSession(archive, cookie))?.key ?? '';
    const given = { person: person.id, key, next: 'another lantern, higher' };
    const actor = { who: 'B. Coder', address };
    await expect(changePassword(archive, actor, { ...given, before: 'guessed guess' })).rejects.toThrow('another');
    await changePassword(archive, actor, { ...given, before: password });
    expect([await findSession(archive, other), (await findSession(archive, cookie))?.key]).toEqual([undefined, key]);
    await expect(enter(archive)).rejects.toThrow('do not go together');
    await enter(archive, given.next);
    await archive.close();
  });

  it('are braked when somebody guesses: of one account from anywhere, of one address for any account', async () => {
    const { archive, pass } = await openWithPassword();
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) => enter(archive, 'guessed guess', `192.0.2.${at}`)),
    );
    const refusals = tries.map((one) => (one.status === 'rejected' ? (one.reason as SignInRefused).waitSeconds : -1));
    // Five were looked at, however many came at once; the rest waits, the right password too.
    expect(refusals.filter((wait) => wait === 0)).toHaveLength(5);
    await expect(enter(archive, password, '198.51.100.1')).rejects.toThrow('Too many tries; wait 15 seconds');
    pass(1 / 100);
    await enter(archive, password, '198.51.100.1');
    for (let guess = 0; guess < 30; guess += 1)
      await expect(enter(archive, 'guessed guess', '203.0.113.9', `name-${guess}`)).rejects.toThrow('do not go');
    const unknown = enter(archive, 'guessed guess', '203.0.113.9', 'name-99');
    await expect(unknown).rejects.toThrow(SignInRefused);
    await expect(unknown).rejects.toThrow('Too many tries');
    await archive.close();
  });

  it('have names that the log tells apart, and one of them at least looks after people', async () => {
    const { archive, person } = await open();
    for (const name of ['b.  coder', 'Ｂ. Coder'])
      await expect(addPerson(archive, admin, { name, role: 'reader' })).rejects.toThrow('has this name');
    const asked = { name: 'B. Other', signIn: ' B.Coder ', role: 'reader' } as const;
    await expect(addPerson(archive, admin, asked)).rejects.toThrow('signs in by this name');
    await expect(addPerson(archive, admin, { name: '<b>', role: 'reader' })).rejects.toThrow('name: give');
    const first = await addPerson(archive, admin, { name: 'A. Admin', role: 'admin' });
    await expect(changePerson(archive, admin, first.id, { role: 'coder' })).rejects.toThrow('last admin');
    await expect(changePerson(archive, admin, first.id, { disabled: true })).rejects.toThrow('last admin');
    await changePerson(archive, admin, person.id, { role: 'admin' });
    await changePerson(archive, admin, first.id, { role: 'coder' });
    expect(await findPerson(archive, 'a. ADMIN')).toMatchObject({ name: 'A. Admin', role: 'coder' });
    expect(await listAccounts(archive)).toMatchObject([{ signIn: 'a.admin' }, { signIn: 'b.coder', role: 'admin' }]);
    await archive.close();
  });

  it('give programs tokens with scopes and an end, and withdraw them', async () => {
    const { archive, pass, person } = await open();
    const asked = { person: person.id, name: 'our sheet', scopes: ['read'], days: 30 } as const;
    const { token, id } = await makeToken(archive, admin, asked);
    expect(await findToken(archive, token)).toMatchObject({
      person: { role: 'coder' },
      how: 'token',
      scopes: ['read'],
    });
    expect(await listTokens(archive, person.id)).toMatchObject([{ id, name: 'our sheet', used: begun }]);
    expect(JSON.stringify(await listTokens(archive, person.id))).not.toContain(token);
    for (const wrong of [{ days: 0 }, { days: 400 }, { scopes: [] }, { name: ' ' }])
      await expect(makeToken(archive, admin, { ...asked, ...wrong })).rejects.toThrow(/days|scopes|name/);
    pass(30 * 24);
    expect(await findToken(archive, token)).toBeUndefined();
    const other = await makeToken(archive, admin, asked);
    await expect(withdrawToken(archive, admin, 'somebody', other.id)).rejects.toThrow('no such token');
    await withdrawToken(archive, admin, person.id, other.id);
    expect(await findToken(archive, other.token)).toBeUndefined();
    await archive.close();
  });

  it('leave lines in a log of access, of which none can be changed unseen, and go along into a copy', async () => {
    const { archive } = await openWithPassword();
    await expect(enter(archive, 'guessed guess')).rejects.toThrow();
    await noteAccessOf(archive, { who: 'B. Coder', address }, 'exported', 'now.csv');
    const lines = await readAccess(archive, {});
    expect(lines.map(({ kind }) => kind)).toEqual([
      ...['exported', 'sign-in-failed', 'signed-in', 'password-set', 'invited', 'person-added'],
    ]);
    expect(lines[1]).toMatchObject({
      who: 'B. Coder',
      subject: 'b.coder',
      address,
      detail: { why: 'another password' },
    });
    const place = makePlace();
    await backupArchive(archive, place);
    const copy = await openArchive(place);
    expect(await readAccess(copy, {})).toEqual(lines);
    expect((await listAccounts(copy)).map(({ name }) => name)).toEqual(['B. Coder']);
    await copy.close();
    expect((await verifyArchive(archive)).mismatches).toEqual([]);
    await archive.database.write((tx) => sql`update access set who = 'C. Coder' where seq = 5`.execute(tx));
    expect((await verifyArchive(archive)).mismatches).toMatchObject([{ what: 'log', subject: 'access 5' }]);
    await archive.close();
  });
});
