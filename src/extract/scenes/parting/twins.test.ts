import { describe, expect, it } from 'vitest';
import { joinTwins } from './twins.ts';
import type { Unit } from './unit.ts';

/** A unit that gives a figure of a fate, on a day counted from 1970-01-01 where one is told with it. */
function unit(fate: string, figure: number | undefined, day?: number): Unit {
  const days = day === undefined ? [] : [{ first: day, last: day }];
  return { finding: { fate }, figure, signs: { days } } as unknown as Unit;
}

const join = (groups: readonly (readonly Unit[])[]) => {
  const units = groups.flat();
  const indexes = groups.map((group) => group.map((one) => units.indexOf(one)));
  return joinTwins(indexes, units).length;
};

describe('joinTwins', () => {
  it.each([
    [
      'two figures alike',
      [
        [unit('killed', 3), unit('injured', 16)],
        [unit('killed', 3), unit('injured', 16)],
      ],
      1,
    ],
    ['a large figure alike', [[unit('killed', 87)], [unit('killed', 87)]], 1],
    ['one small figure alike', [[unit('killed', 3)], [unit('killed', 3)]], 2],
    ['the same number of other fates', [[unit('killed', 87)], [unit('injured', 87)]], 2],
    ['single persons', [[unit('killed', undefined)], [unit('killed', undefined)]], 2],
    ['figures of different days', [[unit('killed', 87, 100)], [unit('killed', 87, 102)]], 2],
    ['figures of one day', [[unit('killed', 87, 100)], [unit('killed', 87, 100)]], 1],
  ])('makes of %s as many happenings', (_, groups, count) => expect(join(groups)).toBe(count));
});
