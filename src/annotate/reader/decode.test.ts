import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBounds, findYields } from './bounds.ts';
import { findLemma } from './lemmas.ts';
import { decodeNames, orderTags } from './names.ts';
import { decodeTree } from './tree.ts';

const tags = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG'];

function namesOf(rows: readonly (readonly number[])[]) {
  return decodeNames(Float32Array.from(rows.flat()), 0, rows.length, tags, orderTags(tags));
}

/** Score of a whole tree, or nothing where heads make none. */
function scoreTree(heads: readonly number[], scores: readonly (readonly number[])[]): number | undefined {
  if (heads.filter((head) => head === 0).length !== 1) return undefined;
  const reaches = heads.every((_, word) => {
    let at = word + 1;
    for (let step = 0; step < heads.length && at !== 0; step++) at = heads[at - 1] ?? 0;
    return at === 0;
  });
  return reaches ? heads.reduce((sum, head, word) => sum + (scores[word]?.[head] ?? 0), 0) : undefined;
}

function allHeads(count: number): readonly (readonly number[])[] {
  let found: readonly (readonly number[])[] = [[]];
  for (let word = 0; word < count; word++) {
    found = found.flatMap((heads) =>
      Array.from({ length: count + 1 }, (_, head) => [...heads, head]).filter((one) => one[word] !== word + 1),
    );
  }
  return found;
}

describe('decodeTree', () => {
  it('takes the best head of each word where that is a tree', () => {
    const scores = Float32Array.from([0, 0, 5, 9, 0, 1, 0, 4, 0]);
    expect([...decodeTree(scores, 0, 3, 2)]).toEqual([2, 0]);
  });

  it('finds the best tree with one root whatever the scores', () => {
    const row = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (rows) => {
        const found = scoreTree([...decodeTree(Float32Array.from(rows.flat()), 0, 5, 4)], rows);
        const best = Math.max(...allHeads(4).map((heads) => scoreTree(heads, rows) ?? Number.NEGATIVE_INFINITY));
        expect(found).toBe(best);
      }),
      { numRuns: 200 },
    );
  });
});

describe('decodeNames', () => {
  it('joins what begins and goes on', () => {
    expect(
      namesOf([
        [0, 5, 0, 0, 0],
        [0, 0, 5, 0, 0],
        [5, 0, 0, 0, 0],
        [0, 0, 0, 5, 0],
      ]),
    ).toEqual([
      { first: 0, last: 2, kind: 'PER' },
      { first: 3, last: 4, kind: 'ORG' },
    ]);
  });

  it('never goes on with a name of another class, nor with none', () => {
    expect(
      namesOf([
        [0, 5, 0, 0, 0],
        [0, 0, 4, 0, 5],
      ]),
    ).toEqual([{ first: 0, last: 2, kind: 'PER' }]);
    expect(
      namesOf([
        [3, 0, 0, 0, 0],
        [0, 0, 4, 0, 0],
      ]),
    ).toEqual([{ first: 0, last: 2, kind: 'PER' }]);
    expect(
      namesOf([
        [9, 0, 0, 0, 0],
        [3, 0, 4, 0, 0],
      ]),
    ).toEqual([]);
  });
});

describe('chooseBounds', () => {
  // "the old bridge collapsed": "bridge" heads "the" and "old".
  const heads = Int32Array.of(3, 3, 4, 0);

  it('favours the edges of what stands under the head', () => {
    const scores = { first: Float32Array.of(1, 1.5, 1.2, 0), last: Float32Array.of(0, 0, 1, 1.5) };
    expect(chooseBounds(scores, heads, findYields(heads), 2)).toEqual([1, 2]);
  });

  it('lets the network overrule them', () => {
    const scores = { first: Float32Array.of(9, 1, 1, 0), last: Float32Array.of(0, 0, 1, 9) };
    expect(chooseBounds(scores, heads, findYields(heads), 2)).toEqual([0, 3]);
  });
});

describe('findLemma', () => {
  it.each([
    ['Killed', 'VERB', 'l|2|', 'kill'],
    ['went', 'VERB', 'k|3|xx', 'go'],
    ['Dravik', 'PROPN', 'k|0|', 'Dravik'],
    ['UNITED', 'PROPN', 't|0|', 'United'],
    ['an', 'DET', '=|0|a', 'a'],
    ['as', 'ADP', 'k|2|', 'as'],
    ['parties', 'NOUN', 'k|1|', 'party'],
    ['crashes', 'VERB', 'k|1|', 'crash'],
    ['ties', 'NOUN', 'k|1|', 'tie'],
  ])('%s as %s by %s is %s', (word, upos, rule, lemma) => {
    expect(findLemma(word, upos, rule, { VERB: { went: 'go' } })).toBe(lemma);
  });

  it('does not take names of the table for forms', () => {
    expect(findLemma('constructor', 'NOUN', 'k|0|', { NOUN: {} })).toBe('constructor');
  });
});
