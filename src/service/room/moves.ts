import { type CountAttribute, namesOf } from '../../model/index.ts';
import type { BoardFigure, BoardRow } from './board.ts';

/** A figure that is another than before; without an attribute, an incident that is new. */
export interface Move {
  readonly incident: string;
  readonly attribute: CountAttribute | '';
  readonly title: string;
  readonly was?: BoardFigure;
  readonly now?: BoardFigure;
  /** Who decided so, or the reports that came and how many they are more, as JSON. */
  readonly because: string;
}

/** Find what moved between two tables; `by` is who decided, where that was it. */
export function findMoves(
  before: ReadonlyMap<string, BoardRow>,
  after: ReadonlyMap<string, BoardRow>,
  by: string | undefined,
): readonly Move[] {
  return [...after.values()].flatMap((row): readonly Move[] => {
    const old = before.get(row.id);
    if (old === row) return [];
    if (old === undefined)
      return row.main
        ? [{ incident: row.id, attribute: '', title: row.title, because: sayCause(by, row.articles, []) }]
        : [];
    const because = sayCause(by, row.articles, old.articles);
    const names = new Set([...namesOf(old.figures), ...namesOf(row.figures)]);
    return [...names].flatMap((attribute): readonly Move[] => {
      const [was, now] = [old.figures[attribute], row.figures[attribute]];
      if (was?.best === now?.best && was?.low === now?.low && was?.high === now?.high) return [];
      return [{ incident: row.id, attribute, title: row.title, ...(was && { was }), ...(now && { now }), because }];
    });
  });
}

/** Reports that are named as the cause of one move. */
const namedReports = 20;

function sayCause(by: string | undefined, now: readonly string[], before: readonly string[]): string {
  if (by !== undefined) return JSON.stringify({ by });
  const held = new Set(before);
  const came = now.filter((id) => !held.has(id)).slice(0, namedReports);
  return JSON.stringify({ reports: now.length - before.length, articles: came });
}
