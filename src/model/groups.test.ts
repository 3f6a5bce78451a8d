import { describe, expect, it } from 'vitest';
import { countGroups, countShared, groupBy, makeDisjointSets } from './groups.ts';

it('gathers items under their keys in order of first sight', () => {
  const groups = groupBy(['pear', 'plum', 'apple', 'peach'], (word) => word.charAt(0));
  expect([...groups]).toEqual([
    ['p', ['pear', 'plum', 'peach']],
    ['a', ['apple']],
  ]);
});

describe('disjoint sets', () => {
  it('are named by their least member, whatever the order of joining', () => {
    const [forth, back] = [makeDisjointSets(), makeDisjointSets()];
    const pairs = [
      ['b', 'c'],
      ['d', 'a'],
      ['c', 'd'],
    ] as const;
    for (const [one, other] of pairs) forth.join(one, other);
    for (const [one, other] of pairs.toReversed()) back.join(other, one);
    for (const member of ['a', 'b', 'c', 'd']) expect([forth.find(member), back.find(member)]).toEqual(['a', 'a']);
    expect(forth.find('e')).toBe('e');
  });

  it('tell whether joining changed anything', () => {
    const sets = makeDisjointSets<number>();
    expect([sets.join(1, 2), sets.join(2, 1), sets.join(3, 3)]).toEqual([true, false, false]);
  });
});

it('counts what is left when all that share a key are one', () => {
  const outlets = new Map([
    ['a', ['wire', 'courier']],
    ['b', ['gazette']],
    ['c', ['wire', 'gazette']],
    ['d', ['herald']],
  ]);
  expect(countGroups(outlets)).toBe(2);
  expect(countGroups(new Map())).toBe(0);
});

it('counts the members two sets share, whichever comes first', () => {
  const [few, many] = [new Set(['pear', 'plum']), new Set(['plum', 'apple', 'peach'])];
  expect([countShared(few, many), countShared(many, few), countShared(few, new Set<string>())]).toEqual([1, 1, 0]);
});
