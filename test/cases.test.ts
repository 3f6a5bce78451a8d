import { describe, expect, it } from 'vitest';
import { read } from '../src/index.ts';
import { findWrong, listCases } from './kits/cases.ts';
import { findShared, sharedMissing } from './kits/shared.ts';

const folder = findShared('cases');

/** Numbers of the inputs that test file formats and page metadata; the numbers between are sentences, tested elsewhere. */
const isOfDoors = (number: number): boolean => number <= 6 || number >= 34;

describe('inputs that peers were blamed for', () => {
  if (folder === undefined) {
    it('are read right', (context) => context.skip(sharedMissing));
    return;
  }
  it.each(listCases(folder, isOfDoors))(
    'are read right: $name',
    async ({ path, expected }) => {
      expect(findWrong(await read([path]), expected)).toEqual([]);
    },
    60_000,
  );
});
