import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDayNumber, toIsoDay } from '../../model/index.ts';
import { resolveReference } from '../../text/calendar.ts';
import { readTimes } from './index.ts';

const pieces = [
  'Friday',
  'last',
  'night',
  'March',
  '22',
  '2024',
  ',',
  'May',
  'the',
  'same month',
  'two days later',
  'early',
  'in',
  'since',
  '2018',
  '1990s',
  'will',
  'said',
  'over the weekend',
  'yesterday',
  '6 p.m.',
  '3/4/2015',
  '-',
  'of',
  'years',
  'ago',
  'a',
  '20',
  'people',
  'late',
  'week',
  '\n',
  '.',
  '’s',
  '🙂',
  'next',
  'summer',
  'Sat',
  'at',
  'noon',
  '9/11',
  "'",
  'to',
  '31',
  'February',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' '));
const days = fc.integer({ min: 0, max: 40_000 }).map(toIsoDay);

describe('readTimes', () => {
  it('gives sorted, disjoint, trimmed stretches that cross no line', () => {
    fc.assert(
      fc.property(texts, days, (text, anchor) => {
        let last = 0;
        for (const { start, end } of readTimes(text, anchor)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          const words = text.slice(start, end);
          expect(words).toBe(words.trim());
          expect(words).not.toContain('\n');
          last = end;
        }
      }),
    );
  });

  it('gives values that run forward and that the reference gives again', () => {
    fc.assert(
      fc.property(texts, days, (text, anchor) => {
        for (const { value, reference } of readTimes(text, anchor)) {
          if (value === undefined) continue;
          expect(toDayNumber(value.earliest)).toBeLessThanOrEqual(toDayNumber(value.latest));
          if (reference.kind !== 'context') expect(resolveReference(reference, anchor)).toEqual(value);
        }
      }),
    );
  });

  it('reads the same expressions whatever the anchor', () => {
    fc.assert(
      fc.property(texts, days, (text, anchor) => {
        const bare = (times: ReturnType<typeof readTimes>) => times.map(({ value: _, ...rest }) => rest);
        expect(bare(readTimes(text, anchor))).toEqual(bare(readTimes(text)));
      }),
    );
  });

  it('counts from no time told before one that only the day of print would fix', () => {
    const later = (anchor?: string) => readTimes('In 2031, then on Friday and two days later', anchor).at(-1);
    expect(later()?.value).toBeUndefined();
    expect(later('2033-04-10')?.fixed).toBeUndefined();
  });

  it('moves positions with the blocks', () => {
    const text = 'On Friday\nMarch 22 people came';
    const whole = readTimes(text, '2024-03-24', [{ start: 0, end: text.length }]);
    expect(whole.map(({ start, end }) => text.slice(start, end))).toEqual(['Friday']);
    const second = readTimes(text, '2024-03-24', [{ start: 3, end: 9 }]);
    expect(second.map(({ start, end }) => [start, end])).toEqual([[3, 9]]);
  });
});
