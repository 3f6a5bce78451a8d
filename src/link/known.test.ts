import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepIds, type NamedGroup } from './known.ts';

const group = (id: string, ...members: string[]): NamedGroup => ({ id, members });

describe('keepIds', () => {
  it('keeps an id where the earliest report came late and would have moved it', () => {
    const { ids, regrouped } = keepIds('incident', [group('late', 'a', 'b', 'c')], [group('old', 'b', 'c')]);
    expect([...ids]).toEqual([['late', 'old']]);
    expect(regrouped).toEqual([]);
  });

  it('gives the larger part of what came apart its id, and tells the split', () => {
    const { ids, regrouped } = keepIds('story', [group('a', 'a'), group('b', 'b', 'c')], [group('a', 'a', 'b', 'c')]);
    const parted = ids.get('a') ?? '';
    expect(ids.get('b')).toBe('a');
    expect(parted).not.toBe('a');
    expect(regrouped).toEqual([{ what: 'story', change: 'split', before: ['a'], after: ['a', parted].sort() }]);
  });

  it('gives what came together the id of the larger, and tells the merge and what is gone', () => {
    const known = [group('x', 'a', 'b'), group('y', 'c'), group('z', 'q')];
    const { ids, regrouped } = keepIds('incident', [group('n', 'a', 'b', 'c')], known);
    expect(ids.get('n')).toBe('x');
    expect(regrouped).toEqual([
      { what: 'incident', change: 'gone', before: ['z'], after: [] },
      { what: 'incident', change: 'merged', before: ['x', 'y'], after: ['x'] },
    ]);
  });

  it('gives every group an id of its own, whatever was known and in whatever order', () => {
    const partition = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 });
    const groupsOf = (homes: readonly number[]) =>
      [...new Set(homes)].map((home) => {
        const members = homes.flatMap((one, at) => (one === home ? [`m${at}`] : []));
        return group(`id of ${members[0]}`, ...members);
      });
    fc.assert(
      fc.property(partition, partition, (before, after) => {
        const [known, groups] = [groupsOf(before), groupsOf(after)];
        const { ids } = keepIds('incident', groups, known);
        expect(new Set(ids.values()).size).toBe(groups.length);
        const turned = keepIds('incident', groups.toReversed(), known.toReversed());
        expect(new Map([...turned.ids].sort())).toEqual(new Map([...ids].sort()));
        expect(keepIds('incident', groups, groups).regrouped).toEqual([]);
      }),
    );
  });
});
