import { describe, expect, it } from 'vitest';
import { binTrials, expectedError } from './calibration.ts';

describe('calibration', () => {
  const trials = [
    ...Array.from({ length: 4 }, (_, at) => ({ confidence: 0.75, right: at < 3 })),
    ...Array.from({ length: 4 }, (_, at) => ({ confidence: 0.95, right: at < 2 })),
  ];

  it('weighs the gap of each bin by its claims', () => {
    expect(expectedError(trials)).toBeCloseTo((0 * 4 + 0.45 * 4) / 8);
    expect(expectedError([])).toBe(0);
  });

  it('puts certainty in the last of ten bins', () => {
    const bins = binTrials([{ confidence: 1, right: true }, ...trials]);
    expect(bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 4, 0, 5]);
  });
});
