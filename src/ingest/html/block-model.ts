import model from '../../../data/body-blocks.json' with { type: 'json' };
import { featureNames } from './block-features.ts';

/** Trees of `data/body-blocks.json`: feature, threshold and two places a split; a negative place is a leaf. */
interface Tree {
  readonly splits: readonly number[];
  readonly leaves: readonly number[];
}

const splitSize = 4;
const trees: readonly Tree[] = model.trees;

if (model.features.join(' ') !== featureNames.join(' ')) {
  throw new Error('data/body-blocks.json was trained on other features than are read: run training/body_blocks/run.sh');
}

/** The score from which a block is of the body. */
export const { threshold } = model;

/** Score one block by its features: 0..1, higher for the body. */
export function scoreBlock(features: readonly number[]): number {
  let sum = 0;
  for (const tree of trees) sum += readLeaf(tree, features);
  return 1 / (1 + Math.exp(-sum));
}

/** How often blocks of such a score are of the body, on publishers the trees never saw. */
export function confidenceOf(score: number): number {
  let confidence = 0;
  for (const [from = 0, share = 0] of model.calibration) if (score >= from) confidence = share;
  return confidence;
}

function readLeaf({ splits, leaves }: Tree, features: readonly number[]): number {
  let at = splits.length === 0 ? -1 : 0;
  while (at >= 0) {
    const from = at * splitSize;
    const isLow = (features[splits[from] ?? 0] ?? 0) <= (splits[from + 1] ?? 0);
    at = splits[from + (isLow ? 2 : 3)] ?? -1;
  }
  return leaves[-at - 1] ?? 0;
}
