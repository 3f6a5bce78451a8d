import type { Kysely } from 'kysely';
import type { Dialect } from '../port.ts';
import { makeIndex, makeTable } from './1-keep.ts';

/** What people work with beside decisions: leases, assignments, blind codings, what moved and who has seen it. */
export async function keepRoom(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [text, integer] = ['text', 'integer'] as const;
  await makeTable(db, dialect, 'lease', { incident: text, who: text, until: text });
  await makeTable(db, dialect, 'assignment', { incident: text, who: text, by_whom: text, at: text, seq: integer });
  const coded = { round: text, incident: text, who: text, attribute: text } as const;
  await makeTable(db, dialect, 'coding', { ...coded, content: text, at: text, seq: integer }, Object.keys(coded));
  const moved = { seq: integer, incident: text, attribute: text } as const;
  const told = { at: text, title: text, was: text, now: text, because: text } as const;
  await makeTable(db, dialect, 'figure_move', { ...moved, ...told }, Object.keys(moved));
  await makeIndex(db, 'figure_move', 'incident');
  await makeTable(db, dialect, 'visit', { who: text, seq: integer, at: text });
}
