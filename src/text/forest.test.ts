import { describe, expect, it } from 'vitest';
import { scoreForest } from './forest.ts';

describe('scoreForest', () => {
  // One split on the first feature at 0.5: low goes to the first leaf, high to the second.
  const tree = { splits: [0, 0.5, -1, -2], leaves: [-2, 3] };

  it('goes left up to the threshold and right above it', () => {
    expect(scoreForest([tree], [0.5])).toBeCloseTo(1 / (1 + Math.exp(2)));
    expect(scoreForest([tree], [0.6])).toBeCloseTo(1 / (1 + Math.exp(-3)));
  });

  it('adds up trees, one without splits being its leaf', () => {
    expect(scoreForest([tree, { splits: [], leaves: [-3] }], [1])).toBeCloseTo(0.5);
  });
});
