/** Two items and how strongly they belong together; `-Infinity` forbids them to share a cluster. */
export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

export interface ClusterOptions {
  /** Clusters join at or above this linkage. */
  readonly threshold: number;
  /** Score of a pair without an edge. */
  readonly absent: number;
  /** Share of the strongest pair in the linkage, the rest being the mean of all pairs; 0 = group average, 1 = single link. */
  readonly bestShare: number;
  /** Asked of every pair of members before two clusters join; true keeps them apart for good. */
  readonly forbids?: (a: number, b: number) => boolean;
}

/** One joining of two clusters, with the strongest pair between them. */
export interface Join extends ScoredPair {
  readonly linkage: number;
}

export interface Clusters {
  /** Members in ascending order, clusters by first member. */
  readonly groups: readonly (readonly number[])[];
  readonly joins: readonly Join[];
}

/** What is known between two clusters: pairs with an edge, their sum, the strongest. */
interface Bond {
  readonly pairs: number;
  readonly sum: number;
  readonly best: ScoredPair;
}

interface MergeCandidate {
  readonly linkage: number;
  readonly a: number;
  readonly b: number;
  readonly versionA: number;
  readonly versionB: number;
}

/** Strongest first, then the smaller items: the order must not depend on how the edges came in. */
function isBefore(x: MergeCandidate, y: MergeCandidate): boolean {
  if (x.linkage !== y.linkage) return x.linkage > y.linkage;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}

class Heap {
  readonly #items: MergeCandidate[] = [];

  push(item: MergeCandidate): void {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#items[parent];
      if (above === undefined || !isBefore(item, above)) break;
      this.#items[at] = above;
      at = parent;
    }
    this.#items[at] = item;
  }

  pop(): MergeCandidate | undefined {
    const top = this.#items[0];
    const item = this.#items.pop();
    if (item === undefined || this.#items.length === 0) return top;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [leftItem, rightItem] = [this.#items[left], this.#items[left + 1]];
      if (leftItem === undefined) break;
      const takesRight = rightItem !== undefined && isBefore(rightItem, leftItem);
      const child = takesRight ? rightItem : leftItem;
      if (!isBefore(child, item)) break;
      this.#items[at] = child;
      at = takesRight ? left + 1 : left;
    }
    this.#items[at] = item;
    return top;
  }
}

function joinBonds(x: Bond, y: Bond): Bond {
  const firstWins = x.best.score !== y.best.score ? x.best.score > y.best.score : comparePairs(x.best, y.best) < 0;
  return { pairs: x.pairs + y.pairs, sum: x.sum + y.sum, best: firstWins ? x.best : y.best };
}

function comparePairs(x: ScoredPair, y: ScoredPair): number {
  return x.a - y.a || x.b - y.b;
}

/** Weigh the bond of two clusters: part strongest pair, part mean of all pairs. */
function linkageOf(bond: Bond, sizeA: number, sizeB: number, options: ClusterOptions): number {
  if (bond.sum === Number.NEGATIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const all = sizeA * sizeB;
  const mean = (bond.sum + (all - bond.pairs) * options.absent) / all;
  return options.bestShare * bond.best.score + (1 - options.bestShare) * mean;
}

/** The clusters while they grow; a cluster is named by its smallest member. */
class Growth {
  readonly members = new Map<number, number[]>();
  readonly #bonds = new Map<number, Map<number, Bond>>();
  readonly #versions = new Map<number, number>();
  readonly #heap = new Heap();
  readonly #options: ClusterOptions;

  constructor(size: number, edges: readonly ScoredPair[], options: ClusterOptions) {
    this.#options = options;
    for (let item = 0; item < size; item += 1) {
      this.members.set(item, [item]);
      this.#bonds.set(item, new Map());
    }
    for (const edge of edges) {
      const bond = { pairs: 1, sum: edge.score, best: edge };
      this.#bonds.get(edge.a)?.set(edge.b, bond);
      this.#bonds.get(edge.b)?.set(edge.a, bond);
      this.#offer(edge.a, edge.b, bond);
    }
  }

  /** Take the strongest pair of clusters that may still join. */
  next(): { readonly a: number; readonly b: number; readonly join: Join } | undefined {
    for (let top = this.#heap.pop(); top !== undefined; top = this.#heap.pop()) {
      const stale = this.#version(top.a) !== top.versionA || this.#version(top.b) !== top.versionB;
      const bond = this.#bonds.get(top.a)?.get(top.b);
      if (stale || bond === undefined) continue;
      if (!this.#clash(top.a, top.b)) return { a: top.a, b: top.b, join: { ...bond.best, linkage: top.linkage } };
      this.#part(top.a, top.b, bond);
    }
    return undefined;
  }

  #clash(a: number, b: number): boolean {
    const { forbids } = this.#options;
    if (forbids === undefined) return false;
    return (this.members.get(a) ?? []).some((x) => (this.members.get(b) ?? []).some((y) => forbids(x, y)));
  }

  #part(a: number, b: number, bond: Bond): void {
    const parted = { ...bond, sum: Number.NEGATIVE_INFINITY };
    this.#bonds.get(a)?.set(b, parted);
    this.#bonds.get(b)?.set(a, parted);
  }

  merge(a: number, b: number): void {
    const kept = this.#bonds.get(a) ?? new Map<number, Bond>();
    kept.delete(b);
    for (const [other, bond] of this.#bonds.get(b) ?? []) {
      if (other === a) continue;
      const known = kept.get(other);
      const joined = known === undefined ? bond : joinBonds(known, bond);
      kept.set(other, joined);
      this.#bonds.get(other)?.delete(b);
    }
    this.members.set(a, [...(this.members.get(a) ?? []), ...(this.members.get(b) ?? [])]);
    this.members.delete(b);
    this.#bonds.delete(b);
    this.#versions.set(a, this.#version(a) + 1);
    this.#versions.set(b, -1);
    for (const [other, bond] of kept) {
      this.#bonds.get(other)?.set(a, bond);
      this.#offer(a, other, bond);
    }
  }

  #version(cluster: number): number {
    return this.#versions.get(cluster) ?? 0;
  }

  #offer(x: number, y: number, bond: Bond): void {
    const [a, b] = x < y ? [x, y] : [y, x];
    const linkage = linkageOf(bond, this.members.get(a)?.length ?? 1, this.members.get(b)?.length ?? 1, this.#options);
    if (linkage < this.#options.threshold) return;
    this.#heap.push({ linkage, a, b, versionA: this.#version(a), versionB: this.#version(b) });
  }
}

/**
 * Join items bottom-up along their edges, strongest linkage first, never across a forbidden pair.
 *
 * `edges` hold each pair once with `a < b`; items are numbered 0..size-1 in an order that does not depend on the input's.
 * A forbidden pair (`-Infinity`) keeps whole clusters apart, whatever else speaks for joining them.
 */
export function joinClusters(size: number, edges: readonly ScoredPair[], options: ClusterOptions): Clusters {
  const growth = new Growth(size, edges, options);
  const joins: Join[] = [];
  for (let pair = growth.next(); pair !== undefined; pair = growth.next()) {
    joins.push(pair.join);
    growth.merge(pair.a, pair.b);
  }
  const groups = [...growth.members.values()].map((group) => group.toSorted((x, y) => x - y));
  groups.sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
  return { groups, joins };
}
