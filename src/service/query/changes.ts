import type { Change } from '../../pipeline/index.ts';
import { type Asking, compareReleased } from '../room/editions.ts';
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

/** Compare two editions by their names, some changes at a time. Throws what `compareReleased` throws. */
export async function compareEditions(
  room: Room,
  query: ChangeQuery,
  begun?: Asking['begun'],
): Promise<Page<Change> & { readonly total: number }> {
  const { before, after, incident, limit = usualLimit, cursor } = query;
  const all = await compareReleased(room, before, after, { who: 'a program', begun });
  const changes = incident === undefined ? all : all.filter((change) => change.incident === incident);
  return { total: changes.length, ...cutPage(changes, limit, cursor) };
}
