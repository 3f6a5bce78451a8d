import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qualify } from './intervals.ts';

const qualifiers = ['at-least', 'more-than', 'up-to', 'nearly', 'about', 'fewer-than', undefined] as const;

describe('qualify', () => {
  it('keeps the printed number as anchor and never turns an interval over', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(...qualifiers), (count, qualifier) => {
        const value = qualify(count, qualifier);
        expect(value.anchor).toBe(count);
        expect(value.qualifier).toBe(qualifier);
        expect(value.min).toBeGreaterThanOrEqual(0);
        expect(value.min).toBeLessThanOrEqual(value.max ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('holds the edges at small numbers', () => {
    expect(qualify(0, 'fewer-than')).toMatchObject({ min: 0, max: 0 });
    expect(qualify(0, 'up-to')).toMatchObject({ min: 0, max: 0 });
    expect(qualify(1, 'nearly')).toMatchObject({ min: 0, max: 0 });
    expect(qualify(9, 'about')).toMatchObject({ min: 9, max: 9 });
    expect(qualify(10, 'nearly')).toMatchObject({ min: 9, max: 9 });
  });
});
