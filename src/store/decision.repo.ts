import { noteEvent } from './archive.repo.ts';
import type { Reading, Writing } from './port.ts';
import type { DecisionRow, EditionRow } from './schema.ts';

/** Append a decision, or the taking back of one; nothing is ever changed. */
export async function appendDecision(
  tx: Writing,
  row: Omit<DecisionRow, 'seq'>,
  who: string,
  at: string,
): Promise<number> {
  const seq = await noteEvent(tx, { kind: row.kind, subject: row.id, who, at });
  await tx
    .insertInto('decision')
    .values({ seq, ...row })
    .execute();
  return seq;
}

/** List decisions and takings back up to an event, the oldest first. */
export function listDecisionRows(db: Reading, upTo: number): Promise<readonly DecisionRow[]> {
  return db.selectFrom('decision').selectAll().where('seq', '<=', upTo).orderBy('seq').execute();
}

/** Keep a snapshot under a name; a name is given once. Returns the number of the event, undefined where the name was given before. */
export async function keepSnapshot(tx: Writing, row: EditionRow, who: string): Promise<number | undefined> {
  const known = await findSnapshot(tx, row.name);
  if (known !== undefined) return undefined;
  const seq = await noteEvent(tx, { kind: 'snapshot', subject: row.name, who, at: row.at, detail: { hash: row.hash } });
  await tx.insertInto('edition').values(row).execute();
  return seq;
}

export function findSnapshot(db: Reading, name: string): Promise<EditionRow | undefined> {
  return db.selectFrom('edition').selectAll().where('name', '=', name).executeTakeFirst();
}

export function listSnapshots(db: Reading): Promise<readonly EditionRow[]> {
  return db.selectFrom('edition').selectAll().orderBy('seq').orderBy('name').execute();
}
