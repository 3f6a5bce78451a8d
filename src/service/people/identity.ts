import { RequestError } from '../../pipeline/index.ts';
import {
  dropIdentity,
  dropInvitations,
  dropSessionsOf,
  findIdentity,
  findInvitationRow,
  findPersonRow,
  listIdentities,
  listInvitations,
  noteAccess,
  type PersonRow,
  putIdentity,
  takeTurn,
  type Writing,
} from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import { type Actor, lineOf } from './access.ts';
import { checkAdmins, foldSignIn, requirePerson } from './accounts.ts';
import { brake, brakeOf, releaseAddress, SignInRefused } from './brake.ts';
import { hashSecret } from './secrets.ts';
import { beginSession } from './sessions.ts';

/** Somebody as another place with accounts knows them. */
export interface Identity {
  readonly issuer: string;
  /** What the issuer calls them for good; means nothing elsewhere. */
  readonly subject: string;
  /** Address of mail that the issuer says it has verified. */
  readonly mail?: string;
}

/** Somebody an issuer vouches for, at the door. */
export interface VouchedSignIn {
  readonly identity: Identity;
  /** Token of the invitation that is taken by it. */
  readonly invitation?: string | undefined;
  readonly address: string;
}

/** Who is meant, or why nobody is. */
type Found = { readonly person: PersonRow; readonly isNew: boolean } | { readonly why: string; readonly who?: string };

/**
 * Sign in whoever an issuer vouches for; returns the value of the cookie.
 *
 * An identity belongs to the person who took an invitation by it; without the address of one, to whom an invitation waits for under the
 * address of mail that the issuer has verified. Nobody is made known by coming. Throws SignInRefused for whoever is not known, or kept out.
 */
export async function signInByIdentity(archive: Archive, coming: VouchedSignIn): Promise<string> {
  const { identity, address } = coming;
  await brakeAddress(archive, address);
  const came = await archive.database.write(async (tx) => {
    await takeTurn(tx);
    const at = archive.now();
    const found = await findMeant(tx, at, coming);
    if ('why' in found) {
      const { why, who = '' } = found;
      const subject = identity.mail ?? identity.subject;
      await noteAccess(tx, lineOf(at, { who, address }, 'sign-in-failed', subject, { why, issuer: identity.issuer }));
      return undefined;
    }
    const { person, isNew } = found;
    if (isNew) await link(tx, at, person, coming);
    await releaseAddress(tx, address);
    return beginSession(tx, at, person, 'provider', address);
  });
  if (came !== undefined) return came;
  throw new SignInRefused(
    'Nobody here is known by this account. Ask an admin of this archive to add you, and come by the address they send.',
  );
}

/** Note that somebody came from an issuer with what cannot be believed. Throws SignInRefused where that has been often. */
export async function noteStrange(
  archive: Archive,
  { issuer, why, address }: { readonly issuer: string; readonly why: string; readonly address: string },
): Promise<void> {
  await brakeAddress(archive, address);
  const line = lineOf(archive.now(), { who: '', address }, 'sign-in-failed', issuer, { why });
  await archive.database.write((tx) => noteAccess(tx, line));
}

/** Count a try of an address; it is kept whatever becomes of the try. */
async function brakeAddress(archive: Archive, address: string): Promise<void> {
  await archive.database.write(async (tx) => {
    await takeTurn(tx);
    await brake(tx, archive.now(), brakeOf(address));
  });
}

async function findMeant(tx: Writing, at: string, { identity, invitation }: VouchedSignIn): Promise<Found> {
  const { issuer, subject, mail } = identity;
  const known = await findIdentity(tx, issuer, subject);
  const owner = known && (await requirePerson(tx, known.person));
  const invited = invitation === undefined ? undefined : await findInvited(tx, at, invitation);
  if (invitation !== undefined && invited === undefined) return { why: 'the invitation is no longer good' };
  if (invited !== undefined && owner !== undefined && owner.id !== invited.id)
    return { why: `this account is that of ${owner.name}`, who: invited.name };
  const waiting = owner === undefined && mail !== undefined ? await findWaiting(tx, at, mail) : undefined;
  const person = invited ?? owner ?? waiting;
  if (person === undefined) return { why: 'not known here' };
  if (person.disabled_at !== null) return { why: 'disabled', who: person.name };
  return { person, isNew: person.id !== owner?.id || invited !== undefined };
}

/** Find whom an invitation is for, where it is still good. */
async function findInvited(tx: Writing, at: string, token: string): Promise<PersonRow | undefined> {
  const row = await findInvitationRow(tx, hashSecret(token));
  return row === undefined || row.until <= at ? undefined : findPersonRow(tx, 'id', row.person);
}

/** Find who signs in by an address of mail and has not yet taken their invitation. */
async function findWaiting(tx: Writing, at: string, mail: string): Promise<PersonRow | undefined> {
  const row = await findPersonRow(tx, 'sign_in', foldSignIn(mail));
  const invitations = row === undefined ? [] : await listInvitations(tx);
  return invitations.some(({ person, until }) => person === row?.id && until > at) ? row : undefined;
}

/** Have an identity be that of a person from now on, as an invitation is taken: once, and with all sessions ended. */
async function link(tx: Writing, at: string, person: PersonRow, { identity, address }: VouchedSignIn): Promise<void> {
  const { issuer, subject } = identity;
  await putIdentity(tx, { issuer, subject, person: person.id });
  await dropInvitations(tx, person.id);
  await dropSessionsOf(tx, person.id);
  await noteAccess(tx, lineOf(at, { who: person.name, address }, 'identity-linked', issuer));
}

/**
 * Have an account of an issuer be that of a person no longer; whoever holds it is nobody here from then on, and all sessions of the person end.
 *
 * Throws RequestError where there is no such account, or nobody would be left who looks after people and can come in.
 */
export async function unlinkIdentity(archive: Archive, actor: Actor, id: string, issuer: string): Promise<void> {
  await archive.database.write(async (tx) => {
    await takeTurn(tx);
    const person = await requirePerson(tx, id);
    const own = (await listIdentities(tx)).filter((one) => one.person === id);
    if (person.password === null && own.every((one) => one.issuer === issuer)) await checkAdmins(tx, person);
    if (!(await dropIdentity(tx, issuer, id))) throw new RequestError(`${person.name} has no account of ${issuer}`);
    await dropSessionsOf(tx, id);
    const line = lineOf(archive.now(), actor, 'identity-unlinked', person.name, { issuer });
    await noteAccess(tx, line);
  });
}
