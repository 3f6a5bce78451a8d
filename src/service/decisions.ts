import { type Decision, type Edition, isCountRecord, type SettledDecision } from '../model/index.ts';
import { type DecisionRequest, decide, RequestError } from '../pipeline/index.ts';
import { appendDecision, findArchive, listDecisionRows } from '../store/index.ts';
import type { Archive } from './archive.ts';
import { readEdition } from './edition.ts';

/** What a record rested on when somebody decided: the claims of its readings, and the figure that stood. */
export interface Ground {
  readonly claims: readonly string[];
  readonly best: number | null;
}

/** A decision as it stands now. */
export interface StandingDecision {
  readonly decision: Decision | SettledDecision;
  /** Hash of the edition it was made on. */
  readonly edition: string;
  readonly undone: boolean;
  /** Says what has come or gone since, where the record no longer rests on what it rested on. */
  readonly groundChanged?: string;
}

/**
 * Decide about an archive: the decision is appended with the hash of the edition it was made on, and applied to every edition from then on.
 *
 * The decision says who decided and when; the log, who noted it and when.
 *
 * Throws what `decide` throws.
 */
export async function decideOn(archive: Archive, request: DecisionRequest): Promise<Decision> {
  const { edition, hash } = await readEdition(archive);
  const decision = decide(edition, { at: archive.now(), ...request });
  const ground = findGround(edition, decision, edition.incidents.find(({ id }) => isAbout(edition, decision, id))?.id);
  const row = { id: decision.id, kind: 'decide' as const, content: JSON.stringify(decision), edition: hash };
  await archive.database.write((tx) =>
    appendDecision(tx, { ...row, ground: JSON.stringify(ground) }, archive.who, archive.now()),
  );
  return decision;
}

/** Take a decision back and return its id; both stay in the log. Throws RequestError where there is no such decision that stands. */
export async function undoDecision(archive: Archive, id: string, reason: string): Promise<string> {
  const standing = await tellDecisions(archive);
  const known = standing.filter((one) => [id, `decision-${id}`].some((start) => one.decision.id.startsWith(start)));
  const [found] = known;
  if (found === undefined || known.length > 1) throw new RequestError(`there is no one decision "${id}"`);
  if (found.undone) throw new RequestError(`decision ${id}: it was taken back before`);
  const { hash } = await readEdition(archive);
  const row = { id: found.decision.id, kind: 'undo' as const, content: JSON.stringify({ reason }), edition: hash };
  await archive.database.write((tx) => appendDecision(tx, { ...row, ground: '{}' }, archive.who, archive.now()));
  return found.decision.id;
}

/** List all decisions, the oldest first: what became of each, and whether the ground has changed since it was made. */
export async function tellDecisions(archive: Archive): Promise<readonly StandingDecision[]> {
  const { database } = archive;
  const rows = await database.read(async (db) => listDecisionRows(db, (await findArchive(db))?.seq ?? 0));
  if (rows.length === 0) return [];
  const undone = new Set(rows.filter(({ kind }) => kind === 'undo').map(({ id }) => id));
  const { edition } = await readEdition(archive);
  const settled = new Map((edition.decisions ?? []).map((one) => [one.id, one]));
  return rows
    .filter(({ kind }) => kind === 'decide')
    .map(({ id, content, edition: hash, ground }) => {
      const decision: Decision | SettledDecision = settled.get(id) ?? JSON.parse(content);
      const incident = 'incident' in decision ? decision.incident : undefined;
      const changed =
        incident === undefined ? undefined : sayChanged(JSON.parse(ground), findGround(edition, decision, incident));
      return {
        decision,
        edition: hash,
        undone: undone.has(id),
        ...(changed === undefined ? {} : { groundChanged: changed }),
      };
    });
}

/** Tell whether a decision's words stand in claims of an incident. */
function isAbout({ claims }: Edition, { on }: Decision, incident: string): boolean {
  return on.some(({ article, exact }) =>
    claims.some(
      (claim) => claim.incident === incident && claim.article === article && claim.evidence[0]?.quote === exact,
    ),
  );
}

/** Find what the record of an incident rests on, or of the attribute a decision is about. */
export function findGround({ incidents }: Edition, { attribute }: Decision, id: string | undefined): Ground {
  const incident = incidents.find((one) => one.id === id);
  const records = Object.entries(incident?.attributes ?? {}).filter(
    ([name]) => attribute === undefined || name === attribute,
  );
  const claims = records.flatMap(([, record]) => record.readings.flatMap((reading) => reading.claims));
  const [only] = records;
  const best = only !== undefined && records.length === 1 && isCountRecord(only[1]) ? only[1].best : null;
  return { claims: [...new Set(claims)].sort(), best };
}

/** Say what came and went between two grounds; undefined where they are the same. */
export function sayChanged(before: Ground, now: Ground): string | undefined {
  const [old, held] = [new Set(before.claims), new Set(now.claims)];
  const come = now.claims.filter((id) => !old.has(id)).length;
  const gone = before.claims.filter((id) => !held.has(id)).length;
  if (come === 0 && gone === 0) return undefined;
  return `The ground changed: since it was decided ${come} claims came and ${gone} went.`;
}
