import { describe, expect, test } from 'vitest';
import { exactly } from '../../model/index.ts';
import { formatCount, formatNumber, formatRange, formatWhere } from './figures.ts';

describe('figures in words', () => {
  test.each([
    [exactly(1370), '1,370'],
    [{ kind: 'count', min: 137, max: null, anchor: 137, qualifier: 'at-least' }, 'at least 137'],
    [{ kind: 'count', min: 101, max: null, anchor: 100, qualifier: 'more-than' }, 'more than 100'],
    [{ kind: 'count', min: 24, max: 99, vague: 'dozens' }, 'dozens (24–99)'],
    [{ kind: 'count', min: 7, max: 9, qualifier: 'between' }, '7–9'],
    [{ kind: 'count', min: 3, max: null }, '3 or more'],
    [{ ...exactly(1), qualifier: 'implicit' }, '1'],
  ] as const)('%j is "%s"', (value, words) => {
    expect(formatCount(value)).toBe(words);
  });

  test('groups thousands the same in every locale', () => {
    expect([0, 999, 1000, 1234567].map(formatNumber)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  test('a range that adds nothing to the best figure is left out', () => {
    const record = { status: 'agreed', grade: 'single', policy: 'p', rule: 'r', why: '', readings: [] } as const;
    expect(formatRange({ ...record, low: 4, best: 4, high: 4 })).toBe('');
    expect(formatRange({ ...record, low: 4, best: 4, high: 6 })).toBe('4–6');
    expect(formatRange({ ...record, low: null, best: null, high: null })).toBe('');
  });

  test('a place is told narrow to wide, each name once', () => {
    const place = {
      name: 'Oskara',
      city: 'Oskara',
      venue: 'river market',
      country: 'VX',
      precision: 'venue',
      claims: [],
    } as const;
    expect(formatWhere({ place })).toBe('river market, Oskara, VX');
    expect(formatWhere({ place: { name: null, precision: 'unknown', claims: [] } })).toBe('place not stated');
  });
});
