import { compareText, type JoinReason } from '../../model/index.ts';
import { type GraphOptions, type ItemCluster, ItemGraph, type Regrouped } from '../clustering/graph.ts';
import { KeyIndex } from '../clustering/keys.ts';
import { explain } from '../comparison/signal.ts';
import type { FactOptions, Facts } from './facts.ts';
import { keysOf } from './keys.ts';
import { compareMentions, findContradiction, type MentionComparison, type ScoreOptions, sumSignals } from './score.ts';

export interface IncidentOptions extends ScoreOptions, FactOptions, GraphOptions {
  /** From here to `joinScore` two incidents are published as possibly the same. */
  readonly possibleScore: number;
  /** A name, venue, or place and year that more mentions hold finds nothing. */
  readonly maxKeyHolders: number;
  /** A word of no certain time that more mentions hold finds nothing. */
  readonly maxWordHolders: number;
}

/** Words two mentions must share to be compared where nothing else brings them together. */
const neededWords = 2;

/** Two incidents kept apart below the threshold, with the pair that came nearest. */
export interface NearMissPair {
  readonly other: ItemCluster;
  readonly score: number;
  readonly because: readonly JoinReason[];
}

/** Mentions by their keys, and the incidents they make; mention numbers are the caller's. */
export class MentionIndex {
  readonly #facts: (Facts | undefined)[] = [];
  readonly #bounded: KeyIndex;
  readonly #words: KeyIndex;
  readonly #local = new KeyIndex([]);
  readonly #graph: ItemGraph;
  readonly #options: IncidentOptions;

  constructor(options: IncidentOptions) {
    this.#options = options;
    this.#bounded = new KeyIndex([options.maxKeyHolders]);
    this.#words = new KeyIndex([options.maxWordHolders]);
    this.#graph = new ItemGraph(
      options,
      (a, b) => compareText(this.idOf(a), this.idOf(b)),
      (a, b) => this.#contradicts(a, b),
    );
  }

  /** Put mentions in, or change those that are there, and join again. */
  put(mentions: ReadonlyMap<number, Facts>): Regrouped {
    const dirty = new Set(mentions.keys());
    for (const [mention, facts] of mentions) {
      this.#facts[mention] = facts;
      const { bounded, local, words } = keysOf(facts);
      for (const other of this.#bounded.set(mention, bounded)) dirty.add(other);
      for (const other of this.#words.set(mention, words)) dirty.add(other);
      this.#local.set(mention, local);
    }
    const done = new Set<number>();
    for (const mention of dirty) {
      this.#graph.set(mention, this.#compareWithOthers(mention, done));
      done.add(mention);
    }
    return this.#graph.regroup();
  }

  idOf(mention: number | undefined): string {
    return this.#facts[mention ?? -1]?.mention.id ?? '';
  }

  groups(): readonly ItemCluster[] {
    return this.#graph.groups();
  }

  groupOf(mention: number): ItemCluster | undefined {
    return this.#graph.groupOf(mention);
  }

  factsOf({ members }: ItemCluster): readonly Facts[] {
    return members.flatMap((member) => this.#facts[member] ?? []);
  }

  /** Tell why the mentions of an incident were joined. */
  explain({ joins }: ItemCluster): readonly JoinReason[] {
    return joins.flatMap(({ a, b }) => this.#explainPair(a, b));
  }

  /** Find incidents that came near joining, no pair between them contradicting; nearest first. */
  findNearMisses(group: ItemCluster): readonly NearMissPair[] {
    const best = new Map<ItemCluster, { readonly a: number; readonly b: number; readonly score: number }>();
    for (const a of group.members) {
      for (const [b, score] of this.#graph.edgesOf(a)) {
        const other = this.#graph.groupOf(b);
        if (score < this.#options.possibleScore || other === undefined || other === group) continue;
        if (score > (best.get(other)?.score ?? 0)) best.set(other, { a, b, score });
      }
    }
    return [...best]
      .filter(([other]) => !group.members.some((a) => other.members.some((b) => this.#contradicts(a, b))))
      .map(([other, { a, b, score }]) => ({ other, score, because: this.#explainPair(a, b) }))
      .sort((x, y) => y.score - x.score || compareText(this.idOf(x.other.members[0]), this.idOf(y.other.members[0])));
  }

  #contradicts(a: number, b: number): boolean {
    const [left, right] = [this.#facts[a], this.#facts[b]];
    return left !== undefined && right !== undefined && findContradiction(left, right, this.#options) !== undefined;
  }

  #explainPair(a: number, b: number): readonly JoinReason[] {
    const [x, y] = this.idOf(a) < this.idOf(b) ? [a, b] : [b, a];
    return explain(this.#compare(a, b)?.signals ?? [], [this.idOf(x), this.idOf(y)]);
  }

  #compare(x: number, y: number): MentionComparison | undefined {
    // Sums of fractions depend on their order: a pair is always taken from the same side.
    const [a, b] = this.idOf(x) < this.idOf(y) ? [x, y] : [y, x];
    const [left, right] = [this.#facts[a], this.#facts[b]];
    return left === undefined || right === undefined ? undefined : compareMentions(left, right, this.#options);
  }

  #compareWithOthers(mention: number, done: ReadonlySet<number>): ReadonlyMap<number, number> {
    const edges = new Map<number, number>();
    for (const other of this.#findCandidates(mention)) {
      const comparison = done.has(other) ? undefined : this.#compare(mention, other);
      const score = done.has(other) ? this.#graph.scoreOf(other, mention) : comparison && sumSignals(comparison);
      if (score !== undefined && Number.isFinite(score)) edges.set(other, score);
    }
    return edges;
  }

  #findCandidates(mention: number): ReadonlySet<number> {
    const facts = this.#facts[mention];
    const found = new Set<number>();
    if (facts === undefined) return found;
    const shared = new Map<number, number>();
    for (const step of [-1, 0, 1]) {
      const { bounded, local, words } = keysOf(facts, step);
      for (const key of bounded) for (const other of this.#bounded.find(key)) found.add(other);
      for (const key of local) for (const other of this.#local.find(key)) found.add(other);
      for (const key of words) {
        for (const other of this.#words.find(key)) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    for (const [other, count] of shared) if (count >= neededWords) found.add(other);
    found.delete(mention);
    return found;
  }
}
