import { describe, expect, it } from 'vitest';
import type { NewsClaim } from '../news/gold.ts';
import { bodyOf, drawSample } from './articles.ts';
import { compareDistinct, figuresOfModel } from './figures.ts';
import { numbersIn } from './numbers.ts';
import { agreesWithBox, figureOfBox, printsFigure } from './record.ts';

const claim = (attribute: NewsClaim['attribute'], n: NewsClaim['n'], optional?: boolean): NewsClaim => ({
  attribute,
  n,
  start: 0,
  end: 1,
  check: '00000000',
  event: '',
  ...(optional && { optional }),
});
const cells = (...words: string[]) => words.map((one) => ({ words: one, from: 'Impact' }));

describe('bodyOf', () => {
  it('keeps headings but the first, and drops marks and lists of sources', () => {
    const sections = [
      { header: 'Contents', content: '' },
      { header: 'Orla flood', content: ' The Orla rose.[3][citation needed] ' },
      { header: 'Impact', content: 'Two men drowned.[nb 1]' },
      { header: 'References', content: 'A book.' },
    ];
    expect(bodyOf(sections)).toBe('The Orla rose.\n\nImpact\n\nTwo men drowned.');
  });
});

describe('drawSample', () => {
  it('takes the first of each kind, of floods two', () => {
    const kinds = ['Flood', 'Flood', 'Wildfire', 'Flood', 'Wildfire'].map((kind, id) => ({ kind, id }));
    expect(drawSample(kinds).map(({ id }) => id)).toEqual([0, 1, 2]);
  });
});

describe('numbersIn', () => {
  it.for([
    ['over 1,200', [1200]],
    ['about 1.5 million people', [1_500_000]],
    ['300 to 400', [300, 400]],
    ['Two in Orla, eleven in Tessaly', [2, 11]],
    ['about 200 000', [200_000]],
    ['many others', []],
    ['10 people, ten of them men', [10, 10]],
  ] as const)('reads %s', ([words, numbers]) => {
    expect(numbersIn(words)).toEqual(numbers);
  });
});

describe('figures of a table', () => {
  const model = {
    Deaths: [...cells('three', 'NULL'), { words: '9', from: 'Info_Box' }],
    Injuries: cells('7'),
    Displaced: cells('40 families'),
    Homeless: cells('120 people'),
  };

  it('are compared by attribute and number, each once', () => {
    const gold = [claim('killed', [3, 3]), claim('killed', [3, 3]), claim('injured', [8, 8]), claim('injured', null)];
    const { right, missed, spurious } = compareDistinct(gold, figuresOfModel(model));
    expect(right.map(({ number }) => number)).toEqual([3]);
    expect(missed.map(({ number }) => number)).toEqual([8]);
    expect(spurious.map(({ attribute, number }) => `${attribute} ${number}`)).toEqual(['injured 7', 'displaced 120']);
  });

  it('are right if optional, and right from the box too where the body has them', () => {
    const gold = [claim('killed', [9, 9]), claim('injured', [7, 7], true), claim('killed', [0, 3])];
    const { right, missed, spurious } = compareDistinct(gold, figuresOfModel(model));
    expect(right.map(({ number }) => number)).toEqual([9, 3]);
    expect(missed).toEqual([]);
    expect(spurious.map(({ attribute }) => attribute)).toEqual(['displaced']);
  });
});

describe('figureOfBox', () => {
  it.for([
    ['Deaths: 453 in total', 'killed', { low: 453, high: 453 }],
    ['Fatalities: 15-16 total', 'killed', { low: 15, high: 16 }],
    ['Deaths: At least 86', 'killed', { low: 86, high: null }],
    ['Fatalities: 1 direct, 1 indirect', 'killed', { low: 2, high: 2 }],
    ['Fatalities: None reported', 'killed', { low: 0, high: 0 }],
    ['Deaths: Unknown', 'killed', undefined],
    ['Fatalities: more than 200 dead or missing', 'killed', undefined],
    ['Non-fatal injuries: 4[1]', 'injured', { low: 4, high: 4 }],
  ] as const)('reads %s', ([line, attribute, figure]) => {
    expect(figureOfBox(['Type: Flood', line], attribute)).toEqual(figure);
  });

  it('knows its number again in a sentence of harm, and in no other', () => {
    const box = { low: 12, high: 12 };
    expect(printsFigure('Twelve people drowned in Orla.', 'killed', box)).toBe(true);
    expect(printsFigure('It rained for 12 days. Nobody died.', 'killed', box)).toBe(false);
    expect(agreesWithBox(12, box)).toBe(true);
    expect(agreesWithBox(null, box)).toBe(false);
  });
});
