import type { Claim } from '../../model/index.ts';
import type { Figure } from './figures.ts';

interface CachedGroup {
  readonly given: readonly Figure[];
  readonly answer: readonly Figure[];
}

/**
 * Results already worked out of one incident.
 *
 * A toll is judged again for every time of report (`history.ts`), and most steps have the same input each time: those that depend on
 * one claim, or on the claims of one report, are computed once. A cached result is the one that would be computed again.
 */
export interface JudgementCache {
  /** Figures by the claim they were opened from. */
  readonly opened: Map<Claim, Figure>;
  /** Figures marked for their own scope, by the figure as opened. */
  readonly marked: Map<Figure, Figure>;
  /** Figures settled within a report, by step and article. */
  readonly settled: Map<string, CachedGroup>;
  /** What figures are grouped by into variants. */
  readonly keys: Map<Figure, string>;
}

/** Make an empty cache. */
export function makeJudgementCache(): JudgementCache {
  return { opened: new Map(), marked: new Map(), settled: new Map(), keys: new Map() };
}

/** Give what is kept under a key, or work it out and keep it. */
export function cacheOne<K, V>(kept: Map<K, V>, key: K, work: (key: K) => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const fresh = work(key);
  kept.set(key, fresh);
  return fresh;
}

/** Work out an answer for some figures, unless the very same figures were asked for last under this key. */
export function cacheGroup(
  { settled }: JudgementCache,
  key: string,
  given: readonly Figure[],
  work: (given: readonly Figure[]) => readonly Figure[],
): readonly Figure[] {
  const known = settled.get(key);
  if (known !== undefined && isSame(known.given, given)) return known.answer;
  const answer = work(given);
  settled.set(key, { given, answer });
  return answer;
}

function isSame(one: readonly Figure[], other: readonly Figure[]): boolean {
  return one.length === other.length && one.every((figure, at) => figure === other[at]);
}
