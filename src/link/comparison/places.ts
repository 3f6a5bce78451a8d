import { distanceKm, type PlaceValue } from '../../model/index.ts';
import { foldLetters } from '../../text/fold.ts';

/** How two places stand to each other, from the same spot to certainly elsewhere. */
export type PlaceRelation = 'same-city' | 'near' | 'same-state' | 'same-country' | 'unknown' | 'apart';

/**
 * Give the places of a list, best first, that are on the map.
 *
 * One that stands in its words alone cannot be compared: its name counts as the word it is. Where it comes first, only the
 * units after it are given, since another town is not where it happened.
 */
export function placesOnMap(places: readonly PlaceValue[]): readonly PlaceValue[] {
  const isMapped = ({ country, level }: PlaceValue): boolean =>
    country !== undefined || level === 'water' || level === 'region';
  const [first] = places;
  const isTown = ({ level }: PlaceValue): boolean => level === 'city' || level === 'venue';
  const known = places.filter(isMapped);
  return first === undefined || isMapped(first) ? known : known.filter((place) => !isTown(place));
}

function fold(name: string | undefined): string | undefined {
  return name === undefined ? undefined : foldLetters(name).replace(/[.'’]/gu, '');
}

function cityOf(place: PlaceValue): string | undefined {
  return fold(place.city ?? (place.level === 'city' ? place.name : undefined));
}

function stateOf(place: PlaceValue): string | undefined {
  return fold(place.state ?? (place.level === 'state' ? place.name : undefined));
}

function areNeighbours(a: PlaceValue, b: PlaceValue, nearKm: number): boolean {
  const narrow = cityOf(a) !== undefined && cityOf(b) !== undefined;
  return narrow && (distanceKm(a, b) ?? Number.POSITIVE_INFINITY) <= nearKm;
}

/**
 * Compare two places level by level; one that contains the other agrees with it as far as the wider one goes.
 *
 * Towns at most `nearKm` apart are `near`: reports name a suburb or its city for one spot.
 */
export function comparePlaces(a: PlaceValue, b: PlaceValue, nearKm: number): PlaceRelation {
  if (a.id !== undefined && a.id === b.id && a.level === 'city') return 'same-city';
  if (a.country === undefined || b.country === undefined) {
    const [nameA, nameB] = [cityOf(a) ?? fold(a.name), cityOf(b) ?? fold(b.name)];
    return nameA === nameB ? 'same-city' : 'unknown';
  }
  if (areNeighbours(a, b, nearKm)) return cityOf(a) === cityOf(b) ? 'same-city' : 'near';
  if (a.country !== b.country) return 'apart';
  const [stateA, stateB] = [stateOf(a), stateOf(b)];
  if (stateA !== undefined && stateB !== undefined && stateA !== stateB) return 'apart';
  const [cityA, cityB] = [cityOf(a), cityOf(b)];
  if (cityA !== undefined && cityB !== undefined) return cityA === cityB ? 'same-city' : 'apart';
  const [districtA, districtB] = [fold(a.district), fold(b.district)];
  if (districtA !== undefined && districtB !== undefined && districtA !== districtB) return 'apart';
  return stateA !== undefined && stateA === stateB ? 'same-state' : 'same-country';
}

/**
 * Compare two lists of places, best first, of two things.
 *
 * One's best place found anywhere in the other's list makes them meet, so a hospital's town does not part them; a country
 * both happen to name beside other places does not.
 */
export function comparePlaceLists(a: readonly PlaceValue[], b: readonly PlaceValue[], nearKm: number): PlaceRelation {
  const [firstA, firstB] = [a[0], b[0]];
  if (firstA === undefined || firstB === undefined) return 'unknown';
  const met = [
    ...b.map((other) => comparePlaces(firstA, other, nearKm)),
    ...a.map((other) => comparePlaces(other, firstB, nearKm)),
  ];
  if (met.includes('same-city')) return 'same-city';
  return met.includes('near') ? 'near' : comparePlaces(firstA, firstB, nearKm);
}
