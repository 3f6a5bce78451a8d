import { noteEvent } from './archive.repo.ts';
import type { Reading, Writing } from './port.ts';
import type { ProposalRow } from './schema.ts';

/** Keep what is proposed; the same proposal that still waits is kept once. Returns the event. */
export async function putProposal(
  tx: Writing,
  row: Pick<ProposalRow, 'id' | 'incident' | 'content' | 'seen' | 'by_whom' | 'at'>,
): Promise<number> {
  const { id, incident, by_whom, at } = row;
  const known = await tx.selectFrom('proposal').select('seq').where('id', '=', id).executeTakeFirst();
  if (known !== undefined) return known.seq;
  const seq = await noteEvent(tx, { kind: 'propose', subject: incident, who: by_whom, at, detail: { id } });
  const settled = { settled_by: null, settled_at: null, decision: null };
  await tx
    .insertInto('proposal')
    .values({ ...row, seq, status: 'waiting', ...settled })
    .execute();
  return seq;
}

/** Say what became of a proposal. Returns false where it was settled before. */
export async function settleProposal(
  tx: Writing,
  id: string,
  settled: {
    readonly status: 'accepted' | 'dismissed';
    readonly by: string;
    readonly at: string;
    readonly decision?: string;
  },
): Promise<number | undefined> {
  const { status, by, at, decision = null } = settled;
  const { numUpdatedRows } = await tx
    .updateTable('proposal')
    .set({ status, settled_by: by, settled_at: at, decision })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return undefined;
  return noteEvent(tx, { kind: 'settle', subject: id, who: by, at, detail: { status, decision } });
}

export function findProposal(db: Reading, id: string): Promise<ProposalRow | undefined> {
  return db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
}

/** List proposals that wait, the oldest first. */
export function listProposals(db: Reading): Promise<readonly ProposalRow[]> {
  return db.selectFrom('proposal').selectAll().where('status', '=', 'waiting').orderBy('seq').execute();
}
