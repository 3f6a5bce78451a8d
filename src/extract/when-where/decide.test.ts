import { describe, expect, it } from 'vitest';
import type { PlaceValue } from '../../model/index.ts';
import { decide, type WhenWhere } from './decide.ts';

const sweden: PlaceValue = { kind: 'place', name: 'Sweden', level: 'country', country: 'SE' };
const lund: PlaceValue = { kind: 'place', name: 'Lund', level: 'city', country: 'SE', city: 'Lund' };
const malmo: PlaceValue = { kind: 'place', name: 'Malmö', level: 'city', country: 'SE', city: 'Malmö' };
const oslo: PlaceValue = { kind: 'place', name: 'Oslo', level: 'city', country: 'NO', city: 'Oslo' };

function tellPlace(shares: readonly (readonly [PlaceValue, number])[], isOwn = true): string | undefined {
  const places = shares.map(([value, probability]) => ({ probability, best: { key: value.name, signs: [], value } }));
  const weighed = { times: [], places, sites: [] } as unknown as WhenWhere;
  return decide(weighed, false, isOwn).places[0]?.value.name;
}

describe('a place is told as narrowly as it is sure', () => {
  it('the town, where the country around it speaks for it too', () => {
    expect(
      tellPlace([
        [lund, 0.4],
        [sweden, 0.3],
        [oslo, 0.2],
      ]),
    ).toBe('Lund');
  });

  it('the country, where two of its towns share what is sure', () => {
    expect(
      tellPlace([
        [lund, 0.3],
        [malmo, 0.25],
        [sweden, 0.1],
        [oslo, 0.2],
      ]),
    ).toBe('Sweden');
  });

  it('none, where nothing around is sure', () => {
    expect(
      tellPlace([
        [lund, 0.4],
        [oslo, 0.35],
      ]),
    ).toBe(undefined);
  });

  it('the likeliest, of a happening beside the news', () => {
    expect(
      tellPlace(
        [
          [lund, 0.4],
          [oslo, 0.35],
        ],
        false,
      ),
    ).toBe('Lund');
  });
});
