import { expect, it } from 'vitest';
import { monthNames, monthStart, numberMonth } from './months.ts';

it('numbers months by name and abbreviation', () => {
  expect(['January', 'sept', 'DEC', 'Marketday', 'Velmora'].map(numberMonth)).toEqual([1, 9, 12, 3, 0]);
  expect(monthNames).toHaveLength(12);
});

it('finds where a month begins', () => {
  expect('on 3 may'.search(new RegExp(monthStart))).toBe(5);
});
