import { dropLeases, listAssignments, listLeases, putAssignment, takeLease } from '../../store/index.ts';
import type { BoardRow, Doubt } from './board.ts';
import type { Room } from './room.ts';
import { listRows } from './rows.ts';

/** How long an incident stays with whoever works on it. */
export const leaseMinutes = 12;

/** An incident that waits, and who has it before them. */
export interface QueuedRow {
  readonly row: BoardRow;
  readonly assigned?: string;
  readonly leased?: { readonly who: string; readonly until: string };
}

const waiting: readonly Doubt[] = ['disputed', 'changed', 'high', 'single', 'control'];

/**
 * List what waits for a person, the most doubtful first; what is assigned to them goes before the rest, and what is assigned to or leased by others is
 * left out.
 */
export async function listQueue(room: Room, who: string, doubt?: Doubt): Promise<readonly QueuedRow[]> {
  const { leased, assigned } = await listHeld(room);
  const rows = listRows(room, { sort: 'doubt', descending: true, background: true });
  const queued = rows
    .filter((row) => (doubt === undefined ? waiting.includes(row.doubt) : row.doubt === doubt))
    .filter(({ id }) => (leased.get(id)?.who ?? who) === who && (assigned.get(id) ?? who) === who)
    .map((row): QueuedRow => describeQueued(row, leased.get(row.id), assigned.get(row.id)));
  return [...queued.filter((one) => one.assigned === who), ...queued.filter((one) => one.assigned !== who)];
}

function describeQueued(row: BoardRow, leased: QueuedRow['leased'], assigned: string | undefined): QueuedRow {
  return { row, ...(leased && { leased }), ...(assigned === undefined ? {} : { assigned }) };
}

/** Find who has which incident before them, and who is asked to settle which. */
export async function listHeld({ archive }: Room): Promise<{
  readonly leased: ReadonlyMap<string, { readonly who: string; readonly until: string }>;
  readonly assigned: ReadonlyMap<string, string>;
}> {
  return archive.database.read(async (db) => ({
    leased: new Map(
      (await listLeases(db, archive.now())).map(({ incident, who, until }) => [incident, { who, until }]),
    ),
    assigned: new Map((await listAssignments(db)).map(({ incident, who }) => [incident, who])),
  }));
}

/** Take an incident for a person for some minutes; tells who has it and until when. */
export async function leaseIncident(room: Room, who: string, incident: string): Promise<QueuedRow['leased']> {
  const { archive } = room;
  const now = archive.now();
  const until = new Date(Date.parse(now) + leaseMinutes * 60_000).toISOString();
  const lease = await archive.database.write(async (tx) => {
    await dropLeases(tx, who);
    return takeLease(tx, { incident, who, until }, now);
  });
  room.hub.publish({ kind: 'leased', seq: 0, who, incidents: [incident] });
  return { who: lease.who, until: lease.until };
}

/** Ask a person to settle an incident; nobody where the name is empty. */
export async function assignIncident(room: Room, by: string, incident: string, who: string): Promise<void> {
  const { archive } = room;
  const seq = await archive.database.write((tx) =>
    putAssignment(tx, { incident, who, by_whom: by, at: archive.now() }),
  );
  room.seq = Math.max(room.seq, seq);
  room.hub.publish({ kind: 'assigned', seq, who: by, incidents: [incident], detail: { who } });
}
