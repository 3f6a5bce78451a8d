import { describe, expect, it } from 'vitest';
import { town } from '../../../test/kits/link-documents.ts';
import type { PlaceValue } from '../../model/index.ts';
import { comparePlaceLists, comparePlaces } from './places.ts';

const country = (code: string): PlaceValue => ({ kind: 'place', name: code, level: 'country', country: code });
const state = (name: string): PlaceValue => ({ kind: 'place', name, level: 'state', state: name, country: 'XV' });

describe('comparePlaces', () => {
  it.each([
    [town('Velmora'), town('Velmora'), 'same-city'],
    [town('Velmora', 'XV', 'Ister'), state('Ister'), 'same-state'],
    [town('Velmora'), country('XV'), 'same-country'],
    [town('Velmora'), town('Ostrel'), 'apart'],
    [town('Velmora', 'XV', 'Ister'), town('Velmora', 'XV', 'Ouver'), 'apart'],
    [town('Velmora'), country('XO'), 'apart'],
    [{ ...town('Velmora'), lat: 10, lon: 10 }, { ...town('Port Velm'), lat: 10.1, lon: 10 }, 'near'],
    [{ ...town('Velmora'), lat: 10, lon: 10 }, { ...town('Ostrel'), lat: 12, lon: 10 }, 'apart'],
    [{ kind: 'place', name: 'the Marches', level: 'region' }, town('Velmora'), 'unknown'],
  ] as const)('%o and %o are %s', (a, b, relation) => {
    expect(comparePlaces(a, b, 30)).toBe(relation);
    expect(comparePlaces(b, a, 30)).toBe(relation);
  });

  it('finds one’s best place anywhere in the other’s list, but no country by the way', () => {
    expect(comparePlaceLists([town('Velmora'), country('XO')], [town('Ostrel', 'XO')], 30)).toBe('apart');
    expect(comparePlaceLists([town('Velmora'), town('Ostrel')], [town('Ostrel')], 30)).toBe('same-city');
    expect(comparePlaceLists([], [town('Ostrel')], 30)).toBe('unknown');
  });
});
