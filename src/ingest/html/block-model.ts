import model from '../../../data/body-blocks.json' with { type: 'json' };
import { packForest, scorePacked } from '../../text/forest.ts';
import { featureNames } from './block-features.ts';

const forest = packForest(model.trees);

if (model.features.join(' ') !== featureNames.join(' ')) {
  throw new Error('data/body-blocks.json was trained on other features than are read: run training/body_blocks/run.sh');
}

/** The score from which a block is of the body. */
export const { threshold } = model;

/** A score a little below the threshold; below this one, how far below does not matter. */
export const nearly = threshold * 0.75;

/** Score one block by its features: 0..1, higher for the body; 0 where it is below `nearly`. */
export function scoreBlock(features: readonly number[]): number {
  const score = scorePacked(forest, Float64Array.from(features), nearly);
  return score < nearly ? 0 : score;
}

/** How often blocks of such a score are of the body, on publishers the trees never saw. */
export function confidenceOf(score: number): number {
  let confidence = 0;
  for (const [from = 0, share = 0] of model.calibration) if (score >= from) confidence = share;
  return confidence;
}
