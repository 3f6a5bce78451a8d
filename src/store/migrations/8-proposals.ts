import type { Kysely } from 'kysely';
import type { Dialect } from '../port.ts';
import { makeIndex, makeTable } from './1-keep.ts';

/** What programs propose to be decided; a person accepts or dismisses it. */
export async function keepProposals(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [text, integer] = ['text', 'integer'] as const;
  const made = { seq: integer, incident: text, content: text, seen: text, by_whom: text, at: text } as const;
  const settled = { status: text, settled_by: 'text?', settled_at: 'text?', decision: 'text?' } as const;
  await makeTable(db, dialect, 'proposal', { id: text, ...made, ...settled });
  await makeIndex(db, 'proposal', 'status', 'incident');
}
