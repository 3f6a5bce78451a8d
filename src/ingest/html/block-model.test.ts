import { describe, expect, it } from 'vitest';
import { featureNames } from './block-features.ts';
import { confidenceOf, scoreBlock, threshold } from './block-model.ts';

describe('the trees of the body reader', () => {
  it('give a score for any numbers', () => {
    for (const value of [0, -1, 1e9, Number.NaN]) {
      const score = scoreBlock(featureNames.map(() => value));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('are surer of a block the higher its score', () => {
    const shares = [threshold, 0.6, 0.8, 0.95, 1].map(confidenceOf);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.95);
  });
});
