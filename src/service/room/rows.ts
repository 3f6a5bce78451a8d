import { type BoardQuery, type BoardRow, chooseRows } from './board.ts';
import type { Room } from './room.ts';

interface Kept {
  changes: number;
  readonly lists: Map<string, readonly BoardRow[]>;
}

/** Lists kept ready: a table is asked for window by window, by everybody. */
const keptLists = 12;
const kept = new WeakMap<Room, Kept>();

/** Choose and order the rows of a room as `chooseRows` does, once for each change of its table. */
export function listRows(room: Room, query: BoardQuery): readonly BoardRow[] {
  const known = kept.get(room);
  const own: Kept = known?.changes === room.changes ? known : { changes: room.changes, lists: new Map() };
  kept.set(room, own);
  const key = JSON.stringify(query);
  const list = own.lists.get(key) ?? chooseRows(room.board.values(), query);
  own.lists.delete(key);
  own.lists.set(key, list);
  const [oldest] = own.lists.keys();
  if (own.lists.size > keptLists && oldest !== undefined) own.lists.delete(oldest);
  return list;
}
