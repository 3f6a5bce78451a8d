import type { Kysely } from 'kysely';
import type { Dialect } from '../port.ts';
import { makeIndex, makeTable } from './1-keep.ts';

/** What programs need: answers to requests that may be repeated, whom to tell of figures that moved, and how far that is. */
export async function keepApi(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [text, integer] = ['text', 'integer'] as const;
  const asked = { who: text, key: text } as const;
  await makeTable(
    db,
    dialect,
    'request_key',
    { ...asked, fingerprint: text, status: integer, answer: text, at: text },
    Object.keys(asked),
  );
  await makeTable(db, dialect, 'webhook', { id: text, url: text, secret: text, who: text, at: text, stopped: 'text?' });
  const tried = { state: text, attempts: integer, next_at: text, outcome: text, at: text } as const;
  await makeTable(db, dialect, 'delivery', { id: text, webhook: text, seq: integer, ...tried });
  await makeIndex(db, 'delivery', 'state', 'next_at');
  await makeIndex(db, 'delivery', 'webhook', 'seq');
}
