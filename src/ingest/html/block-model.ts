import model from '../../../data/body-blocks.json' with { type: 'json' };
import { scoreForest, type Tree } from '../../text/forest.ts';
import { featureNames } from './block-features.ts';

const trees: readonly Tree[] = model.trees;

if (model.features.join(' ') !== featureNames.join(' ')) {
  throw new Error('data/body-blocks.json was trained on other features than are read: run training/body_blocks/run.sh');
}

/** The score from which a block is of the body. */
export const { threshold } = model;

/** Score one block by its features: 0..1, higher for the body. */
export function scoreBlock(features: readonly number[]): number {
  return scoreForest(trees, features);
}

/** How often blocks of such a score are of the body, on publishers the trees never saw. */
export function confidenceOf(score: number): number {
  let confidence = 0;
  for (const [from = 0, share = 0] of model.calibration) if (score >= from) confidence = share;
  return confidence;
}
