import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinClusters, type ScoredPair } from './cluster.ts';

const options = { threshold: 1, absent: 0, bestShare: 0.5 };

describe('joinClusters', () => {
  it('joins what its edges hold together and leaves the rest alone', () => {
    const edges = [
      { a: 0, b: 1, score: 3 },
      { a: 2, b: 3, score: 0.5 },
    ];
    expect(joinClusters(4, edges, options).groups).toEqual([[0, 1], [2], [3]]);
  });

  it('does not chain: a weak link does not pull two strong pairs together', () => {
    const edges = [
      { a: 0, b: 1, score: 4 },
      { a: 2, b: 3, score: 4 },
      { a: 1, b: 2, score: 1.2 },
    ];
    expect(joinClusters(4, edges, options).groups).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('keeps clusters apart for one forbidden pair, told by edge or by asking', () => {
    const edges = [
      { a: 0, b: 1, score: 9 },
      { a: 1, b: 2, score: 8 },
    ];
    const forbidden = { a: 0, b: 2, score: Number.NEGATIVE_INFINITY };
    expect(joinClusters(3, [...edges, forbidden], options).groups).toEqual([[0, 1], [2]]);
    const forbids = (a: number, b: number) => a + b === 2 && a !== b;
    expect(joinClusters(3, edges, { ...options, forbids }).groups).toEqual([[0, 1], [2]]);
  });

  it('says which pair made each join', () => {
    const { joins } = joinClusters(2, [{ a: 0, b: 1, score: 2 }], options);
    expect(joins).toEqual([{ a: 0, b: 1, score: 2, linkage: 2 }]);
  });

  it('gives one partition whatever the order of the edges', () => {
    const pair = fc
      .tuple(fc.nat(7), fc.nat(7), fc.integer({ min: -2, max: 5 }))
      .filter(([a, b]) => a < b)
      .map(([a, b, score]): ScoredPair => ({ a, b, score }));
    const edges = fc.uniqueArray(pair, { selector: ({ a, b }) => `${a} ${b}`, maxLength: 20 });
    fc.assert(
      fc.property(edges, fc.infiniteStream(fc.nat()), (list, ranks) => {
        const shuffled = list
          .map((edge) => ({ edge, rank: ranks.next().value ?? 0 }))
          .sort((x, y) => x.rank - y.rank)
          .map(({ edge }) => edge);
        expect(joinClusters(8, shuffled, options)).toEqual(joinClusters(8, list, options));
      }),
    );
  });
});
