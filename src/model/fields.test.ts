import { expect, expectTypeOf, it } from 'vitest';
import { defined, isRecord } from './fields.ts';

it('leaves out what is undefined and nothing else, in order', () => {
  const url = undefined as string | undefined;
  const kept = { id: 'a', ...defined({ path: 'b', url, count: 0, name: '', gone: null }) };
  expect(JSON.stringify(kept)).toBe('{"id":"a","path":"b","count":0,"name":"","gone":null}');
  expect('url' in kept).toBe(false);
});

it('makes optional what may be undefined, and only that', () => {
  const day = '2031-05-02' as string | undefined;
  expectTypeOf(defined({ day, how: 'metadata' })).toExtend<{ readonly day?: string; readonly how: 'metadata' }>();
});

it('tells tables from lists and nothing', () => {
  expect([{}, { a: 1 }, [], null, 'a', undefined].map(isRecord)).toEqual([true, true, false, false, false, false]);
});
