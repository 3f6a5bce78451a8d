import { z } from 'zod';
import { hashContent } from '../../model/index.ts';
import { type Change, RequestError } from '../../pipeline/index.ts';
import { findProposal, listProposals, type ProposalRow, putProposal, settleProposal } from '../../store/index.ts';
import { NotThere } from '../query/page.ts';
import { decideRecord, type Kept, previewDecision, type RoomRequest } from './decide.ts';
import { openRecord } from './record.ts';
import type { Room } from './room.ts';

/** What a program proposes to be decided; it changes nothing until a person accepts it. */
export interface Proposal {
  readonly id: string;
  readonly incident: string;
  readonly title: string;
  readonly request: RoomRequest;
  readonly by: string;
  readonly at: string;
  /** Hash of the record it was proposed on. */
  readonly seen: string;
}

const requestSchema = z.looseObject({ action: z.string(), target: z.string() });
/** Most proposals of one program that may wait: a person has to read each. */
const mostWaiting = 500;

/**
 * Propose a decision for a person to accept or dismiss; tells what it would change. `by` names who proposes.
 *
 * Throws what `previewDecision` throws, and RequestError where no reason is given or too much waits.
 */
export async function proposeDecision(
  room: Room,
  by: string,
  incident: string,
  request: RoomRequest,
): Promise<{ readonly proposal: Proposal; readonly changes: readonly Change[] }> {
  if ((request.reason ?? '').trim() === '') throw new RequestError('say why, with the words it rests on');
  const { archive } = room;
  const changes = await previewDecision(room, by, incident, request);
  const { hash: seen } = await openRecord(room, incident);
  const content = JSON.stringify(request);
  const id = `proposal-${hashContent(JSON.stringify([incident, content, by, seen])).slice(0, 16)}`;
  const waiting = await archive.database.read(listProposals);
  if (waiting.filter((row) => row.by_whom === by).length >= mostWaiting)
    throw new RequestError(`${mostWaiting} proposals of ${by} wait already; a person reads them first`);
  const at = archive.now();
  const row = { id, incident, content, seen, by_whom: by, at };
  const seq = await archive.database.write((tx) => putProposal(tx, row));
  room.seq = Math.max(room.seq, seq);
  room.hub.publish({ kind: 'proposed', seq, who: by, incidents: [incident] });
  return { proposal: describe(room, row), changes };
}

/** List proposals that wait for a person, the oldest first; of one incident where one is named. */
export async function listWaiting(room: Room, incident?: string): Promise<readonly Proposal[]> {
  const rows = await room.archive.database.read(listProposals);
  return rows.filter((row) => incident === undefined || row.incident === incident).map((row) => describe(room, row));
}

/**
 * Decide what was proposed, in the name of the person who accepts it; the reason says who proposed it.
 *
 * Throws NotThere for a proposal that does not wait, what `decideRecord` throws otherwise: SeenElsewhere where the record is another by now.
 */
export async function acceptProposal(room: Room, by: string, id: string): Promise<Kept> {
  const { incident, request, seen, by: proposer } = await openWaiting(room, id);
  const reason = `${request.reason ?? ''} (proposed by ${proposer})`;
  const kept = await decideRecord(room, by, incident, { ...request, reason }, seen);
  await settle(room, id, by, { status: 'accepted', decision: kept.decision, incident });
  return kept;
}

/** Set a proposal aside. Throws NotThere for one that does not wait. */
export async function dismissProposal(room: Room, by: string, id: string): Promise<void> {
  const { incident } = await openWaiting(room, id);
  await settle(room, id, by, { status: 'dismissed', incident });
}

async function openWaiting(room: Room, id: string): Promise<Proposal> {
  const row = await room.archive.database.read((db) => findProposal(db, id));
  if (row?.status !== 'waiting') throw new NotThere(`no proposal "${id}" waits; somebody may have settled it`);
  return describe(room, row);
}

async function settle(
  room: Room,
  id: string,
  by: string,
  { incident, ...settled }: { status: 'accepted' | 'dismissed'; decision?: string; incident: string },
): Promise<void> {
  const { archive } = room;
  const seq = await archive.database.write((tx) => settleProposal(tx, id, { ...settled, by, at: archive.now() }));
  if (seq === undefined) return;
  room.seq = Math.max(room.seq, seq);
  room.hub.publish({ kind: 'proposed', seq, who: by, incidents: [incident] });
}

type Row = Pick<ProposalRow, 'id' | 'incident' | 'content' | 'seen' | 'by_whom' | 'at'>;

function describe(room: Room, { id, incident, content, seen, by_whom: by, at }: Row): Proposal {
  const request = requestSchema.parse(JSON.parse(content)) as unknown as RoomRequest;
  return { id, incident, title: room.board.get(incident)?.title ?? incident, request, by, at, seen };
}
