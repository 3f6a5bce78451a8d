import { type Decision, type Edition, isCountRecord, namesOf } from '../../model/index.ts';
import { type Change, compare, type DecisionRequest, decide, RequestError, revise } from '../../pipeline/index.ts';
import { appendDecision } from '../../store/index.ts';
import { findGround } from '../decisions.ts';
import { type Family, type LoggedDecision, listSelectors } from './families.ts';
import { findMoves } from './moves.ts';
import { hashRecord, openFamily } from './record.ts';
import { keepMoves, linesOf, putFamily, type Room } from './room.ts';

/** What a person asks to be decided, of one incident; the server says who and when. */
export type RoomRequest = Omit<DecisionRequest, 'by' | 'at' | 'reason'> & { readonly reason?: string };

/** What a decision came to. */
export interface Kept {
  readonly decision: string;
  /** Where the work goes on: the incident, or the one it is now part of. */
  readonly incident: string;
  /** Hash of what stands now. */
  readonly hash: string;
  readonly seq: number;
}

/** What was seen is no longer what stands: somebody decided, or a report came. */
export class SeenElsewhere extends Error {
  override readonly name = 'SeenElsewhere';
  readonly latest: LoggedDecision | undefined;

  constructor(latest: LoggedDecision | undefined) {
    const { by = 'A new report', action = 'change', attribute = '' } = latest?.decision ?? {};
    super(
      `${by} was here a moment ago (${[action, attribute].join(' ').trim()}): look at what stands now, and decide again`,
    );
    this.latest = latest;
  }
}

/** Reason of a decision that departs from nothing. */
const asItStands = 'It stands as it is.';

/** Say what a decision would change, old to new; nothing is kept. Throws what `decide` throws. */
export async function previewDecision(
  room: Room,
  by: string,
  incident: string,
  request: RoomRequest,
): Promise<readonly Change[]> {
  const family = await openFamily(room, incident);
  const whole = await widen(room, family, request);
  const decision = writeRequest(room, whole.edition, by, request);
  return compare(whole.edition, reviseWith(whole, [decision])).changes;
}

/**
 * Decide about an incident. `seen` is the hash of the record that was looked at.
 *
 * Throws SeenElsewhere where that is no longer what stands, and nothing is kept; what `decide` throws otherwise.
 */
export async function decideRecord(
  room: Room,
  by: string,
  incident: string,
  request: RoomRequest,
  seen: string,
): Promise<Kept> {
  return room.turn(async () => {
    const family = await openFamily(room, incident);
    if (hashRecord(family.edition, incident) !== seen) throw new SeenElsewhere(family.decisions.at(-1));
    const whole = await widen(room, family, request);
    const decision = writeRequest(room, whole.edition, by, request);
    return keepDecision(room, whole, { by, incident, seen, decision });
  });
}

/** Merging and moving reach into another incident, whose reports may share no story with this one. */
async function widen(room: Room, family: Family, { other }: RoomRequest): Promise<Family> {
  const row = other === undefined ? undefined : room.board.get(other);
  if (row === undefined || row.articles.every((id) => family.articles.includes(id))) return family;
  return room.families.open([...new Set([...family.articles, ...row.articles])].sort(), room.decisions);
}

function writeRequest(room: Room, edition: Edition, by: string, request: RoomRequest): Decision {
  const reason = request.reason?.trim() ?? '';
  const isPlain = request.action === 'accept' && isAccepted(edition, request);
  if (reason === '' && !isPlain) throw new RequestError('say why: this departs from what stands');
  return decide(edition, { ...request, by, at: room.archive.now(), reason: reason === '' ? asItStands : reason });
}

/** Tell whether what is accepted is what stands already. */
function isAccepted({ incidents }: Edition, { target, claims = [] }: RoomRequest): boolean {
  const [id, attribute] = target.split('.');
  const incident = incidents.find((one) => one.id === id);
  const name = namesOf(incident?.attributes ?? {}).find((one) => one === attribute);
  const record = name && incident?.attributes[name];
  if (record === undefined || !isCountRecord(record)) return true;
  const meant = record.readings.filter((reading) => reading.claims.some((claim) => claims.includes(claim)));
  return meant.every(
    ({ value, used }) =>
      used && value.kind === 'count' && [value.anchor, value.min, value.max].includes(record.best ?? Number.NaN),
  );
}

