import { expect, it } from 'vitest';
import { traceIncidents } from './lineage.ts';

const trace = (before: Record<string, readonly string[]>, after: Record<string, readonly string[]>) =>
  traceIncidents(new Map(Object.entries(before)), new Map(Object.entries(after))).map(
    ({ was, now, how }) => `${was} ${how} ${now}`,
  );

it('says what became of incidents whose mentions are held by others', () => {
  expect(trace({ a: ['1'], b: ['2'] }, { a: ['1', '2'] })).toEqual(['b merged a']);
  expect(trace({ a: ['1'], b: ['2'] }, { c: ['1', '2'] })).toEqual(['a merged c', 'b merged c']);
  expect(trace({ a: ['1', '2'] }, { a: ['1'], b: ['2'] })).toEqual(['a split b']);
  expect(trace({ a: ['1', '2'] }, { b: ['1'], c: ['2'] })).toEqual(['a split b', 'a split c']);
  expect(trace({ a: ['1'] }, { b: ['1', '2'] })).toEqual(['a renamed b']);
  expect(trace({ a: ['1'] }, {})).toEqual(['a ended ']);
});

it('says nothing of incidents that stay, grow or begin', () => {
  expect(trace({ a: ['1'] }, { a: ['1', '2'], b: ['3'] })).toEqual([]);
});
