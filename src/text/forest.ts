/** A tree of decisions: feature, threshold and two places a split; a negative place is a leaf. */
export interface Tree {
  readonly splits: readonly number[];
  readonly leaves: readonly number[];
}

const splitSize = 4;

function readLeaf({ splits, leaves }: Tree, features: readonly number[]): number {
  let at = splits.length === 0 ? -1 : 0;
  while (at >= 0) {
    const from = at * splitSize;
    const isLow = (features[splits[from] ?? 0] ?? 0) <= (splits[from + 1] ?? 0);
    at = splits[from + (isLow ? 2 : 3)] ?? -1;
  }
  return leaves[-at - 1] ?? 0;
}

/** Sum boosted trees to a probability, 0..1 (LightGBM's binary objective). */
export function scoreForest(trees: readonly Tree[], features: readonly number[]): number {
  let sum = 0;
  for (const tree of trees) sum += readLeaf(tree, features);
  return 1 / (1 + Math.exp(-sum));
}

/** A forest laid out flat, for scoring many things fast. */
export interface PackedForest {
  /** Feature and the places to go to on either side, three a split; a negative place is a leaf, -1 the first. */
  readonly splits: Int32Array;
  readonly thresholds: Float64Array;
  readonly leaves: Float64Array;
  /** Where each tree begins, among the splits or, negative, the leaves. */
  readonly roots: Int32Array;
  /** The most that this tree and those after it can add. */
  readonly most: Float64Array;
}

/** Lay a forest out flat. */
export function packForest(trees: readonly Tree[]): PackedForest {
  const splits: number[] = [];
  const thresholds: number[] = [];
  const leaves: number[] = [];
  const roots = trees.map((tree) => {
    const [splitsBefore, leavesBefore] = [thresholds.length, leaves.length];
    const move = (at = -1): number => (at < 0 ? at - leavesBefore : at + splitsBefore);
    for (let from = 0; from < tree.splits.length; from += splitSize) {
      const [feature = 0, threshold = 0, low, high] = tree.splits.slice(from, from + splitSize);
      splits.push(feature, move(low), move(high));
      thresholds.push(threshold);
    }
    leaves.push(...tree.leaves);
    return move(tree.splits.length === 0 ? -1 : 0);
  });
  const most = new Float64Array(trees.length + 1);
  for (let i = trees.length - 1; i >= 0; i -= 1) most[i] = (most[i + 1] ?? 0) + Math.max(...(trees[i]?.leaves ?? [0]));
  return {
    splits: Int32Array.from(splits),
    thresholds: Float64Array.from(thresholds),
    leaves: Float64Array.from(leaves),
    roots: Int32Array.from(roots),
    most,
  };
}

/** Trees after which it is asked whether the least score can still be reached. */
const treesBetweenLooks = 20;

/** Sum a packed forest as `scoreForest` does; 0 as soon as it is certain that the sum stays below a least score. */
export function scorePacked(
  { splits, thresholds, leaves, roots, most }: PackedForest,
  features: Float64Array,
  least: number,
): number {
  const wanted = Math.log(least / (1 - least));
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree += 1) {
    if (tree % treesBetweenLooks === 0 && sum + (most[tree] ?? 0) < wanted) return 0;
    let at = roots[tree] ?? -1;
    while (at >= 0) {
      const isLow = (features[splits[at * 3] ?? 0] ?? 0) <= (thresholds[at] ?? 0);
      at = splits[at * 3 + (isLow ? 1 : 2)] ?? -1;
    }
    sum += leaves[-at - 1] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}
