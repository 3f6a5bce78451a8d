import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claim } from '../../../test/kits/build.ts';
import { marketEdition } from '../../../test/kits/edition.ts';
import { exactly } from '../../model/index.ts';
import { citeClaim, findFigure, quoteClaim } from './words.ts';

const found = (quote: string, value: Parameters<typeof findFigure>[1]) => {
  const range = findFigure(quote, value);
  return range === undefined ? undefined : quote.slice(range.start, range.end);
};

describe('findFigure', () => {
  test.each([
    ['at least 137 people', exactly(137), '137'],
    ['1,370 people', exactly(1370), '1,370'],
    ['Fifteen people died', exactly(15), 'Fifteen'],
    ['a hundred and thirty-seven people', exactly(137), 'a hundred and thirty-seven'],
    ['one hundred thirty seven people', exactly(137), 'one hundred thirty seven'],
    ['dozens were hurt', { kind: 'count', min: 24, max: 99, vague: 'dozens' }, 'dozens'],
    ['when a bomb exploded', { kind: 'category', term: 'bomb' }, 'bomb'],
  ] as const)('%s', (quote, value, words) => {
    expect(found(quote, value)).toBe(words);
  });

  test.each([
    ['1,137 people', exactly(137)],
    ['137.5 tonnes', exactly(137)],
    ['13 people', exactly(3)],
    ['someone died', exactly(1)],
    ['the bomber died', { kind: 'category', term: 'bomb' }],
  ] as const)('does not find it in: %s', (quote, value) => {
    expect(found(quote, value)).toBeUndefined();
  });
});

describe('citeClaim', () => {
  const [article] = marketEdition.articles;
  if (article === undefined) throw new Error('the market edition has articles');

  test('prints the rest of the sentence around the words, and nothing of the sentence before', () => {
    const caption = claim(article, 'i', 'killed', exactly(31), 'killed 31 people');
    const pieces = citeClaim(article.text, caption);
    expect(pieces.map(({ text }) => text).join('')).toBe(
      'In 2019 a bombing at the central station of the same city killed 31 people.',
    );
    expect(pieces.find(({ role }) => role === 'figure')?.text).toBe('31');
  });

  test('always prints the evidence itself, verbatim and once', () => {
    fc.assert(
      fc.property(fc.nat(article.text.length - 2), fc.integer({ min: 1, max: 60 }), (start, length) => {
        const quote = article.text.slice(start, start + length);
        const base = claim(article, 'i', 'killed', exactly(9), quote);
        const end = start + quote.length;
        const pieces = citeClaim(article.text, { ...base, evidence: [{ start, end, quote }] });
        const words = pieces.filter(({ role }) => role !== 'context').map(({ text }) => text);
        expect(words.join('')).toBe(quote);
      }),
    );
  });

  test('words of a sum that overlap are said once, the figure of each part set apart', () => {
    const text = 'The fire killed 13 guards as well as 170 visitors, the council said.';
    const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote });
    const sum = {
      ...claim(article, 'i', 'killed', exactly(31), 'killed 31 people'),
      value: { ...exactly(183), qualifier: 'sum' as const },
      evidence: [at('killed 13 guards'), at('killed 13 guards as well as 170 visitors')],
    };
    expect(quoteClaim(sum)).toBe('killed 13 guards as well as 170 visitors');
    const pieces = citeClaim(text, sum, [exactly(170), exactly(13)]);
    expect(pieces.filter(({ role }) => role === 'figure').map((piece) => piece.text)).toEqual(['13', '170']);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    const crossing = { ...sum, evidence: [at('13 guards as well'), at('as well as 170 visitors')] };
    expect(quoteClaim(crossing)).toBe('13 guards as well as 170 visitors');
    const again = {
      ...sum,
      evidence: [
        { start: 0, end: 8, quote: 'The fire' },
        { start: 90, end: 98, quote: 'The fire' },
      ],
    };
    expect(quoteClaim(again)).toBe('The fire');
  });
});
