import { defined, type Incident, type LinkedIncident, type PlaceValue } from '../../model/index.ts';
import { listWitnesses } from '../counts/counts.ts';
import type { DuplicateClaims } from '../evidence/duplicate-claims.ts';
import type { Archive } from '../evidence/witnesses.ts';
import { groupTerms } from './terms.ts';

/** Write the place record: linking's agreed place and venue, else the place most witnesses give; every claim is listed. */
export function writePlace(incident: LinkedIncident, duplicates: DuplicateClaims, archive: Archive): Incident['place'] {
  const place = incident.place ?? choosePlace(duplicates, archive);
  const claims = listWitnesses(duplicates.own, duplicates);
  const venue = incident.venue ?? (place?.level === 'venue' ? place.name : undefined);
  const named = defined({ venue });
  if (place === undefined) {
    return { name: venue ?? null, ...named, precision: venue === undefined ? 'unknown' : 'venue', claims };
  }
  return {
    name: place.name,
    ...named,
    // "Near" a place is no place of that size; the venue is inside it where there is one.
    precision: venue === undefined ? place.level : 'venue',
    ...pickParts(place),
    claims,
  };
}

function pickParts(
  place: PlaceValue,
): Partial<Pick<PlaceValue, 'city' | 'district' | 'state' | 'country' | 'lat' | 'lon'>> {
  const { city, district, state, country, lat, lon } = place;
  const inside = city ?? (place.level === 'city' ? place.name : undefined);
  return defined({ city: inside, district, state, country, lat, lon });
}

function choosePlace(duplicates: DuplicateClaims, archive: Archive): PlaceValue | undefined {
  return groupTerms(duplicates.own, archive)
    .filter((variant) => variant.asserted)
    .flatMap(({ value }) => (value.kind === 'place' ? [value] : []))[0];
}
