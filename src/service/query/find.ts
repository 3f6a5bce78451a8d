import { type BoardQuery, type BoardRow, compareKeys, keyOf } from '../room/board.ts';
import type { Room } from '../room/room.ts';
import { listRows } from '../room/rows.ts';
import { type Page, readCursor, writeCursor } from './page.ts';

/** Which incidents, in which order, and how many at once. */
export interface IncidentQuery extends BoardQuery {
  /** 20 where absent. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** Incidents at once, where nobody says. */
const usualLimit = 20;

/**
 * Find incidents, some at a time; an incident that comes or goes meanwhile moves none of the others to another page.
 *
 * Throws RequestError for a cursor that nobody here wrote.
 */
export function findIncidents(
  room: Room,
  { limit = usualLimit, cursor, ...query }: IncidentQuery = {},
): Page<BoardRow> & { readonly total: number } {
  const rows = listRows(room, query);
  const from = cursor === undefined ? 0 : findAfter(rows, query, cursor);
  const items = rows.slice(from, from + limit);
  const last = items.at(-1);
  const isMore = from + limit < rows.length && last !== undefined;
  return { total: rows.length, items, ...(isMore ? { next: writeCursor(keyOf(last, query.sort)) } : {}) };
}

/** Find the first row behind a cursor, by halves. */
function findAfter(rows: readonly BoardRow[], { sort, descending }: BoardQuery, cursor: string): number {
  const [value = '', id = ''] = readCursor(cursor, ['string|number', 'string']) ?? [];
  const compare = compareKeys(descending);
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && compare(keyOf(row, sort), [value, String(id)]) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
