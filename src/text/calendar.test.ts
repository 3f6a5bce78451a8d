import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateValueSchema, dayValue, type TimeReference, type TimeUnit, toDayNumber, toIsoDay } from '../model/index.ts';
import { monthValue, resolveReference, yearsValue } from './calendar.ts';

const days = fc.integer({ min: 0, max: 40_000 }).map(toIsoDay);
const unit = fc.constantFrom<TimeUnit>('day', 'week', 'month', 'year');
const direction = fc.constantFrom('past' as const, 'last' as const, 'next' as const);
const weekday = fc.integer({ min: 0, max: 6 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 31 });
const amount = fc.integer({ min: -40, max: 40 });

const references: fc.Arbitrary<TimeReference> = fc.oneof(
  fc.record({ kind: fc.constant('weekday' as const), weekday, direction }),
  fc.record({ kind: fc.constant('offset' as const), unit, amount }),
  fc.record({ kind: fc.constant('calendar' as const), month, direction, day, lastDay: day, weekday }),
  fc.record({ kind: fc.constant('calendar' as const), month, direction, day, years: amount }),
  fc.record({ kind: fc.constant('calendar' as const), month, direction }),
  fc.record({ kind: fc.constant('calendar' as const), month, direction, season: fc.constant('winter' as const) }),
  fc.record({ kind: fc.constant('context' as const), unit, amount, month }),
  fc.record({ kind: fc.constant('context' as const), unit, amount, weekday }),
  fc.record({
    kind: fc.constant('window' as const),
    name: fc.constantFrom('past-days', 'weekend', 'this-week', 'this-month', 'this-year', 'year-start', 'overnight'),
    unit,
    amount: fc.integer({ min: 1, max: 40 }),
    side: fc.constantFrom('earlier' as const, 'later' as const),
  }),
);

function resolved(reference: TimeReference, anchor?: string): string | undefined {
  return resolveReference(reference, anchor)?.edtf;
}

describe('resolveReference', () => {
  it('never inverts earliest and latest and gives valid dates', () => {
    fc.assert(
      fc.property(references, days, days, (reference, anchor, context) => {
        const value = resolveReference(reference, anchor, dayValue(context));
        if (value === undefined) return;
        expect(dateValueSchema.safeParse(value).success).toBe(true);
        expect(toDayNumber(value.earliest)).toBeLessThanOrEqual(toDayNumber(value.latest));
      }),
      { numRuns: 500 },
    );
  });

  it('moves weekdays by a week when the anchor moves by one', () => {
    fc.assert(
      fc.property(weekday, direction, days, (index, way, anchor) => {
        const reference: TimeReference = { kind: 'weekday', weekday: index, direction: way };
        const later = toIsoDay(toDayNumber(anchor) + 7);
        const before = toDayNumber(resolved(reference, anchor) ?? '');
        expect(toDayNumber(resolved(reference, later) ?? '')).toBe(before + 7);
      }),
    );
  });

  it('puts weekdays on their side of the anchor, within a week', () => {
    fc.assert(
      fc.property(weekday, days, (index, anchor) => {
        const at = toDayNumber(anchor);
        const distance = (way: 'past' | 'last' | 'next') =>
          toDayNumber(resolved({ kind: 'weekday', weekday: index, direction: way }, anchor) ?? '') - at;
        expect(distance('past')).toBeGreaterThan(-7);
        expect(distance('past')).toBeLessThanOrEqual(0);
        expect(distance('last')).toBeGreaterThanOrEqual(-7);
        expect(distance('last')).toBeLessThan(0);
        expect(distance('next')).toBeGreaterThanOrEqual(0);
        expect(distance('next')).toBeLessThan(7);
      }),
    );
  });

  it('needs an anchor for all but complete dates and what counts from them', () => {
    const value = dayValue('2020-03-07');
    expect(resolved({ kind: 'absolute', value })).toBe('2020-03-07');
    expect(resolved({ kind: 'weekday', weekday: 5, direction: 'past' })).toBeUndefined();
    expect(resolved({ kind: 'offset', unit: 'day', amount: -1 }, 'unknown')).toBeUndefined();
    expect(resolved({ kind: 'context', unit: 'day', amount: 2 }, '2024-03-24')).toBeUndefined();
    expect(resolveReference({ kind: 'context', unit: 'day', amount: 2 }, undefined, value)?.edtf).toBe('2020-03-09');
  });

  it('keeps the precision of the context', () => {
    const context = (
      reference: Omit<Extract<TimeReference, { kind: 'context' }>, 'kind'>,
      from = monthValue(2020, 5),
    ) => resolveReference({ kind: 'context', ...reference }, undefined, from)?.edtf;
    expect(context({ unit: 'day', amount: 2 })).toBe('2020-05-03/2020-06-02');
    expect(context({ unit: 'month', amount: 0 })).toBe('2020-05');
    expect(context({ unit: 'month', amount: 1 }, yearsValue(2020))).toBe('2020-02/2021-01');
    expect(context({ unit: 'year', amount: 0, month: 11 })).toBe('2020-11');
    expect(context({ unit: 'year', amount: 0, month: 11 }, yearsValue(2019, 2020))).toBe('2019/2020');
    expect(context({ unit: 'day', amount: 1, weekday: 1 }, dayValue('2024-03-25'))).toBe('2024-04-01');
    expect(context({ unit: 'week', amount: 1 }, dayValue('2024-03-24'))).toBe('2024-03-25/2024-03-31');
  });

  it('finds 29 February in the year that has one, and 30 February never', () => {
    expect(resolved({ kind: 'calendar', month: 2, day: 29, direction: 'past' }, '2023-03-01')).toBe('2020-02-29');
    expect(resolved({ kind: 'calendar', month: 2, day: 30, direction: 'past' }, '2023-03-01')).toBeUndefined();
  });

  it('lets a weekday tell the year of a far day, but not of a near one', () => {
    const june = { kind: 'calendar', month: 6, day: 2, direction: 'past' } as const;
    expect(resolved({ ...june, weekday: 4 }, '2024-03-24')).toBe('2022-06-02');
    expect(resolved({ ...june, weekday: 3 }, '2024-06-04')).toBe('2024-06-02');
  });

  it('follows UCDP for last night, past days, weekends and last week', () => {
    const wednesday = '2024-03-20';
    expect(resolved({ kind: 'offset', unit: 'day', amount: -1 }, wednesday)).toBe('2024-03-19');
    expect(resolved({ kind: 'window', name: 'past-days' }, wednesday)).toBe('2024-03-17/2024-03-19');
    expect(resolved({ kind: 'window', name: 'weekend' }, wednesday)).toBe('2024-03-16/2024-03-17');
    expect(resolved({ kind: 'offset', unit: 'week', amount: -1 }, wednesday)).toBe('2024-03-11/2024-03-17');
  });
});
