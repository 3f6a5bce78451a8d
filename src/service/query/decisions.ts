import { type LogLine, listLog } from '../room/log.ts';
import type { Room } from '../room/room.ts';
import { type Page, readCursor, writeCursor } from './page.ts';

/** List the log of decisions, the newest first, some at a time; one that comes meanwhile moves none to another page. */
export function findDecisions(room: Room, limit: number, cursor?: string): Page<LogLine> & { readonly total: number } {
  const before = Number(readCursor(cursor, ['number'])?.[0] ?? Number.MAX_SAFE_INTEGER);
  const newer = room.decisions.filter(({ seq }) => seq >= before).length;
  const { total, lines } = listLog(room, newer, limit);
  const last = lines.at(-1);
  return {
    ...{ total, items: lines },
    ...(newer + lines.length < total && last ? { next: writeCursor([last.seq]) } : {}),
  };
}
