import { describe, expect, it } from 'vitest';
import { dateEvidences } from '../model/index.ts';
import { anchorOf } from './calendar-anchor.ts';

describe('anchorOf', () => {
  it('takes the day as printed in the source’s own zone', () => {
    expect(anchorOf({ published: { value: '2024-03-22T23:30:00-05:00', how: 'metadata' } })).toBe('2024-03-22');
  });

  it.each(dateEvidences.map((how) => [how] as const))('weighs the evidence %s', (how) => {
    const anchor = anchorOf({ published: { value: '2024-03-22', how } });
    expect(anchor).toBe(how === 'story' ? undefined : '2024-03-22');
  });

  it.each(['2024', '2024-03', 'yesterday', '2024-13-45', ''])('refuses %j, which is no day', (value) => {
    expect(anchorOf({ published: { value, how: 'page' } })).toBeUndefined();
  });

  it('takes the day of copying where a copy has no date', () => {
    const source = { fetchedAt: '2031-02-05T10:00:00Z' };
    expect(anchorOf({ source })).toBe('2031-02-05');
    expect(anchorOf({ source, published: { value: '2031-02-04', how: 'page' } })).toBe('2031-02-04');
  });

  it('refuses a disputed or missing date', () => {
    expect(anchorOf({ published: { value: '2024-03-22', how: 'page', disputed: true } })).toBeUndefined();
    expect(anchorOf({})).toBeUndefined();
  });

  it.each([
    ['Date of publication 10 July 2016 A bomb struck a mill in Norwick on Sunday.', '2016-07-10'],
    ['Mill burns\nMonday 2 Feb 2015\nFour people were killed.', '2015-02-02'],
    ['Published August 27 2016 At least 20 people were killed Saturday.', '2016-08-27'],
    // A day told in a sentence is no day of print.
    ['On 10 July 2016 a bomb struck a mill in Norwick.', '2016-09-01'],
    ['The March 4, 2016 attacks killed four.', '2016-09-01'],
    ['May 16, 2016, was a day nobody in Norwick forgets.', '2016-09-01'],
  ])('weighs the date printed above the words: %s', (value, day) => {
    expect(anchorOf({ published: { value: '2016-09-01', how: 'metadata' }, text: { value } })).toBe(day);
  });
});
