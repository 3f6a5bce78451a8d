import type { Kysely } from 'kysely';
import type { Dialect } from '../port.ts';
import { makeIndex, makeTable } from './1-keep.ts';

/** People who sign in, how they are known, and the log of what they were let do. Of every secret only a hash is kept. */
export async function keepPeople(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [text, integer] = ['text', 'integer'] as const;
  const made = { created_at: text, disabled_at: 'text?' } as const;
  const account = { sign_in: text, password: 'text?', role: text, unveils: integer, by_claims: integer } as const;
  await makeTable(db, dialect, 'person', { id: text, name: text, name_key: text, ...account, ...made });
  for (const column of ['name_key', 'sign_in'])
    await db.schema.createIndex(`person_${column}`).on('person').column(column).unique().execute();
  await makeTable(db, dialect, 'person_identity', { issuer: text, subject: text, person: text }, ['issuer', 'subject']);
  const times = { created_at: text, seen_at: text, until: text } as const;
  await makeTable(db, dialect, 'session', { id: text, person: text, csrf: text, how: text, address: text, ...times });
  await makeIndex(db, 'session', 'person');
  await makeTable(db, dialect, 'invitation', { id: text, person: text, by_whom: text, at: text, until: text });
  const token = { name: text, scopes: text, created_at: text, until: text, used_at: 'text?' } as const;
  await makeTable(db, dialect, 'api_token', { id: text, hash: text, person: text, ...token });
  await db.schema.createIndex('api_token_hash').on('api_token').column('hash').unique().execute();
  await makeTable(db, dialect, 'brake', { id: text, failures: integer, at: text, until: text });
  const line = { at: text, who: text, kind: text, subject: text, detail: text, address: text } as const;
  await makeTable(db, dialect, 'access', { seq: integer, ...line, chain: text });
}
