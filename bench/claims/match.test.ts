import { describe, expect, it } from 'vitest';
import type { CountAttribute } from '../../src/model/index.ts';
import type { GoldClaim } from './gold.ts';
import { compareCounts } from './match.ts';
import { type Prediction, relocate } from './predict.ts';

// In these tests positions stand for words: a statement is ten characters long.
function stated(attribute: CountAttribute, count: number, at: number, more: Partial<GoldClaim> = {}): GoldClaim {
  return { attribute, min: count, max: count, start: at, end: at + 10, ...more };
}

function read(attribute: CountAttribute, count: number, at: number, more: Partial<Prediction> = {}): Prediction {
  const value = { kind: 'count', min: count, max: count } as const;
  return { attribute, value, ranges: [{ start: at, end: at + 10 }], ...more };
}

function totals(gold: readonly GoldClaim[], predictions: readonly Prediction[]) {
  const { hits, misses, spurious, tolerated, repeated } = compareCounts(gold, predictions);
  return [hits.length, misses.length, spurious.length, tolerated.length, repeated.length];
}

describe('compareCounts', () => {
  const killed = stated('killed', 2, 100);
  it.each<[string, readonly Prediction[], readonly number[]]>([
    ['finds a figure in overlapping words', [read('killed', 2, 95)], [1, 0, 0, 0, 0]],
    ['wants the value', [read('killed', 3, 100)], [0, 1, 1, 0, 0]],
    ['wants the attribute', [read('injured', 2, 100)], [0, 1, 1, 0, 0]],
    ['wants the words', [read('killed', 2, 110)], [0, 1, 1, 0, 0]],
    ['marks a figure given twice', [read('killed', 2, 95), read('killed', 2, 102)], [1, 0, 0, 1, 1]],
    ['bears with a weaker truth', [read('casualties', 2, 100)], [0, 1, 0, 1, 0]],
    ['does not count what a reader doubts', [read('killed', 9, 100, { modality: 'hypothetical' })], [0, 1, 0, 0, 0]],
  ])('%s', (_, predictions, wanted) => {
    expect(totals([killed], predictions)).toEqual(wanted);
  });

  it('takes several statements of the same people for one figure', () => {
    const gold = [stated('killed', 1, 100, { same: 'a' }), stated('killed', 1, 300, { same: 'a' })];
    expect(totals(gold, [read('killed', 1, 300)])).toEqual([1, 0, 0, 0, 0]);
    expect(totals(gold, [read('killed', 1, 100), read('killed', 1, 300)])).toEqual([1, 0, 0, 1, 0]);
    expect(totals(gold, [])).toEqual([0, 1, 0, 0, 0]);
  });

  it('takes persons listed one by one for their sum, but not some of them', () => {
    const couple = stated('killed', 2, 100, { list: true, end: 140 });
    expect(totals([couple], [read('killed', 1, 100), read('killed', 1, 120)])).toEqual([1, 0, 0, 1, 0]);
    expect(totals([couple], [read('killed', 1, 100)])).toEqual([0, 1, 0, 1, 0]);
    expect(totals([couple], [read('killed', 2, 100)])).toEqual([1, 0, 0, 0, 0]);
  });

  it('leaves optional claims alone, unless they are told as fact and were not', () => {
    const denied = stated('killed', 5, 100, { optional: true, modality: 'denied' });
    expect(totals([denied], [])).toEqual([0, 0, 0, 0, 0]);
    expect(totals([denied], [read('killed', 5, 100, { modality: 'denied' })])).toEqual([0, 0, 0, 1, 0]);
    expect(totals([denied], [read('killed', 5, 100, { modality: 'asserted' })])).toEqual([0, 0, 1, 0, 0]);
  });

  it('checks a derived sum against the figures under its words', () => {
    const gold = [
      stated('injured', 1, 100, { same: 'a' }),
      stated('injured', 1, 200),
      stated('injured', 1, 300, { same: 'a' }),
    ];
    const over = (count: number) =>
      read('injured', count, 100, { derived: true, ranges: gold.map(({ start, end }) => ({ start, end })) });
    expect(compareCounts(gold, [over(2)]).spurious).toHaveLength(0);
    expect(compareCounts(gold, [over(3)]).spurious).toHaveLength(1);
  });
});

describe('relocate', () => {
  it('finds the same occurrence where white space differs', () => {
    const from = 'One died.\nLater one died. One died again.';
    const to = 'Menu\n\nOne died.\n\nLater one  died. One  died again.';
    expect(relocate('One died', from.lastIndexOf('One died'), from, to)).toEqual({ start: 34, end: 43 });
    expect(relocate('two died', 0, from, to)).toBeUndefined();
  });
});
