import { randomUUID } from 'node:crypto';
import { RequestError } from '../../pipeline/index.ts';
import {
  addPersonRow,
  changePersonRow,
  dropInvitations,
  dropSessionsOf,
  findPersonRow,
  listIdentities,
  listInvitations,
  listPersonRows,
  noteAccess,
  type PersonRow,
  type Reading,
  takeTurn,
  type Writing,
} from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import { type Actor, lineOf } from './access.ts';
import { mayDo, type Person, type Role, roles } from './role.ts';

/** Somebody to be made known. */
export interface NewPerson {
  /** What the log calls them, for good. */
  readonly name: string;
  /** What they type to sign in; from the name where absent. */
  readonly signIn?: string | undefined;
  readonly role: Role;
  readonly unveils?: boolean | undefined;
}

/** A person as whoever looks after people sees them. */
export interface Account extends Required<Person> {
  readonly signIn: string;
  /** How they come in: a password, an address that waits to be opened, issuers that know them. */
  readonly hasPassword: boolean;
  readonly invitedUntil?: string;
  readonly issuers: readonly string[];
  readonly disabledAt?: string;
}

/** What is changed of a person. */
export interface AccountChange {
  readonly role?: Role | undefined;
  readonly unveils?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** Give a row as the person it is. */
export function toPerson({ id, name, role, unveils }: PersonRow): Required<Person> {
  return { id, name, role: roles.find((one) => one === role) ?? 'reader', unveils: unveils === 1 };
}

const spaces = /\s+/g;
/** A name as names are compared: two that look alike are one. */
const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(spaces, ' ').trim();

/** Make a sign-in name of what was typed. */
export const foldSignIn = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

const usualSignIn = (name: string): string =>
  keyOf(name)
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .replace(/^\.|\.$/g, '');

/** Make a person known, who cannot come in yet. Throws RequestError for a name that is another's, or none. */
export async function addPerson(archive: Archive, actor: Actor, asked: NewPerson): Promise<Account> {
  const row = await archive.database.write(async (tx) => {
    await takeTurn(tx);
    return putPerson(tx, archive.now(), actor, asked);
  });
  return toAccount(row, []);
}

/** Keep a person within a change under way. Throws RequestError. */
export async function putPerson(
  tx: Writing,
  at: string,
  actor: Actor,
  { name: typed, signIn, role, unveils = false }: NewPerson,
): Promise<PersonRow> {
  const name = typed.normalize('NFC').replace(spaces, ' ').trim();
  const sign_in = foldSignIn(signIn ?? usualSignIn(name));
  if (!/^[\p{L}\p{N}][^\p{C}<>]{0,79}$/u.test(name)) throw new RequestError('name: give one of 1 to 80 characters');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}@._+-]{0,119}$/u.test(sign_in))
    throw new RequestError('sign-in name: give letters, digits and . _ - + @, such as an address of mail');
  if ((await findPersonRow(tx, 'name_key', keyOf(name))) !== undefined)
    throw new RequestError(`${name}: somebody has this name, and the log would not tell two apart; add to it`);
  if ((await findPersonRow(tx, 'sign_in', sign_in)) !== undefined)
    throw new RequestError(`${sign_in}: somebody signs in by this name; give another`);
  const known = { id: randomUUID(), name, name_key: keyOf(name), sign_in, password: null, role };
  const flags = { unveils: unveils ? 1 : 0, by_claims: 0 };
  const row: PersonRow = { ...known, ...flags, created_at: at, disabled_at: null };
  await addPersonRow(tx, row);
  await noteAccess(tx, lineOf(at, actor, 'person-added', name, { signIn: sign_in, role, unveils }));
  return row;
}

/** List everybody who was ever made known. */
export async function listAccounts({ database, now }: Archive): Promise<readonly Account[]> {
  const { rows, invited, identities } = await database.read(async (db) => ({
    rows: await listPersonRows(db),
    invited: await listInvitations(db),
    identities: await listIdentities(db),
  }));
  return rows.map((row) => {
    const issuers = identities.filter(({ person }) => person === row.id).map(({ issuer }) => issuer);
    const waiting = invited.find(({ person, until }) => person === row.id && until > now());
    return { ...toAccount(row, issuers), ...(waiting === undefined ? {} : { invitedUntil: waiting.until }) };
  });
}

function toAccount(row: PersonRow, issuers: readonly string[]): Account {
  const { sign_in: signIn, password, disabled_at } = row;
  const rest = disabled_at === null ? {} : { disabledAt: disabled_at };
  return { ...toPerson(row), signIn, hasPassword: password !== null, issuers, ...rest };
}

/** Find a person within a change under way. Throws RequestError where there is none. */
export async function requirePerson(db: Reading, id: string): Promise<PersonRow> {
  const row = await findPersonRow(db, 'id', id);
  if (row === undefined) throw new RequestError('there is no such person');
  return row;
}

/**
 * Change the role of a person, the right to unveil names, or whether they may come in at all. It holds from their next request on.
 *
 * Throws RequestError where nobody would be left who looks after people.
 */
export async function changePerson(archive: Archive, actor: Actor, id: string, change: AccountChange): Promise<void> {
  const { role, unveils, disabled } = change;
  await archive.database.write(async (tx) => {
    await takeTurn(tx);
    const row = await requirePerson(tx, id);
    if (disabled === true || (role !== undefined && !mayDo(role, 'admin'))) await checkAdmins(tx, row);
    const at = archive.now();
    await changePersonRow(tx, id, {
      ...(role === undefined ? {} : { role }),
      ...(unveils === undefined ? {} : { unveils: unveils ? 1 : 0 }),
      ...(disabled === undefined ? {} : { disabled_at: disabled ? at : null }),
    });
    if (disabled === true) {
      await dropSessionsOf(tx, id);
      await dropInvitations(tx, id);
    }
    await noteAccess(tx, lineOf(at, actor, 'person-changed', row.name, change));
  });
}

/** Refuse to take the last admin away. Throws RequestError. */
export async function checkAdmins(tx: Writing, row: PersonRow): Promise<void> {
  const others = (await listPersonRows(tx)).filter(
    ({ id, role, disabled_at }) => id !== row.id && role === 'admin' && disabled_at === null,
  );
  if (row.role === 'admin' && others.length === 0)
    throw new RequestError(`${row.name} is the last admin; make another one first`);
}

/** List the names of those who may be asked to settle something. */
export async function listColleagues(archive: Archive): Promise<readonly string[]> {
  const accounts = await listAccounts(archive);
  return accounts.filter((one) => one.disabledAt === undefined && mayDo(one.role, 'coder')).map(({ name }) => name);
}

/** Find somebody by the name the log calls them, or by their sign-in name; undefined where there is nobody. */
export async function findPerson({ database }: Archive, words: string): Promise<Required<Person> | undefined> {
  const row = await database.read(
    async (db) =>
      (await findPersonRow(db, 'sign_in', foldSignIn(words))) ?? (await findPersonRow(db, 'name_key', keyOf(words))),
  );
  return row && toPerson(row);
}

/** Find the account with an id. Throws RequestError where there is none. */
export async function findAccount({ database }: Archive, id: string): Promise<Required<Person>> {
  return toPerson(await database.read((db) => requirePerson(db, id)));
}
