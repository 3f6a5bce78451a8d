import { type Join, joinClusters } from './cluster.ts';

export interface GraphOptions {
  /** Groups join at or above this; items in no chain of such edges never meet. */
  readonly joinScore: number;
  /** Share of the strongest pair in the bond of two groups, the rest being the mean of all pairs. */
  readonly bestShare: number;
}

/** Items joined, in their own order, and the pairs that joined them. */
export interface ItemCluster {
  readonly members: readonly number[];
  readonly joins: readonly Join[];
}

/** Groups that are no more, and those that stand in their place. */
export interface Regrouped {
  readonly before: readonly ItemCluster[];
  readonly after: readonly ItemCluster[];
}

/**
 * Scored pairs of items, and the groups they make, kept right while items come and change.
 *
 * Groups are those that joining all items at once would give: an edge counts only within its chain of joining edges, so only
 * chains that a change touches are joined again.
 */
export class ItemGraph {
  /** Of each item the others and the scores, by turns: a map for each would take five times the memory. */
  readonly #edges: (readonly number[] | undefined)[] = [];
  readonly #groups = new Map<number, ItemCluster>();
  readonly #touched = new Set<number>();
  readonly #options: GraphOptions;
  /** Sorts items in an order that does not depend on who came first. */
  readonly #compare: (a: number, b: number) => number;
  readonly #forbids: ((a: number, b: number) => boolean) | undefined;

  constructor(
    options: GraphOptions,
    compare: (a: number, b: number) => number,
    forbids?: (a: number, b: number) => boolean,
  ) {
    this.#options = options;
    this.#compare = compare;
    this.#forbids = forbids;
  }

  /** List the items an item was scored against, with the scores. */
  edgesOf(item: number): readonly (readonly [other: number, score: number])[] {
    const edges = this.#edges[item] ?? [];
    const found: (readonly [number, number])[] = [];
    for (let at = 0; at < edges.length; at += 2) found.push([edges[at] ?? 0, edges[at + 1] ?? 0]);
    return found;
  }

  /** Give the score of two items; undefined where they have none. */
  scoreOf(item: number, other: number): number | undefined {
    const edges = this.#edges[item] ?? [];
    for (let at = 0; at < edges.length; at += 2) if (edges[at] === other) return edges[at + 1];
    return undefined;
  }

  groupOf(item: number): ItemCluster | undefined {
    return this.#groups.get(item);
  }

  groups(): readonly ItemCluster[] {
    return [...new Set(this.#groups.values())];
  }

  /** Give an item its edges, in place of all it had. */
  set(item: number, edges: ReadonlyMap<number, number>): void {
    this.#touched.add(item);
    for (const [other] of this.edgesOf(item)) {
      this.#touched.add(other);
      this.#edges[other] = leaveOut(this.#edges[other] ?? [], item);
    }
    this.#edges[item] = [...edges].flat();
    for (const [other, score] of edges) this.#edges[other] = (this.#edges[other] ?? []).concat(item, score);
  }

  /** Join again what the changes since the last call may have changed. */
  regroup(): Regrouped {
    const seeds = new Set(this.#touched);
    for (const item of this.#touched) for (const member of this.#groups.get(item)?.members ?? []) seeds.add(member);
    this.#touched.clear();
    const before = new Set<ItemCluster>();
    const after: ItemCluster[] = [];
    const seen = new Set<number>();
    for (const seed of seeds) {
      const chain = this.#followChain(seed, seen);
      for (const item of chain) {
        const group = this.#groups.get(item);
        if (group !== undefined) before.add(group);
      }
      after.push(...this.#joinChain(chain));
    }
    for (const group of after) for (const member of group.members) this.#groups.set(member, group);
    return dropUnchanged([...before], after);
  }

  #followChain(seed: number, seen: Set<number>): readonly number[] {
    if (seen.has(seed)) return [];
    seen.add(seed);
    const chain = [seed];
    for (const item of chain) {
      for (const [other, score] of this.edgesOf(item)) {
        if (score < this.#options.joinScore || seen.has(other)) continue;
        seen.add(other);
        chain.push(other);
      }
    }
    return chain;
  }

  #joinChain(chain: readonly number[]): readonly ItemCluster[] {
    if (chain.length === 0) return [];
    const items = chain.toSorted(this.#compare);
    const itemOf = (at: number) => items[at] ?? 0;
    const places = new Map(items.map((item, at) => [item, at] as const));
    const edges = items.flatMap((item, a) =>
      [...this.edgesOf(item)].flatMap(([other, score]) => {
        const b = places.get(other);
        return b === undefined || b <= a ? [] : [{ a, b, score }];
      }),
    );
    const { joinScore: threshold, bestShare } = this.#options;
    const asked = this.#forbids;
    const forbids = asked && ((a: number, b: number) => asked(itemOf(a), itemOf(b)));
    const found = joinClusters(items.length, edges, { threshold, absent: 0, bestShare, ...(forbids && { forbids }) });
    const joins = found.joins.map((join) => ({ ...join, a: itemOf(join.a), b: itemOf(join.b) }));
    const groups = found.groups.map((members) => ({ members: members.map(itemOf), joins: [] as Join[] }));
    const homes = new Map(groups.flatMap((group) => group.members.map((member) => [member, group] as const)));
    for (const join of joins) homes.get(join.a)?.joins.push(join);
    return groups;
  }
}

function leaveOut(edges: readonly number[], item: number): readonly number[] {
  const at = edges.findIndex((other, place) => place % 2 === 0 && other === item);
  return at < 0 ? edges : [...edges.slice(0, at), ...edges.slice(at + 2)];
}

function keyOf({ members, joins }: ItemCluster): string {
  return `${members.join(' ')}|${joins.map(({ a, b, score }) => `${a} ${b} ${score}`).join(' ')}`;
}

function dropUnchanged(before: readonly ItemCluster[], after: readonly ItemCluster[]): Regrouped {
  const [old, kept] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    before: before.filter((group) => !kept.has(keyOf(group))),
    after: after.filter((group) => !old.has(keyOf(group))),
  };
}
