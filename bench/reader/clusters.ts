/** An entity: the keys of its mentions. */
export type Cluster = ReadonlySet<string>;

/** F1 of three coreference measures and their mean, in percent. */
export interface ClusterScores {
  readonly muc: number;
  readonly b3: number;
  readonly ceafe: number;
  readonly conll: number;
}

/** Sums for recall (right, of gold) and for precision (right, of found). */
type Parts = readonly [number, number, number, number];

/**
 * Score entities against gold ones by MUC, B-cubed and CEAF-e, and their mean (CoNLL F1), after Pradhan et al. 2014.
 *
 * Each pair is one document; counts are added up over documents before F1 is computed.
 */
export function scoreClusters(
  documents: readonly { readonly gold: readonly Cluster[]; readonly found: readonly Cluster[] }[],
): ClusterScores {
  let [muc, b3, ceafe]: [Parts, Parts, Parts] = [zero, zero, zero];
  for (const { gold, found } of documents) {
    muc = add(muc, [...mucHalf(gold, found), ...mucHalf(found, gold)]);
    b3 = add(b3, [...bCubedHalf(gold, found), ...bCubedHalf(found, gold)]);
    const same = alignEntities(gold, found);
    ceafe = add(ceafe, [same, gold.length, same, found.length]);
  }
  const each = { muc: f1(muc), b3: f1(b3), ceafe: f1(ceafe) };
  return { ...each, conll: (each.muc + each.b3 + each.ceafe) / 3 };
}

const zero: Parts = [0, 0, 0, 0];

function add(one: Parts, other: Parts): Parts {
  return [one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]];
}

function f1([rightGold, gold, rightFound, found]: Parts): number {
  const recall = rightGold / Math.max(gold, 1e-9);
  const precision = rightFound / Math.max(found, 1e-9);
  return (200 * recall * precision) / Math.max(recall + precision, 1e-9);
}

/** List the clusters of each mention: one, unless two mentions have the same words. */
function placeMentions(clusters: readonly Cluster[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, cluster] of clusters.entries()) {
    for (const mention of cluster) {
      const known = places.get(mention);
      if (known === undefined) places.set(mention, [at]);
      else known.push(at);
    }
  }
  return places;
}

/** Count the links of clusters `of` that `by` keeps: a cluster of size n that is split into k pieces keeps n − k of its n − 1 links. */
function mucHalf(of: readonly Cluster[], by: readonly Cluster[]): readonly [number, number] {
  const place = placeMentions(by);
  let right = 0;
  let total = 0;
  for (const cluster of of) {
    const pieces = new Set([...cluster].map((mention) => place.get(mention)?.at(-1) ?? mention)).size;
    right += cluster.size - pieces;
    total += cluster.size - 1;
  }
  return [right, total];
}

function bCubedHalf(of: readonly Cluster[], by: readonly Cluster[]): readonly [number, number] {
  const place = placeMentions(by);
  let right = 0;
  let total = 0;
  for (const cluster of of) {
    for (const shared of countShared(cluster, place).values()) right += shared ** 2 / cluster.size;
    total += cluster.size;
  }
  return [right, total];
}

function countShared(cluster: Cluster, place: ReadonlyMap<string, readonly number[]>): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const mention of cluster) {
    for (const at of place.get(mention) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  return shared;
}

/** Pair gold entities with found ones, each at most once, so that the sum of their similarities (phi 4) is largest; return that sum. */
function alignEntities(gold: readonly Cluster[], found: readonly Cluster[]): number {
  const place = placeMentions(found);
  const likeness = gold.map((cluster) => {
    const shared = countShared(cluster, place);
    return new Map([...shared].map(([at, size]) => [at, (2 * size) / (cluster.size + (found[at]?.size ?? 0))]));
  });
  return linkedGroups(likeness).reduce((sum, rows) => {
    const columns = [...new Set(rows.flatMap((row) => [...(likeness[row]?.keys() ?? [])]))];
    return sum + assign(rows.map((row) => columns.map((column) => likeness[row]?.get(column) ?? 0)));
  }, 0);
}

/** Split rows into groups without a common column, since each group can be paired on its own. */
function linkedGroups(likeness: readonly ReadonlyMap<number, number>[]): readonly (readonly number[])[] {
  const rowsOf = new Map<number, number[]>();
  for (const [row, columns] of likeness.entries()) {
    for (const column of columns.keys()) rowsOf.set(column, [...(rowsOf.get(column) ?? []), row]);
  }
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const first of likeness.keys()) {
    const group: number[] = [];
    const waiting = [first];
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      if (seen.has(row)) continue;
      seen.add(row);
      group.push(row);
      for (const column of likeness[row]?.keys() ?? []) waiting.push(...(rowsOf.get(column) ?? []));
    }
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

/** Find the largest sum of one value from each row, no two from one column (Hungarian method). */
export function assign(values: readonly (readonly number[])[]): number {
  const width = Math.max(values.length, values[0]?.length ?? 0);
  const cost = (row: number, column: number): number => -(values[row - 1]?.[column - 1] ?? 0);
  const rowPrice = new Float64Array(width + 1);
  const columnPrice = new Float64Array(width + 1);
  const rowAt = new Int32Array(width + 1);
  for (let row = 1; row <= width; row++) {
    const before = new Int32Array(width + 1);
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(width + 1);
    rowAt[0] = row;
    let at = 0;
    while (rowAt[at] !== 0) at = widen(at, { width, cost, rowPrice, columnPrice, rowAt, before, least, used });
    for (; at !== 0; at = before[at] ?? 0) rowAt[at] = rowAt[before[at] ?? 0] ?? 0;
  }
  let sum = 0;
  for (let column = 1; column <= width; column++) sum -= cost(rowAt[column] ?? 0, column);
  return sum;
}

interface Search {
  readonly width: number;
  readonly cost: (row: number, column: number) => number;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly rowAt: Int32Array;
  readonly before: Int32Array;
  readonly least: Float64Array;
  readonly used: Uint8Array;
}

/** Move to the cheapest column not yet reached, return it, and adjust the prices. */
function widen(at: number, search: Search): number {
  const { width, cost, rowPrice, columnPrice, rowAt, before, least, used } = search;
  used[at] = 1;
  const row = rowAt[at] ?? 0;
  let step = Number.POSITIVE_INFINITY;
  let next = 0;
  for (let column = 1; column <= width; column++) {
    if (used[column]) continue;
    const reduced = cost(row, column) - (rowPrice[row] ?? 0) - (columnPrice[column] ?? 0);
    if (reduced < (least[column] ?? 0)) {
      least[column] = reduced;
      before[column] = at;
    }
    if ((least[column] ?? 0) < step) {
      step = least[column] ?? 0;
      next = column;
    }
  }
  for (let column = 0; column <= width; column++) {
    if (used[column]) {
      const priced = rowAt[column] ?? 0;
      rowPrice[priced] = (rowPrice[priced] ?? 0) + step;
      columnPrice[column] = (columnPrice[column] ?? 0) - step;
    } else least[column] = (least[column] ?? 0) - step;
  }
  return next;
}
