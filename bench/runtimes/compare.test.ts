import { describe, expect, it } from 'vitest';
import { marketEdition } from '../../test/kits/edition.ts';
import { compareEditions, listDifferences } from './compare.ts';

const claims = [
  { id: 'a', confidence: 0.9 },
  { id: 'b', confidence: 0.4 },
];

describe('listDifferences', () => {
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
});

describe('compareEditions', () => {
  it('tells claims and accepted values from all that follows from them', () => {
    expect(compareEditions(marketEdition, marketEdition)).toEqual({ claims: [], accepted: [], others: [] });
    const [first, ...rest] = marketEdition.claims;
    const [lead, ...others] = marketEdition.incidents;
    if (first === undefined || lead === undefined) throw new Error('the market edition has claims and incidents');
    const { killed, ...attributes } = lead.attributes;
    const changed = {
      ...marketEdition,
      claims: [{ ...first, confidence: 0.123 }, ...rest],
      incidents: [
        { ...lead, attributes: { ...attributes, killed: { ...killed, best: 99, why: 'Otherwise.' } } },
        ...others,
      ],
    };
    const found = compareEditions(marketEdition, changed as typeof marketEdition);
    expect(found.claims.map(({ path }) => path)).toEqual([`claims/${first.id}/confidence`]);
    expect(found.accepted.map(({ path }) => path)).toEqual([`incidents/${lead.id}/attributes/killed/best`]);
    expect(found.others.map(({ path }) => path)).toEqual([`incidents/${lead.id}/attributes/killed/why`]);
  });
});
