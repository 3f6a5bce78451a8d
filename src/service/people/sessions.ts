import {
  dropOldSessions,
  dropSession,
  dropSessionsOf,
  findSessionRow,
  listSessionRows,
  noteAccess,
  type PersonRow,
  putSession,
  touchSession,
  type Writing,
} from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import { type Actor, lineOf } from './access.ts';
import { toPerson } from './accounts.ts';
import { type Asker, scopes } from './role.ts';
import { hashSecret, makeSecret } from './secrets.ts';

/** How long a session lasts without a request, and whatever is done in it: a break, and a working day. */
export const sessionHours = { idle: 4, whole: 16 } as const;
/** How often it is written down that a session is used. */
const noticedMs = 60_000;
const hourMs = 3_600_000;

/** Shift an instant by hours. */
export const addHours = (at: string, hours: number): string => new Date(Date.parse(at) + hours * hourMs).toISOString();

/** A session of a browser, and what goes with each change it asks for. */
export interface BrowserSession extends Asker {
  readonly csrf: string;
}

/** A session as its owner sees it. */
export interface OwnSession {
  readonly key: string;
  readonly since: string;
  readonly seen: string;
  readonly address: string;
}

/**
 * Begin a session within a change under way; returns the value of its cookie.
 *
 * It is new whatever cookie the browser came with, so that nobody is signed in under one that another knows.
 */
export async function beginSession(
  tx: Writing,
  at: string,
  person: PersonRow,
  how: 'password' | 'invitation' | 'provider',
  address: string,
): Promise<string> {
  const cookie = makeSecret();
  await dropOldSessions(tx, at, addHours(at, -sessionHours.idle));
  const until = addHours(at, sessionHours.whole);
  const row = { id: hashSecret(cookie), person: person.id, csrf: makeSecret(), how, address };
  await putSession(tx, { ...row, created_at: at, seen_at: at, until });
  await noteAccess(tx, lineOf(at, { who: person.name, address }, 'signed-in', person.name, { how }));
  return cookie;
}

/** Find who a cookie was given to; undefined where the session is over, or the person may no longer come in. */
export async function findSession(archive: Archive, cookie: string): Promise<BrowserSession | undefined> {
  const found = await archive.database.read((db) => findSessionRow(db, hashSecret(cookie)));
  if (found === undefined) return undefined;
  const { session, person } = found;
  const now = archive.now();
  const isOver = session.until <= now || addHours(session.seen_at, sessionHours.idle) <= now;
  if (isOver || person.disabled_at !== null) return undefined;
  if (Date.parse(now) - Date.parse(session.seen_at) > noticedMs)
    await archive.database.write((tx) => touchSession(tx, session.id, now));
  return { person: toPerson(person), how: 'browser', key: session.id, scopes, csrf: session.csrf };
}

/** End one session. */
export async function endSession(archive: Archive, actor: Actor, key: string): Promise<void> {
  await archive.database.write(async (tx) => {
    await dropSession(tx, key);
    await noteAccess(tx, lineOf(archive.now(), actor, 'signed-out', actor.who));
  });
}

/** End all sessions of a person but one. */
export async function endSessions(
  archive: Archive,
  actor: Actor,
  person: { readonly id: string; readonly name: string },
  except?: string,
): Promise<void> {
  await archive.database.write(async (tx) => {
    await dropSessionsOf(tx, person.id, except);
    await noteAccess(tx, lineOf(archive.now(), actor, 'signed-out', person.name, { where: 'everywhere' }));
  });
}

/** List the sessions of a person that are not over, the one used last first. */
export async function listSessions({ database, now }: Archive, person: string): Promise<readonly OwnSession[]> {
  const at = now();
  const rows = await database.read((db) => listSessionRows(db, person));
  return rows
    .filter(({ until, seen_at }) => until > at && addHours(seen_at, sessionHours.idle) > at)
    .map(({ id, created_at, seen_at, address }) => ({ key: id, since: created_at, seen: seen_at, address }));
}
