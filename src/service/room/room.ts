import type { Edition, Incident } from '../../model/index.ts';
import { ArchiveError, findArchive, noteMoves, openIncidents, queueDeliveries } from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import { findGround, sayChanged } from '../decisions.ts';
import { nameDelivery } from '../moved/message.ts';
import { linkNew } from '../records.ts';
import { type BoardRow, describeRow } from './board.ts';
import { type Families, type Family, keepFamilies, type LoggedDecision, loadDecisions } from './families.ts';
import { type Hub, makeHub } from './hub.ts';
import { findMoves, type Move } from './moves.ts';

/** An archive that people look at and decide about: its incidents as lines of a table, and what happens to them. */
export interface Room {
  readonly archive: Archive;
  readonly families: Families;
  readonly hub: Hub;
  /** Incidents by id, as decided. */
  readonly board: Map<string, BoardRow>;
  /** The log of decisions, the oldest first. */
  decisions: LoggedDecision[];
  /** The incident that each decision is about, as far as it was seen applied. */
  readonly about: Map<string, string>;
  /** The event of the log that it stands at. */
  seq: number;
  /** Counts the changes of the table, so that what is made of it is made once. */
  changes: number;
  /** Changes follow each other. */
  turn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Open a room on an archive; stories are linked first where reports came since. */
export async function openRoom(archive: Archive): Promise<Room> {
  const room: Room = {
    archive,
    families: keepFamilies(archive),
    hub: makeHub(),
    board: new Map(),
    decisions: [],
    about: new Map(),
    seq: 0,
    changes: 0,
    turn: makeTurn(),
  };
  await loadBoard(room);
  await refreshRoom(room);
  return room;
}

function makeTurn(): Room['turn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

async function loadBoard(room: Room): Promise<void> {
  const fresh: BoardRow[] = [];
  for await (const rows of openIncidents(room.archive.database.read))
    for (const { record } of rows) fresh.push(describeRow(JSON.parse(record) as Incident, []));
  // In one go: whoever looks meanwhile sees the table as it was.
  room.board.clear();
  for (const row of fresh) room.board.set(row.id, row);
  room.changes += 1;
}

/** Bring a room up to the last event of the log: stories of new reports, and what others decided. Returns the incidents whose lines are others. */
export async function refreshRoom(room: Room, who = room.archive.who): Promise<readonly string[]> {
  const latest = await room.archive.database.read(findArchive);
  if (latest === undefined || latest.seq === room.seq) return [];
  const before = new Map(room.board);
  const { touched } = await linkNew(room.archive);
  const { seq } = latest;
  if (touched > 0 || room.seq === 0) {
    room.families.clear();
    await loadBoard(room);
  }
  room.decisions = [...(await loadDecisions(room.archive))];
  await ruleAll(room);
  room.seq = seq;
  const moves = before.size === 0 ? [] : findMoves(before, room.board, undefined);
  await keepMoves(room, moves, seq);
  // Told where no figure moved as well: the first reports of an archive, or one that repeats another, are there to be listed.
  room.hub.publish({ kind: 'added', seq, who, incidents: [...new Set(moves.map(({ incident }) => incident))] });
  return moves.map(({ incident }) => incident);
}

/** Note what moved, so that the front page can tell it. */
export async function keepMoves({ archive }: Room, moves: readonly Move[], seq: number): Promise<void> {
  if (moves.length === 0) return;
  const at = archive.now();
  const rows = moves.map(({ incident, attribute, title, was, now, because }) => ({
    ...{ seq, at, incident, attribute, title, because },
    was: was === undefined ? '' : JSON.stringify(was),
    now: now === undefined ? '' : JSON.stringify(now),
  }));
  const work = archive.database.write(async (tx) => {
    await noteMoves(tx, rows);
    // In the same step: what is noted as moved is told, whatever happens to this process.
    await queueDeliveries(tx, { seq, at }, (webhook) => nameDelivery(webhook, seq));
  });
  await work.catch((error: unknown) => {
    // Whoever only looks leaves what moved to be noted by who writes.
    if (!(error instanceof ArchiveError) || error.code !== 'archive/read-only') throw error;
  });
}

/** Apply all decisions, family by family; what nobody decided about stays as it was reconciled. */
async function ruleAll(room: Room): Promise<void> {
  const done = new Set<string>();
  for (const { articles, undone } of room.decisions) {
    if (undone !== undefined || [...articles].every((id) => done.has(id))) continue;
    const family = await room.families.open([...articles].sort(), room.decisions);
    for (const id of family.articles) done.add(id);
    putFamily(room, family);
  }
}

/** List the lines of the table that tell of a family's articles: no other family's incident does. */
export function linesOf({ board }: Room, { articles }: Family): ReadonlyMap<string, BoardRow> {
  const own = new Set(articles);
  return new Map([...board].filter(([, row]) => row.articles.some((id) => own.has(id))));
}

/** Put the lines of a family's incidents as they are now decided, in place of those they were; returns their ids. */
export function putFamily(room: Room, family: Family): readonly string[] {
  const { edition } = family;
  room.changes += 1;
  const now = new Set(edition.incidents.map(({ id }) => id));
  for (const { id, incident } of edition.decisions ?? []) if (incident !== undefined) room.about.set(id, incident);
  for (const id of linesOf(room, family).keys()) if (!now.has(id)) room.board.delete(id);
  for (const incident of edition.incidents) {
    const changed = findChange(room, edition, incident.id);
    room.board.set(incident.id, describeRow(incident, edition.decisions ?? [], changed));
  }
  return [...now];
}

/** Say what came or went of the ground of the decisions on an incident since they were made. */
export function findChange({ decisions }: Room, edition: Edition, incident: string): string | undefined {
  const grounds = new Map(decisions.map(({ decision, ground }) => [decision.id, ground]));
  for (const decision of edition.decisions ?? []) {
    const ground = grounds.get(decision.id);
    if (decision.incident !== incident || decision.status !== 'applied' || ground?.claims === undefined) continue;
    if (decision.action !== 'accept' && decision.action !== 'override' && decision.action !== 'cannot-tell') continue;
    const changed = sayChanged(ground, findGround(edition, decision, incident));
    if (changed !== undefined) return changed;
  }
  return undefined;
}
