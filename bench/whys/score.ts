import type { Range } from '../../src/model/index.ts';
import { meets, type Statement } from './statements.ts';

/** A statement of the gold with ours of the same words; either may be absent. */
export interface Pairing {
  readonly gold?: Statement;
  readonly ours?: Statement;
  /** True where ours is put to the incident that stands for the gold's. */
  readonly isPlaced: boolean;
}

const kin: Readonly<Record<string, string>> = { suspects: 'accuses', convicted: 'accuses' };

/** Kinds that say the same of somebody but for how sure they are. */
function kindOf({ kind }: Statement): string {
  return kin[kind] ?? kind;
}

/** Match statements one to one by their words, within a report; those of the same kind and incident first. */
export function pairStatements(
  gold: readonly Statement[],
  ours: readonly Statement[],
  incidents: ReadonlyMap<string, string>,
): readonly Pairing[] {
  const isPlaced = (one: Statement, other: Statement): boolean =>
    other.incident !== undefined && incidents.get(one.incident ?? '') === other.incident;
  const edges = gold.flatMap((one, at) =>
    ours.flatMap((other, to) => {
      const shared = one.report === other.report ? shareOf(one.ranges, other.ranges) : 0;
      if (shared === 0) return [];
      const score = shared + (kindOf(one) === kindOf(other) ? 2 : 0) + (isPlaced(one, other) ? 1 : 0);
      return [{ at, to, score }];
    }),
  );
  const taken = { gold: new Map<number, number>(), ours: new Set<number>() };
  for (const { at, to } of [...edges].sort((a, b) => b.score - a.score || a.at - b.at || a.to - b.to)) {
    if (taken.gold.has(at) || taken.ours.has(to)) continue;
    taken.gold.set(at, to);
    taken.ours.add(to);
  }
  const known = new Set(edges.map(({ to }) => to));
  return [
    ...gold.map((one, at): Pairing => {
      const other = ours[taken.gold.get(at) ?? -1];
      return other === undefined
        ? { gold: one, isPlaced: false }
        : { gold: one, ours: other, isPlaced: isPlaced(one, other) };
    }),
    // The same words read twice are neither right nor wrong.
    ...ours.flatMap((one, to): Pairing[] => (known.has(to) ? [] : [{ ours: one, isPlaced: false }])),
  ];
}

function shareOf(gold: readonly Range[], ours: readonly Range[]): number {
  const shared = ours.reduce(
    (sum, range) =>
      sum +
      gold.reduce(
        (all, own) => all + (meets(own, range) ? Math.min(own.end, range.end) - Math.max(own.start, range.start) : 0),
        0,
      ),
    0,
  );
  const all = gold.reduce((sum, { start, end }) => sum + end - start, 0);
  return all === 0 ? 0 : Math.min(1, shared / all);
}

/** What statements come to: found by their words, of the right kind, put to the right incident. */
export interface StatementScore {
  readonly precision: number;
  readonly recall: number;
  readonly kinds: readonly [right: number, of: number];
  /** F1 of statements put to the right incident. */
  readonly placed: number;
  readonly gold: number;
  readonly found: number;
}

/** Add up pairings. */
export function scoreStatements(pairings: readonly Pairing[]): StatementScore {
  const gold = pairings.filter((one) => one.gold !== undefined).length;
  const ours = pairings.filter((one) => one.ours !== undefined).length;
  const both = pairings.flatMap(({ gold: one, ours: other }) => (one && other ? [kindOf(one) === kindOf(other)] : []));
  const placed = pairings.filter(({ isPlaced }) => isPlaced).length;
  return {
    precision: both.length / Math.max(1, ours),
    recall: both.length / Math.max(1, gold),
    kinds: [both.filter(Boolean).length, both.length],
    placed: (2 * placed) / Math.max(1, gold + ours),
    gold,
    found: ours,
  };
}
