import { sql } from 'kysely';
import type { PersonIdentityRow, PersonRow } from './people-schema.ts';
import type { Reading, Writing } from './port.ts';

/** Have changes of people, and lines of the log of access, follow each other. */
export async function takeTurn(tx: Writing): Promise<void> {
  await tx.updateTable('archive').set({ seq: sql`seq` }).where('id', '=', 1).execute();
}

/** Keep a person; the caller has seen that name and sign-in name are free. */
export async function addPersonRow(tx: Writing, row: PersonRow): Promise<void> {
  await tx.insertInto('person').values(row).execute();
}

export async function changePersonRow(
  tx: Writing,
  id: string,
  change: Partial<Pick<PersonRow, 'role' | 'unveils' | 'disabled_at' | 'password'>>,
): Promise<void> {
  await tx.updateTable('person').set(change).where('id', '=', id).execute();
}

export function findPersonRow(
  db: Reading,
  by: 'id' | 'sign_in' | 'name_key',
  value: string,
): Promise<PersonRow | undefined> {
  return db.selectFrom('person').selectAll().where(by, '=', value).executeTakeFirst();
}

export function listPersonRows(db: Reading): Promise<readonly PersonRow[]> {
  return db.selectFrom('person').selectAll().orderBy('name_key').execute();
}

export function listIdentities(db: Reading): Promise<readonly PersonIdentityRow[]> {
  return db.selectFrom('person_identity').selectAll().orderBy('issuer').orderBy('subject').execute();
}

export function findIdentity(db: Reading, issuer: string, subject: string): Promise<PersonIdentityRow | undefined> {
  const by = { issuer, subject };
  return db
    .selectFrom('person_identity')
    .selectAll()
    .where((where) => where.and(by))
    .executeTakeFirst();
}

/** Keep how an issuer knows a person, in place of how it knew them before. */
export async function putIdentity(tx: Writing, row: PersonIdentityRow): Promise<void> {
  const { issuer, person } = row;
  await tx.deleteFrom('person_identity').where('issuer', '=', issuer).where('person', '=', person).execute();
  await tx.insertInto('person_identity').values(row).execute();
}

/** Forget how an issuer knows a person; tells whether it did. */
export async function dropIdentity(tx: Writing, issuer: string, person: string): Promise<boolean> {
  const by = { issuer, person };
  const { numDeletedRows } = await tx
    .deleteFrom('person_identity')
    .where((where) => where.and(by))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
