import { describe, expect, test } from 'vitest';
import { count } from '../../../test/kits/build.ts';
import {
  type AttributeReading,
  type ClaimValue,
  type CountRecord,
  exactly,
  type TermRecord,
} from '../../model/index.ts';
import { explainReading, findAccepted, formatBest, formatTerm, markBest, sayWhy } from './standing.ts';

const reading = (value: ClaimValue, more: Partial<AttributeReading> = {}): AttributeReading => ({
  value,
  claims: [],
  independentSources: 1,
  used: true,
  ...more,
});
const base = { status: 'single-source', policy: 'p', rule: 'r', why: '' } as const;
const counted = (best: number | null, ...readings: readonly AttributeReading[]): CountRecord => ({
  ...base,
  grade: 'single',
  low: best,
  best,
  high: best,
  readings,
});
const named = (value: string, ...readings: readonly AttributeReading[]): TermRecord => ({ ...base, value, readings });

describe('an accepted figure keeps the bound of its words', () => {
  test.each([
    [count(300, 'more-than'), 'more than 300', '> 300'],
    [count(12, 'at-least'), 'at least 12', '≥ 12'],
    [count(60, 'up-to'), 'up to 60', '≤ 60'],
    [count(70, 'about'), 'about 70', '~ 70'],
    [count(1200, 'nearly'), 'nearly 1,200', '~ 1,200'],
    [count(9, 'fewer-than'), 'fewer than 9', '< 9'],
    [exactly(12), '12', '12'],
  ])('%j', (value, words, mark) => {
    expect(formatBest(counted(value.anchor ?? 0, reading(value)))).toBe(words);
    expect(markBest(counted(value.anchor ?? 0, reading(value)))).toBe(mark);
  });

  test('but not where another report that stands prints the number itself', () => {
    const record = counted(12, reading(count(12, 'at-least')), reading(exactly(12)));
    expect(formatBest(record)).toBe('12');
  });

  test('nor where the policy accepts a number that no words print', () => {
    const dozens = reading({ kind: 'count', min: 24, max: 99, vague: 'dozens' });
    expect(formatBest(counted(24, dozens))).toBe('24');
    expect(formatBest({ ...counted(null, dozens), low: 24, high: null })).toBe('24 or more');
    expect(formatBest({ ...counted(null), status: 'disputed' })).toBe('disputed');
  });
});

describe('an accepted term', () => {
  const stretch = { kind: 'date', edtf: '2014-09/2014-12', earliest: '2014-09-01', latest: '2014-12-31' } as const;

  test('is told as a person writes it, names and statements as they stand', () => {
    expect(formatTerm(named('2014-09/2014-12', reading({ ...stretch, precision: 'season' })))).toBe(
      'September to December 2014',
    );
    expect(formatTerm(named('2014-09/2014-12'))).toBe('September to December 2014');
    expect(formatTerm(named('small-arms', reading({ kind: 'category', term: 'small-arms' })))).toBe('small arms');
    expect(formatTerm(named('Al-Veshar', reading({ kind: 'actor', name: 'Al-Veshar' })))).toBe('Al-Veshar');
    expect(formatTerm(named('a 7-year-old boy', reading({ kind: 'statement', text: 'a 7-year-old boy' })))).toBe(
      'a 7-year-old boy',
    );
  });

  test('is found by its code among those that stand', () => {
    const year = reading({ ...stretch, edtf: '2015', earliest: '2015-01-01', latest: '2015-12-31', precision: 'year' });
    const months = reading({ ...stretch, precision: 'season' });
    expect(findAccepted(named('2014-09/2014-12', year, months))).toBe(months);
  });

  test('leaves no code in the sentence that says why', () => {
    const record = named('2014-09/2014-12', reading({ ...stretch, precision: 'season' }));
    expect(sayWhy({ ...record, why: 'Three reports give 2014-09/2014-12; 2015 is told too.' })).toBe(
      'Three reports give September to December 2014; 2015 is told too.',
    );
    const figures = counted(1200, reading(exactly(1200)), reading(count(15983, 'at-least')));
    expect(sayWhy({ ...figures, why: 'One report gives 1200; at least 15983 is of 2024.' })).toBe(
      'One report gives 1,200; at least 15,983 is of 2024.',
    );
  });
});

test('an accepted reading that a policy counts otherwise is told with the number it stands for', () => {
  const words = reading(exactly(32));
  const record = { ...counted(31, words), low: 31, high: 32 };
  expect(explainReading(words, words, record)).toBe('accepted as 31');
  expect(explainReading(words, words, counted(32, words))).toBe('accepted');
});
