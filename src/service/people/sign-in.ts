import ipaddr from 'ipaddr.js';
import { RequestError } from '../../pipeline/index.ts';
import {
  changePersonRow,
  dropBrake,
  dropInvitations,
  dropOldBrakes,
  dropSessionsOf,
  findBrake,
  findInvitationRow,
  findPersonRow,
  noteAccess,
  putBrake,
  putInvitation,
  takeTurn,
  type Writing,
} from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import { type Actor, lineOf } from './access.ts';
import { addPerson, foldSignIn, listAccounts, requirePerson, toPerson } from './accounts.ts';
import type { Person } from './role.ts';
import { checkChoice, checkPassword, hashPassword, hashSecret, makeSecret } from './secrets.ts';
import { addHours, beginSession } from './sessions.ts';

/** Somebody who could not be let in; `waitSeconds` says how long no further try is looked at. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  readonly waitSeconds: number;

  constructor(message: string, waitSeconds = 0) {
    super(message);
    this.waitSeconds = waitSeconds;
  }
}

/** How many tries are free before each further one waits twice as long: of one account, and of one address, behind which many may sit. */
const free = { account: 5, address: 30 } as const;
const [firstWaitSeconds, longestWaitSeconds] = [15, 900];
/** How long failures are held against anybody. */
const memoryHours = 24;
const invitationHours = 7 * 24;

/** How long the next try waits after so many failures. */
function waitAfter(failures: number, allowed: number): number {
  if (failures < allowed) return 0;
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(failures - allowed, 10));
}

const brakesOf = (signIn: string, address: string) =>
  [
    [`account ${hashSecret(signIn)}`, free.account],
    [`address ${blockOf(address)}`, free.address],
  ] as const;

/** Whoever has one address of IPv6 has a block of them. */
function blockOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  return ipaddr.IPv6.parse(address).parts.slice(0, 4).join(':');
}

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

/** Count a try against each brake. Throws SignInRefused where one of them holds. */
async function brake(
  tx: Writing,
  at: string,
  brakes: readonly (readonly [id: string, allowed: number])[],
): Promise<void> {
  await dropOldBrakes(tx, addHours(at, -memoryHours));
  for (const [id, allowed] of brakes) {
    const known = await findBrake(tx, id);
    const left = known === undefined ? 0 : Math.ceil((Date.parse(known.until) - Date.parse(at)) / 1000);
    if (left > 0) throw new SignInRefused(`Too many tries; wait ${sayWait(left)}.`, left);
    const failures = (known?.failures ?? 0) + 1;
    await putBrake(tx, { id, failures, at, until: addHours(at, waitAfter(failures, allowed) / 3600) });
  }
}

/** Take back the try that succeeded: the account is free again; of the address only this one, or whoever has an account could guess on. */
async function release(tx: Writing, signIn: string, address: string): Promise<void> {
  const [[account], [place]] = brakesOf(signIn, address);
  await dropBrake(tx, account);
  const known = await findBrake(tx, place);
  if (known !== undefined) await putBrake(tx, { ...known, failures: Math.max(0, known.failures - 1), until: known.at });
}

const sayWait = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;

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
