import type { Because } from '../../model/index.ts';
import { type Edge, joinClusters } from '../cluster.ts';
import { findAlike } from '../stories/candidates.ts';
import { cosine, type TermOptions, type TermVector, weighTerms } from '../stories/terms.ts';
import type { Facts } from './facts.ts';
import { type Comparison, compareMentions, type ScoreOptions, sumSignals } from './score.ts';

export interface IncidentOptions extends ScoreOptions, TermOptions {
  /** Mentions join at or above this sum of weights. */
  readonly joinScore: number;
  /** From here to `joinScore` two incidents are told as possibly the same. */
  readonly possibleScore: number;
  /** Sum of weights a pair without a shared key is taken to have. */
  readonly absentScore: number;
  readonly bestShare: number;
  readonly minCosine: number;
  readonly maxTermArticles: number;
  /** Mentions under one key (place and year, name, person) beyond which the key finds no pairs. */
  readonly maxKeyMentions: number;
}

/** Mentions of one incident as indices of the facts, why they were joined, and groups nearly joined. */
export interface IncidentGroup {
  readonly members: readonly number[];
  readonly because: readonly Because[];
  /** Indices of groups kept apart below the threshold. */
  readonly possiblySame: readonly number[];
}

type Pair = readonly [number, number];

function keysOf(facts: Facts): readonly string[] {
  const year = facts.date?.earliest.slice(0, 4) ?? '';
  const keys = [...facts.persons, ...facts.venues].map((name) => `name ${name}`);
  for (const word of facts.nameWords) keys.push(`word ${word}`);
  for (const word of facts.venueWords) keys.push(`word ${word}`);
  for (const place of facts.places) keys.push(`place ${place.city ?? place.name} ${year}`);
  if (facts.mention.main) keys.push(`story ${facts.story}`);
  return [...new Set(keys)];
}

/** Find pairs worth comparing: under one key, or told in like words. */
function findPairs(all: readonly Facts[], vectors: readonly TermVector[], options: IncidentOptions): readonly Pair[] {
  const holders = new Map<string, number[]>();
  all.forEach((facts, index) => {
    for (const key of keysOf(facts)) {
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [index]);
      else known.push(index);
    }
  });
  const pairs = new Map<number, Pair>();
  const add = (a: number, b: number) => pairs.set(a * all.length + b, [a, b]);
  for (const [key, list] of holders) {
    if (list.length > options.maxKeyMentions && !key.startsWith('story ')) continue;
    for (const [at, a] of list.entries()) for (const b of list.slice(at + 1)) add(a, b);
  }
  for (const { a, b } of findAlike(vectors, options)) add(a, b);
  return [...pairs].sort((x, y) => x[0] - y[0]).map(([, pair]) => pair);
}

/** Tell whether two mentions contradict each other, whether or not they were ever compared in full. */
function isForbidden(a: Facts | undefined, b: Facts | undefined, options: IncidentOptions): boolean {
  return a !== undefined && b !== undefined && compareMentions(a, b, 0, options).forbidden !== undefined;
}

function explain(comparison: Comparison, pair: readonly string[]): readonly Because[] {
  return comparison.signals.map((signal) => ({ ...signal, score: Math.round(signal.score * 1000) / 1000, pair }));
}

/** Note which groups hold a pair that came near joining, with no pair between them forbidden. */
function findPossible(edges: readonly Edge[], groupOf: ReadonlyMap<number, number>, possibleScore: number) {
  const near = new Map<number, Set<number>>();
  const forbidden = new Set<string>();
  for (const { a, b, score } of edges) {
    const [x, y] = [groupOf.get(a) ?? -1, groupOf.get(b) ?? -1];
    if (x === y) continue;
    if (score === Number.NEGATIVE_INFINITY) forbidden.add(`${x} ${y}`).add(`${y} ${x}`);
    else if (score >= possibleScore) {
      near.set(x, (near.get(x) ?? new Set()).add(y));
      near.set(y, (near.get(y) ?? new Set()).add(x));
    }
  }
  return (group: number) =>
    [...(near.get(group) ?? [])].filter((other) => !forbidden.has(`${group} ${other}`)).sort((x, y) => x - y);
}

/**
 * Join mentions into incidents: strongest evidence first, never across a contradiction.
 *
 * `all` stands in an order of its own (by mention id), so the result does not depend on the input's.
 */
export function joinMentions(all: readonly Facts[], options: IncidentOptions): readonly IncidentGroup[] {
  const { vectors } = weighTerms(
    all.map((facts) => facts.words),
    options,
  );
  const comparisons = new Map<string, Comparison>();
  const edges = findPairs(all, vectors, options).flatMap(([a, b]) => {
    const [left, right, x, y] = [all[a], all[b], vectors[a], vectors[b]];
    if (left === undefined || right === undefined || x === undefined || y === undefined) return [];
    const comparison = compareMentions(left, right, cosine(x, y), options);
    comparisons.set(`${a} ${b}`, comparison);
    return [{ a, b, score: sumSignals(comparison) }];
  });
  const { groups, joins } = joinClusters(all.length, edges, {
    threshold: options.joinScore,
    absent: options.absentScore,
    bestShare: options.bestShare,
    forbids: (a, b) => isForbidden(all[a], all[b], options),
  });
  const groupOf = new Map(groups.flatMap((members, group) => members.map((member) => [member, group] as const)));
  const because: Because[][] = groups.map(() => []);
  for (const join of joins) {
    const comparison = comparisons.get(`${join.a} ${join.b}`);
    const pair = [all[join.a]?.mention.id ?? '', all[join.b]?.mention.id ?? ''];
    if (comparison !== undefined) because[groupOf.get(join.a) ?? -1]?.push(...explain(comparison, pair));
  }
  const possiblySame = findPossible(edges, groupOf, options.possibleScore);
  return groups.map((members, group) => ({
    members,
    because: because[group] ?? [],
    possiblySame: possiblySame(group),
  }));
}
