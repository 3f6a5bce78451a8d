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
