import { describe, expect, test } from 'vitest';
import { exactly } from '../model/index.ts';
import { formatCount, formatDate, formatDay, formatDays, formatNumber, formatRange, formatWhere } from './figures.ts';

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

  test('days are never sharper than stated', () => {
    expect(formatDay('2024-03-22T19:10:00Z')).toBe('22 March 2024, 19:10');
    expect(formatDay('2024-03')).toBe('March 2024');
    expect(formatDay('not a date')).toBe('not a date');
    expect(formatDays('2024-03-22', '2024-03-24')).toBe('22–24 March 2024');
    expect(formatDays('2024-03-30', '2024-04-02')).toBe('30 March to 2 April 2024');
    expect(formatDays('2023-12-30', '2024-01-02')).toBe('30 December 2023 to 2 January 2024');
    const month = { edtf: '2014-05', earliest: '2014-05-01', latest: '2014-05-31', precision: 'month' } as const;
    expect(formatDate(month)).toBe('May 2014');
    expect(
      formatDate({ ...month, edtf: '2014', earliest: '2014-01-01', latest: '2014-12-31', precision: 'year' }),
    ).toBe('2014');
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
