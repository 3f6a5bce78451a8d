import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterPairs } from './cluster.ts';

describe('clusterPairs', () => {
  const near = (pairs: readonly string[]) => (a: number, b: number) => (pairs.includes(`${a}${b}`) ? 0.9 : 0.1);

  it('joins what is likely one and keeps the rest apart', () => {
    expect(clusterPairs(4, near(['01', '23']), 0.5)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('asks the mean of all pairs: one likely pair does not chain two groups', () => {
    expect(clusterPairs(4, near(['01', '23', '12']), 0.5)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('gives nothing for nothing, and each by itself where nothing is likely', () => {
    expect(clusterPairs(0, () => 1, 0.5)).toEqual([]);
    expect(clusterPairs(3, () => 0.4, 0.5)).toEqual([[0], [1], [2]]);
  });

  it('parts every set: each member once, groups by their first', () => {
    const square = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }), {
      minLength: 9,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), square, (size, table) => {
        const groups = clusterPairs(size, (a, b) => table[a]?.[b] ?? 0, 0.5);
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...Array(size).keys()]);
        const firsts = groups.map(([first = -1]) => first);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });
});
