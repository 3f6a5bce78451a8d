import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, type Cluster, scoreClusters } from './clusters.ts';

const sets = (...clusters: readonly string[]): readonly Cluster[] => clusters.map((letters) => new Set(letters));

describe('scoreClusters', () => {
  it('gives the figures of worked examples', () => {
    // MUC counts links: two of five are kept on either side.
    const gold = sets('abc', 'defg');
    const found = sets('ab', 'cd', 'fghi');
    const { muc, b3, ceafe } = scoreClusters([{ gold, found }]);
    expect(muc).toBeCloseTo(40, 6);
    const recall = ((4 + 1) / 3 + (1 + 4) / 4) / 7;
    const precision = (4 / 2 + (1 + 1) / 2 + 4 / 4) / 8;
    expect(b3).toBeCloseTo((200 * recall * precision) / (recall + precision), 6);
    const same = 4 / 5 + 4 / 8;
    expect(ceafe).toBeCloseTo((200 * (same / 2) * (same / 3)) / (same / 2 + same / 3), 6);
  });

  it('adds documents up before taking F1', () => {
    const right = { gold: sets('ab'), found: sets('ab') };
    const wrong = { gold: sets('cde'), found: sets('c', 'd', 'e') };
    expect(scoreClusters([right]).conll).toBeCloseTo(100, 6);
    expect(scoreClusters([right, wrong]).muc).toBeCloseTo((200 * (1 / 3)) / (4 / 3), 6);
  });

  it('is 0 where nothing is shared', () => {
    expect(scoreClusters([{ gold: sets('ab'), found: sets('cd') }]).conll).toBe(0);
    expect(scoreClusters([{ gold: sets('ab'), found: [] }]).conll).toBe(0);
  });
});

/** Find the best sum by trying every pairing. */
function bestPairing(values: readonly (readonly number[])[], used: readonly number[] = []): number {
  const [row, ...rest] = values;
  if (row === undefined) return 0;
  const skipped = bestPairing(rest, used);
  return row.reduce(
    (best, value, column) =>
      used.includes(column) ? best : Math.max(best, value + bestPairing(rest, [...used, column])),
    skipped,
  );
}

describe('assign', () => {
  it('finds what trying every pairing finds', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, (values) => {
        expect(assign(values)).toBeCloseTo(bestPairing(values), 9);
      }),
    );
  });
});