function reviseWith({ base, decisions }: Family, more: readonly Decision[]): Edition {
  return revise(base, { decisions: [...decisions.map(({ decision }) => decision), ...more] }).value;
}

async function keepDecision(
  room: Room,
  family: Family,
  made: { readonly by: string; readonly incident: string; readonly seen: string; readonly decision: Decision },
): Promise<Kept> {
  const { by, incident, seen, decision } = made;
  const { archive } = room;
  if (family.decisions.some((one) => one.decision.id === decision.id))
    throw new RequestError('this was decided before');
  const ground = findGround(family.edition, decision, incident);
  const row = { id: decision.id, kind: 'decide' as const, content: JSON.stringify(decision), edition: seen };
  const seq = await archive.database.write((tx) =>
    appendDecision(tx, { ...row, ground: JSON.stringify(ground) }, by, archive.now()),
  );
  const articles = new Set(listSelectors(decision).map(({ article }) => article));
  room.decisions.push({ seq, decision, edition: seen, ground, articles });
  const after = await applyFamily(room, [...family.articles], by, seq);
  const here = after.edition.incidents.some(({ id }) => id === incident) ? incident : findHeir(after, decision);
  return { decision: decision.id, incident: here, hash: hashRecord(after.edition, here), seq };
}

/** Find the incident that a decision is about, where the one that was looked at has gone into it. */
function findHeir({ edition }: Family, { id }: Decision): string {
  return edition.decisions?.find((one) => one.id === id)?.incident ?? '';
}

/** Put the lines of a family anew after a change of the log, and tell everybody. */
async function applyFamily(room: Room, articles: readonly string[], by: string, seq: number): Promise<Family> {
  const family = await room.families.open(articles, room.decisions);
  const before = linesOf(room, family);
  const incidents = putFamily(room, family);
  await keepMoves(room, findMoves(before, linesOf(room, family), by), seq);
  room.seq = Math.max(room.seq, seq);
  room.hub.publish({ kind: 'decided', seq, who: by, incidents });
  return family;
}

/** Take a decision back. Throws RequestError where there is none that stands. */
export async function undoRecord(room: Room, by: string, id: string, reason: string): Promise<Kept> {
  return room.turn(async () => {
    const at = room.decisions.findIndex(({ decision, undone }) => decision.id === id && undone === undefined);
    const found = room.decisions[at];
    if (found === undefined) throw new RequestError(`there is no decision "${id}" that stands`);
    const why = reason.trim() === '' ? 'It was a slip.' : reason.trim();
    const { archive } = room;
    const before = await room.families.open([...found.articles].sort(), room.decisions);
    const row = { id, kind: 'undo' as const, content: JSON.stringify({ reason: why }), edition: found.edition };
    const seq = await archive.database.write((tx) => appendDecision(tx, { ...row, ground: '{}' }, by, archive.now()));
    room.decisions[at] = { ...found, undone: why };
    const after = await applyParts(room, before.articles, by, seq);
    const settled = before.edition.decisions?.find((one) => one.id === id);
    const here = after.find(({ edition }) => edition.incidents.some((one) => one.id === settled?.incident)) ?? after[0];
    const incident = here?.edition.incidents.find((one) => one.id === settled?.incident) ?? here?.edition.incidents[0];
    const hash = here === undefined || incident === undefined ? '' : hashRecord(here.edition, incident.id);
    return { decision: id, incident: incident?.id ?? '', hash, seq };
  });
}

/** What a decision joined may come apart when it is taken back: each part is put by itself. */
async function applyParts(
  room: Room,
  articles: readonly string[],
  by: string,
  seq: number,
): Promise<readonly Family[]> {
  const left = new Set(articles);
  const families: Family[] = [];
  for (const id of articles) {
    if (!left.has(id)) continue;
    const family = await applyFamily(room, [id], by, seq);
    for (const member of family.articles) left.delete(member);
    families.push(family);
  }
  return families;
}
