import { expect, it } from 'vitest';
import { listDifferences } from './compare.ts';

const claims = [
  { id: 'a', confidence: 0.9 },
  { id: 'b', confidence: 0.4 },
];

it.each([
  ['nothing', { claims }, []],
  ['a score', { claims: [{ id: 'a', confidence: 0.8 }, claims[1]] }, [['claims/a/confidence', 0.9, 0.8]]],
  ['an item that is gone', { claims: [claims[1]] }, [['claims/a', claims[0], undefined]]],
  ['an order', { claims: claims.toReversed() }, [['claims (order)', 'a b', 'b a']]],
  ['a field that came', { claims, names: [] }, [['names', undefined, []]]],
])('finds %s', (_, changed, differences) => {
  const found = listDifferences({ claims }, changed).map(({ path, left, right }) => [path, left, right]);
  expect(found).toEqual(differences);
});
