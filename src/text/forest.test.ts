import { describe, expect, it } from 'vitest';
import { packForest, scoreForest, scorePacked } from './forest.ts';

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

describe('scorePacked', () => {
  const trees = [
    { splits: [0, 0.5, 1, -1, 1, 2, -2, -3], leaves: [1, -2, 3] },
    { splits: [], leaves: [0.25] },
    { splits: [1, 0, -1, -2], leaves: [-1, 1] },
  ];
  const forest = packForest(trees);

  it.each([
    [0.4, 1],
    [0.4, 3],
    [0.6, -1],
  ])('gives what the trees give for %j, %j', (...features) => {
    expect(scorePacked(forest, Float64Array.from(features), 0.001)).toBe(scoreForest(trees, features));
  });

  it('gives up where the least cannot be reached', () => {
    expect(scorePacked(forest, Float64Array.of(0.4, 1), 0.99)).toBe(0);
  });
});
