import type { Decision } from '../../model/index.ts';
import type { Room } from './room.ts';

/** A line of the log of decisions. */
export interface LogLine {
  readonly seq: number;
  readonly decision: Decision;
  readonly undone?: string;
  /** The incident it is about, and its title. */
  readonly incident?: string;
  readonly title?: string;
}

/** List decisions, the newest first, `count` from `start` on. */
export function listLog(
  room: Room,
  start = 0,
  count = 100,
): { readonly total: number; readonly lines: readonly LogLine[] } {
  const all = room.decisions.toReversed();
  const lines = all.slice(start, start + count).map(({ seq, decision, undone }): LogLine => {
    const row = room.board.get(room.about.get(decision.id) ?? '');
    return {
      ...{ seq, decision },
      ...(undone === undefined ? {} : { undone }),
      ...(row === undefined ? {} : { incident: row.id, title: row.title }),
    };
  });
  return { total: all.length, lines };
}
