import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './dates.ts';

const style = { dayFirst: false, now: '2031-06-01T00:00:00Z' };

describe('readDate', () => {
  it.each([
    ['2031-02-03', '2031-02-03'],
    ['20310203', '2031-02-03'],
    ['2031-02-03 08:00:00', '2031-02-03T08:00:00Z'],
    ['2031-02-03T08:00:00.123Z', '2031-02-03T08:00:00Z'],
    ['2031-02-03T20:18:00-05:00', '2031-02-03T20:18:00-05:00'],
    ['1927900800', '2031-02-03T16:00:00Z'],
    ['May 17, 2030', '2030-05-17'],
    ['17 May 2030', '2030-05-17'],
    ['Tuesday, January 28, 2031 8:18 PM EST', '2031-01-28T20:18:00-05:00'],
    ['3/25/2031 9:08:17 AM', '2031-03-25T09:08:17Z'],
    ['25/3/2031', '2031-03-25'],
    ['3/4/2031', '2031-03-04'],
    ['Mon, 03 Feb 2031 19:30:00 GMT', '2031-02-03T19:30:00Z'],
    ['Sept. 5, 2030', '2030-09-05'],
    ['2031/02/03', '2031-02-03'],
    ['2031.2.3 7:05', '2031-02-03T07:05:00Z'],
    ['2031-02-03 7:12:00 -0000', '2031-02-03T07:12:00Z'],
    ['2031-02-03 7:12 PM', '2031-02-03T19:12:00Z'],
    ['20310203T081500Z', '2031-02-03T08:15:00Z'],
    ['2031/02/03/', '2031-02-03'],
  ])('reads %s', (words, value) => {
    expect(readDate(words, style)).toEqual({ value });
  });

  it('puts the day first where dots or dashes part it, and slashes tell nothing', () => {
    const { dayFirst: _, ...unknown } = style;
    expect(['3.4.2031', '3-4-2031', '3/4/2031'].map((words) => readDate(words, unknown))).toEqual([
      { value: '2031-04-03' },
      { value: '2031-04-03' },
      { value: '2031-03-04' },
    ]);
    expect(readDate('3/4/2031', { ...unknown, near: ['2031-04-04'] })).toEqual({ value: '2031-04-03' });
    expect(readDate('5/11/2031', { ...unknown, dayFirst: true })).toEqual({ value: '2031-05-11' });
  });

  it('reads 3/4 as 3 April where the outlet writes so', () => {
    expect(readDate('3/4/2031', { ...style, dayFirst: true })).toEqual({ value: '2031-04-03' });
  });

  it.each([
    ['2031-02-30', 'impossible'],
    ['1831-02-03', 'impossible'],
    ['13/13/2030', 'impossible'],
    ['2031-12-24', 'future'],
    ['Friday', 'unreadable'],
    ['March 24', 'unreadable'],
    ['last year', 'unreadable'],
    ['', 'unreadable'],
  ])('refuses %j as %s', (words, refused) => {
    expect(readDate(words, style)).toEqual({ refused });
  });

  it('never throws, and what it reads is a real day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/:.TZ+ -]{0,25}$/)), (words) => {
        const reading = readDate(words, style);
        if ('value' in reading) expect(new Date(reading.value).toISOString()).toContain('T');
      }),
    );
  });
});
