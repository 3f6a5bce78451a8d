import type { Change } from '../../pipeline/index.ts';
import { compareReleased } from '../room/editions.ts';
import type { Room } from '../room/room.ts';
import { cutPage, type Page } from './page.ts';

/** Which changes between two editions, and how many at once. */
export interface ChangeQuery {
  /** Names of released editions; `now` is what stands. */
  readonly before: string;
  readonly after: string;
  readonly incident?: string;
  /** 20 where absent. */
  readonly limit?: number;
  readonly cursor?: string;
}

const usualLimit = 20;
/** Comparisons kept ready: whoever turns pages asks for the same one again. */
const keptComparisons = 4;

const kept = new WeakMap<Room, Map<string, Promise<readonly Change[]>>>();

/** Compare two editions by their names, some changes at a time. Throws what `compareReleased` throws. */
export async function compareEditions(
  room: Room,
  query: ChangeQuery,
): Promise<Page<Change> & { readonly total: number }> {
  const { before, after, incident, limit = usualLimit, cursor } = query;
  const all = await compareOnce(room, before, after);
  const changes = incident === undefined ? all : all.filter((change) => change.incident === incident);
  return { total: changes.length, ...cutPage(changes, limit, cursor) };
}

function compareOnce(room: Room, before: string, after: string): Promise<readonly Change[]> {
  const own = kept.get(room) ?? new Map<string, Promise<readonly Change[]>>();
  kept.set(room, own);
  const key = JSON.stringify([room.seq, before, after]);
  const known = own.get(key) ?? compareReleased(room, before, after, { who: 'a program' });
  own.delete(key);
  own.set(key, known);
  known.catch(() => own.delete(key));
  const [oldest] = own.keys();
  if (own.size > keptComparisons && oldest !== undefined) own.delete(oldest);
  return known;
}
