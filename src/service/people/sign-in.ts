import { RequestError } from '../../pipeline/index.ts';
import {
  changePersonRow,
  dropBrake,
  dropInvitations,
  dropSessionsOf,
  findInvitationRow,
  findPersonRow,
  noteAccess,
  putInvitation,
  takeTurn,
} from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import { type Actor, lineOf } from './access.ts';
import { addPerson, foldSignIn, listAccounts, requirePerson, toPerson } from './accounts.ts';
import { brake, brakesOf, release, SignInRefused } from './brake.ts';
import type { Person } from './role.ts';
import { checkChoice, checkPassword, hashPassword, hashSecret, makeSecret } from './secrets.ts';
import { addHours, beginSession } from './sessions.ts';

const invitationHours = 7 * 24;

/**
 * Sign a person in by name and password; returns the value of the cookie.
 *
 * A try counts as failed until it has succeeded, so that many at once are no way around the brake. Throws SignInRefused, which is the
 * same whether the name or the password is wrong.
 */
export async function signIn(
  archive: Archive,
  given: { readonly signIn: string; readonly password: string; readonly address: string },
): Promise<string> {
  const { address, password } = given;
  const name = foldSignIn(given.signIn).slice(0, 200);
  const row = await archive.database.write(async (tx) => {
    await takeTurn(tx);
    await brake(tx, archive.now(), brakesOf(name, address));
    return findPersonRow(tx, 'sign_in', name);
  });
  const isRight = await checkPassword(password, row?.password ?? null);
  if (row === undefined || !isRight || row.disabled_at !== null) {
    const why = row === undefined ? 'no such name' : isRight ? 'disabled' : 'another password';
    const actor = { who: row?.name ?? '', address };
    const line = lineOf(archive.now(), actor, 'sign-in-failed', name, { why });
    await archive.database.write((tx) => noteAccess(tx, line));
    throw new SignInRefused('Name and password do not go together.');
  }
  return archive.database.write(async (tx) => {
    await release(tx, name, address);
    return beginSession(tx, archive.now(), row, 'password', address);
  });
}

/** Make an address by which a person chooses a password, once, within a week; returns the token in it. Throws RequestError. */
export async function invite(archive: Archive, actor: Actor, id: string): Promise<string> {
  const token = makeSecret();
  await archive.database.write(async (tx) => {
    const { name, disabled_at } = await requirePerson(tx, id);
    if (disabled_at !== null) throw new RequestError(`${name} may not come in; enable them first`);
    const at = archive.now();
    const row = { id: hashSecret(token), person: id, by_whom: actor.who, at, until: addHours(at, invitationHours) };
    await putInvitation(tx, row);
    await noteAccess(tx, lineOf(at, actor, 'invited', name, { until: row.until }));
  });
  return token;
}

/**
 * Invite somebody to look after people where nobody can come in who does; returns the token, or undefined where somebody can.
 *
 * The person is made where there is no admin at all.
 */
export async function inviteFirst(archive: Archive, name: string): Promise<string | undefined> {
  const admins = (await listAccounts(archive)).filter(
    ({ role, disabledAt }) => role === 'admin' && disabledAt === undefined,
  );
  if (admins.some(({ hasPassword, issuers }) => hasPassword || issuers.length > 0)) return undefined;
  const actor = { who: name, address: '' };
  const first = admins[0] ?? (await addPerson(archive, actor, { name, role: 'admin' }));
  return invite(archive, actor, first.id);
}

/** Find whom an invitation is for; undefined where it is wrong, used or too old. */
export async function openInvitation(
  { database, now }: Archive,
  token: string,
): Promise<(Required<Person> & { readonly signIn: string }) | undefined> {
  return database.read(async (db) => {
    const row = await findInvitationRow(db, hashSecret(token));
    if (row === undefined || row.until <= now()) return undefined;
    const person = await findPersonRow(db, 'id', row.person);
    return person?.disabled_at === null ? { ...toPerson(person), signIn: person.sign_in } : undefined;
  });
}

/**
 * Take an invitation: the password is set, every session of the person ends, and a new one begins. Returns the value of its cookie.
 *
 * Throws RequestError for a password that is none, SignInRefused for an invitation that is no longer good.
 */
export async function takeInvitation(
  archive: Archive,
  given: { readonly token: string; readonly password: string; readonly address: string },
): Promise<string> {
  const { token, password, address } = given;
  const found = await openInvitation(archive, token);
  if (found === undefined) throw new SignInRefused('This address was used before, or is too old; ask for another.');
  checkChoice(password, [found.name, found.signIn]);
  const hashed = await hashPassword(password);
  return archive.database.write(async (tx) => {
    await takeTurn(tx);
    const row = await findInvitationRow(tx, hashSecret(token));
    if (row === undefined) throw new SignInRefused('This address was used before; ask for another.');
    const at = archive.now();
    const person = await requirePerson(tx, row.person);
    await dropInvitations(tx, row.person);
    await dropSessionsOf(tx, row.person);
    await dropBrake(tx, brakesOf(person.sign_in, address)[0][0]);
    await changePersonRow(tx, row.person, { password: hashed });
    await noteAccess(tx, lineOf(at, { who: person.name, address }, 'password-set', person.name, { how: 'invitation' }));
    return beginSession(tx, at, person, 'invitation', address);
  });
}

/** Give oneself another password; all other sessions end. Throws RequestError where the one until now is wrong. */
export async function changePassword(
  archive: Archive,
  actor: Actor,
  given: { readonly person: string; readonly key: string; readonly before: string; readonly next: string },
): Promise<void> {
  const row = await archive.database.read((db) => requirePerson(db, given.person));
  await archive.database.write((tx) => brake(tx, archive.now(), brakesOf(row.sign_in, actor.address)));
  if (row.password !== null && !(await checkPassword(given.before, row.password)))
    throw new RequestError('the password until now is another');
  checkChoice(given.next, [row.name, row.sign_in]);
  const hashed = await hashPassword(given.next);
  await archive.database.write(async (tx) => {
    await release(tx, row.sign_in, actor.address);
    await changePersonRow(tx, row.id, { password: hashed });
    await dropSessionsOf(tx, row.id, given.key);
    await noteAccess(tx, lineOf(archive.now(), actor, 'password-set', row.name, { how: 'changed' }));
  });
}
