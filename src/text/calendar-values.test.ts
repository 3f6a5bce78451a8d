import { describe, expect, it } from 'vitest';
import { type DateValue, toDayNumber } from '../model/index.ts';
import {
  addMonths,
  decadeValue,
  monthPartValue,
  monthsValue,
  monthValue,
  seasonValue,
  spanValue,
  weekValue,
  yearPartValue,
  yearsValue,
} from './calendar-values.ts';

function show({ edtf, earliest, latest, precision }: DateValue): string {
  return `${edtf} ${earliest} ${latest} ${precision}`;
}

describe('dates with their precision', () => {
  it.each([
    [monthValue(2024, 2), '2024-02 2024-02-01 2024-02-29 month'],
    [monthsValue(2023, 11, 2024, 1), '2023-11/2024-01 2023-11-01 2024-01-31 season'],
    [yearsValue(2014), '2014 2014-01-01 2014-12-31 year'],
    [yearsValue(2010, 2015), '2010/2015 2010-01-01 2015-12-31 years'],
    [monthPartValue(2023, 2, 'late'), '2023-02-15/2023-02-28 2023-02-15 2023-02-28 month'],
    [monthPartValue(2024, 3, 'early'), '2024-03-01/2024-03-10 2024-03-01 2024-03-10 month'],
    [monthPartValue(2024, 3, 'mid'), '2024-03-10/2024-03-20 2024-03-10 2024-03-20 month'],
    [yearPartValue(1999, 'early'), '1999-01/1999-04 1999-01-01 1999-04-30 season'],
    [yearPartValue(1999, 'mid'), '1999-05/1999-08 1999-05-01 1999-08-31 season'],
    [yearPartValue(1999, 'late'), '1999-09/1999-12 1999-09-01 1999-12-31 season'],
    [decadeValue(1990), '199X 1990-01-01 1999-12-31 years'],
    [decadeValue(2000, 'early'), '2000/2003 2000-01-01 2003-12-31 years'],
    [seasonValue(2014, 'summer'), '2014-22 2014-06-01 2014-08-31 season'],
    [seasonValue(2014, 'winter'), '2014-24 2013-12-01 2015-02-28 season'],
    [weekValue(toDayNumber('2024-03-24')), '2024-03-18/2024-03-24 2024-03-18 2024-03-24 week'],
    [spanValue('2024-03-01', '2024-03-03'), '2024-03-01/2024-03-03 2024-03-01 2024-03-03 days'],
    [spanValue('2024-03-01', '2024-03-01'), '2024-03-01 2024-03-01 2024-03-01 day'],
  ])('%#', (value, expected) => {
    expect(show(value)).toBe(expected);
  });

  it('adds months across years both ways', () => {
    expect(addMonths(2024, 1, -1)).toEqual({ year: 2023, month: 12 });
    expect(addMonths(2024, 11, 14)).toEqual({ year: 2026, month: 1 });
  });
});
