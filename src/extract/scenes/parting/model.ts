import model from '../../../../data/scene-pairs.json' with { type: 'json' };
import { scoreForest, type Tree } from '../../../text/forest.ts';
import { signNames } from './pair-signs.ts';

const trees: readonly Tree[] = model.trees;

if (model.features.join() !== signNames.join()) {
  throw new Error('data/scene-pairs.json was trained on other signs than are read: run training/scenes_en/run.sh');
}

/** Two units from this score on are of one happening; chosen on folds of the articles the trees were trained on. */
export const { threshold } = model;

/** Score how likely two units are of one happening by their signs, 0..1. */
export function scorePair(signs: readonly number[]): number {
  return scoreForest(trees, signs);
}
