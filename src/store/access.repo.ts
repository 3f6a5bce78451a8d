import { hashContent } from '../model/index.ts';
import { takeTurn } from './people.repo.ts';
import type { AccessRow, ApiTokenRow, BrakeRow, InvitationRow, PersonRow, SessionRow } from './people-schema.ts';
import type { Reading, Writing } from './port.ts';

export async function putSession(tx: Writing, row: SessionRow): Promise<void> {
  await tx.insertInto('session').values(row).execute();
}

/** Find a session and whose it is, whether or not it is over. */
export async function findSessionRow(
  db: Reading,
  id: string,
): Promise<{ readonly session: SessionRow; readonly person: PersonRow } | undefined> {
  const session = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
  if (session === undefined) return undefined;
  const person = await db.selectFrom('person').selectAll().where('id', '=', session.person).executeTakeFirst();
  return person && { session, person };
}

export function listSessionRows(db: Reading, person: string): Promise<readonly SessionRow[]> {
  return db.selectFrom('session').selectAll().where('person', '=', person).orderBy('seen_at', 'desc').execute();
}

export async function touchSession(tx: Writing, id: string, at: string): Promise<void> {
  await tx.updateTable('session').set({ seen_at: at }).where('id', '=', id).execute();
}

export async function dropSession(tx: Writing, id: string): Promise<void> {
  await tx.deleteFrom('session').where('id', '=', id).execute();
}

/** End all sessions of a person but one. */
export async function dropSessionsOf(tx: Writing, person: string, except = ''): Promise<void> {
  await tx.deleteFrom('session').where('person', '=', person).where('id', '<>', except).execute();
}

/** Forget sessions that were over, or not used since, at given instants. */
export async function dropOldSessions(tx: Writing, now: string, idleSince: string): Promise<void> {
  await tx
    .deleteFrom('session')
    .where((where) => where.or([where('until', '<=', now), where('seen_at', '<=', idleSince)]))
    .execute();
}

/** Keep an invitation in place of the earlier ones of the same person. */
export async function putInvitation(tx: Writing, row: InvitationRow): Promise<void> {
  await tx.deleteFrom('invitation').where('person', '=', row.person).execute();
  await tx.insertInto('invitation').values(row).execute();
}

export function findInvitationRow(db: Reading, id: string): Promise<InvitationRow | undefined> {
  return db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listInvitations(db: Reading): Promise<readonly InvitationRow[]> {
  return db.selectFrom('invitation').selectAll().orderBy('person').execute();
}

export async function dropInvitations(tx: Writing, person: string): Promise<void> {
  await tx.deleteFrom('invitation').where('person', '=', person).execute();
}

export async function putToken(tx: Writing, row: ApiTokenRow): Promise<void> {
  await tx.insertInto('api_token').values(row).execute();
}

/** Find a token by its hash, and whose it is. */
export async function findTokenRow(
  db: Reading,
  hash: string,
): Promise<{ readonly token: ApiTokenRow; readonly person: PersonRow } | undefined> {
  const token = await db.selectFrom('api_token').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (token === undefined) return undefined;
  const person = await db.selectFrom('person').selectAll().where('id', '=', token.person).executeTakeFirst();
  return person && { token, person };
}

export function listTokenRows(db: Reading, person: string): Promise<readonly ApiTokenRow[]> {
  return db.selectFrom('api_token').selectAll().where('person', '=', person).orderBy('created_at').execute();
}

export async function touchToken(tx: Writing, id: string, at: string): Promise<void> {
  await tx.updateTable('api_token').set({ used_at: at }).where('id', '=', id).execute();
}

/** Withdraw a token of a person; tells whether there was one. */
export async function dropToken(tx: Writing, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('api_token')
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export function findBrake(db: Reading, id: string): Promise<BrakeRow | undefined> {
  return db.selectFrom('brake').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function putBrake(tx: Writing, row: BrakeRow): Promise<void> {
  const { failures, at, until } = row;
  await tx
    .insertInto('brake')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ failures, at, until }))
    .execute();
}

export async function dropBrake(tx: Writing, id: string): Promise<void> {
  await tx.deleteFrom('brake').where('id', '=', id).execute();
}

/** Forget failures that are older than an instant. */
export async function dropOldBrakes(tx: Writing, before: string): Promise<void> {
  await tx.deleteFrom('brake').where('at', '<=', before).execute();
}

/** Write a line of the log of access; each holds the hash of the one before, as the log of the archive does. */
export async function noteAccess(tx: Writing, line: Omit<AccessRow, 'seq' | 'chain'>): Promise<void> {
  await takeTurn(tx);
  const last = await tx
    .selectFrom('access')
    .select(['seq', 'chain'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = { seq: (last?.seq ?? 0) + 1, ...line };
  await tx
    .insertInto('access')
    .values({ ...row, chain: chainAccess(last?.chain ?? '', row) })
    .execute();
}

/** Hash a line of the log of access with the hash of the line before it. */
export function chainAccess(
  before: string,
  { seq, at, who, kind, subject, detail, address }: Omit<AccessRow, 'chain'>,
): string {
  return hashContent(JSON.stringify([before, seq, at, who, kind, subject, detail, address]));
}

/** List the log of access, the newest first, from before a line on. */
export function listAccess(db: Reading, before: number, limit: number): Promise<readonly AccessRow[]> {
  return db.selectFrom('access').selectAll().where('seq', '<', before).orderBy('seq', 'desc').limit(limit).execute();
}
