import { describe, expect, test } from 'vitest';
import { formatDate, formatDay, formatDays, formatEdtf, formatWhen } from './dates.ts';

describe('dates in words', () => {
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

  test.each([
    ['2014-09/2014-12', 'September to December 2014'],
    ['2014-12/2015-02', 'December 2014 to February 2015'],
    ['2014-03-22/2014-03-24', '22–24 March 2014'],
    ['2014-03-30/2014-04-02', '30 March to 2 April 2014'],
    ['1997/1999', '1997 to 1999'],
    ['2014/2015-03', '2014 to March 2015'],
    ['2014-09/..', 'from September 2014 on'],
    ['../2014', 'until 2014'],
    ['201X', 'the 2010s'],
    ['19XX', 'the 20th century'],
    ['2014-XX-XX', '2014'],
    ['2014-05-XX', 'May 2014'],
    ['2014-22', 'summer 2014'],
    ['2014-33', 'the first quarter of 2014'],
    ['2014~', 'about 2014'],
    ['2014-05?', 'possibly May 2014'],
    ['1984%', 'possibly about 1984'],
    ['[2014,2016]', '2014 or 2016'],
    ['{2014-05,2014-06}', 'May 2014 and June 2014'],
    ['2014-05-03', '3 May 2014'],
    ['some time ago', 'some time ago'],
  ])('%s is "%s"', (edtf, words) => {
    expect(formatEdtf(edtf)).toBe(words);
  });

  test('the days a codebook gives "early March" are not told as the report\u2019s', () => {
    const early = { edtf: '2014-03-01/2014-03-10', earliest: '2014-03-01', latest: '2014-03-10' };
    expect(formatDate({ ...early, precision: 'month' })).toBe('March 2014');
    expect(formatDate({ ...early, precision: 'days' })).toBe('1–10 March 2014');
  });

  test('an incident of some years is told by the years', () => {
    const date = { status: 'single-source', claims: [], precision: 'years', value: '1997/1999' } as const;
    expect(formatWhen({ date: { ...date, earliest: '1997-01-01', latest: '1999-12-31' } })).toBe('1997 to 1999');
    expect(
      formatWhen({ date: { ...date, value: '2016-03-22', earliest: '2016-03-22', latest: '2016-03-22' } }, 'short'),
    ).toBe('22 Mar 2016');
    expect(formatWhen({ date: { ...date, value: null } })).toBe('date not stated');
  });
});
