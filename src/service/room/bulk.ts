import { namesOf } from '../../model/index.ts';
import { RequestError } from '../../pipeline/index.ts';
import { type BoardQuery, type BoardRow, chooseRows } from './board.ts';
import { decideRecord, SeenElsewhere } from './decide.ts';
import { hashRecord, openFamily, openRecord } from './record.ts';
import type { Room } from './room.ts';

/** An incident of which all that is open would be accepted. */
export interface BulkLine {
  readonly row: BoardRow;
  readonly hash: string;
  /** Attributes that nobody has settled. */
  readonly attributes: readonly string[];
}

/** What a bulk accept would do. */
export interface BulkPreview {
  /** Incidents that fit and have something open. */
  readonly total: number;
  /** The first of them; no more are accepted at once. */
  readonly lines: readonly BulkLine[];
}

/** Most incidents at once: nobody has looked at more. */
const mostAtOnce = 60;
const settling: ReadonlySet<string> = new Set(['accept', 'override', 'cannot-tell']);

/** Say what accepting all that a filter shows would settle; disputed figures are never accepted in bulk. Nothing is kept. */
export async function previewBulk(room: Room, query: BoardQuery): Promise<BulkPreview> {
  const rows = chooseRows(room.board.values(), { ...query, state: 'open' }).filter(({ doubt }) => doubt !== 'disputed');
  const lines: BulkLine[] = [];
  for (const row of rows.slice(0, mostAtOnce)) {
    const { edition } = await openFamily(room, row.id);
    const settled = new Set(
      (edition.decisions ?? []).flatMap(({ incident, status, action, attribute }) =>
        incident === row.id && status === 'applied' && settling.has(action) ? (attribute ?? []) : [],
      ),
    );
    const attributes = namesOf(row.figures).filter((name) => !settled.has(name));
    if (attributes.length > 0) lines.push({ row, hash: hashRecord(edition, row.id), attributes });
  }
  return { total: rows.length, lines };
}

/** An incident that was accepted, or why it was not. */
export interface BulkOutcome {
  readonly incident: string;
  readonly accepted: number;
  readonly refused?: string;
}

/** Accept what was shown of incidents, each with the hash of what was seen: what has changed since is left and named. */
export async function acceptBulk(
  room: Room,
  by: string,
  seen: readonly { readonly incident: string; readonly hash: string }[],
): Promise<readonly BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for (const { incident, hash } of seen.slice(0, mostAtOnce)) {
    let accepted = 0;
    try {
      let now = hash;
      for (const { target, claims } of await listOpen(room, incident)) {
        now = (await decideRecord(room, by, incident, { action: 'accept', target, claims }, now)).hash;
        accepted += 1;
      }
      outcomes.push({ incident, accepted });
    } catch (error) {
      if (!(error instanceof SeenElsewhere || error instanceof RequestError)) throw error;
      outcomes.push({ incident, accepted, refused: error.message });
    }
  }
  return outcomes;
}

/** List the open figures of an incident that have a reading which stands. */
async function listOpen(room: Room, incident: string) {
  const { edition } = await openRecord(room, incident);
  const [record] = edition.incidents;
  const settled = new Set(
    (edition.decisions ?? []).flatMap(({ action, attribute }) => (settling.has(action) ? (attribute ?? []) : [])),
  );
  const figures = room.board.get(incident)?.figures ?? {};
  return namesOf(figures).flatMap((name) => {
    const best = figures[name]?.best;
    const readings = record?.attributes[name]?.readings ?? [];
    const standing = readings.filter(
      ({ used, value }) => used && value.kind === 'count' && (value.anchor === best || value.min === best),
    );
    const [reading] = standing.length > 0 ? standing : readings.filter(({ used }) => used);
    if (settled.has(name) || reading === undefined || best === null) return [];
    return [{ target: `${incident}.${name}`, claims: reading.claims }];
  });
}
