import { randomBytes } from 'node:crypto';
import { RequestError } from '../../pipeline/index.ts';
import { dropToken, findTokenRow, listTokenRows, noteAccess, putToken, touchToken } from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import { type Actor, lineOf } from './access.ts';
import { toPerson } from './accounts.ts';
import { type Asker, type Scope, scopes } from './role.ts';
import { hashSecret, makeSecret } from './secrets.ts';
import { addHours } from './sessions.ts';

const longestDays = 366;
const mostTokens = 50;
/** How often it is written down that a token is used. */
const noticedMs = 60_000;

/** A token as its owner sees it; the token itself is shown once, when it is made. */
export interface OwnToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly since: string;
  readonly until: string;
  readonly used?: string;
}

/** Make a token by which a program acts as a person. Throws RequestError. */
export async function makeToken(
  archive: Archive,
  actor: Actor,
  asked: { readonly person: string; readonly name: string; readonly scopes: readonly Scope[]; readonly days: number },
): Promise<{ readonly token: string } & OwnToken> {
  const { person, days } = asked;
  const name = asked.name.trim();
  const given = scopes.filter((scope) => asked.scopes.includes(scope));
  if (name === '') throw new RequestError('name: say what the token is for');
  if (given.length === 0) throw new RequestError('scopes: say what the token may be used for');
  if (!(days >= 1 && days <= longestDays)) throw new RequestError(`days: give 1 to ${longestDays}`);
  if ((await listTokens(archive, person)).length >= mostTokens)
    throw new RequestError(`you have ${mostTokens} tokens; withdraw one first`);
  const token = `variorum_${makeSecret()}`;
  const at = archive.now();
  const own = { id: randomBytes(9).toString('base64url'), name, scopes: given };
  const until = addHours(at, days * 24);
  await archive.database.write(async (tx) => {
    const row = { ...own, scopes: JSON.stringify(given), hash: hashSecret(token), person };
    await putToken(tx, { ...row, created_at: at, until, used_at: null });
    await noteAccess(tx, lineOf(at, actor, 'token-made', name, { scopes: given, until }));
  });
  return { token, ...own, since: at, until };
}

/** Find whose token this is; undefined where it is none, too old, withdrawn, or its person may no longer come in. */
export async function findToken(archive: Archive, token: string): Promise<Asker | undefined> {
  const found = await archive.database.read((db) => findTokenRow(db, hashSecret(token)));
  const now = archive.now();
  if (found === undefined || found.token.until <= now || found.person.disabled_at !== null) return undefined;
  const { id, used_at, scopes: given } = found.token;
  if (used_at === null || Date.parse(now) - Date.parse(used_at) > noticedMs)
    await archive.database.write((tx) => touchToken(tx, id, now));
  const own: readonly string[] = JSON.parse(given);
  const held = scopes.filter((scope) => own.includes(scope));
  return { person: toPerson(found.person), how: 'token', key: `token ${id}`, scopes: held };
}

/** List the tokens of a person, the oldest first. */
export async function listTokens({ database }: Archive, person: string): Promise<readonly OwnToken[]> {
  const rows = await database.read((db) => listTokenRows(db, person));
  return rows.map(({ id, name, scopes: given, created_at: since, until, used_at }) => ({
    ...{ id, name, since, until, scopes: JSON.parse(given) as readonly Scope[] },
    ...(used_at === null ? {} : { used: used_at }),
  }));
}

/** Withdraw a token; a program that has it is not let in from then on. Throws RequestError where there is none. */
export async function withdrawToken(archive: Archive, actor: Actor, person: string, id: string): Promise<void> {
  await archive.database.write(async (tx) => {
    if (!(await dropToken(tx, person, id))) throw new RequestError('there is no such token');
    await noteAccess(tx, lineOf(archive.now(), actor, 'token-withdrawn', id));
  });
}
