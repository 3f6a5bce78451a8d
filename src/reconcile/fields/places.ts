import { codePlace, defined, type Incident, type LinkedIncident, type PlaceValue } from '../../model/index.ts';
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
  const others = (incident.setAside?.places ?? []).filter(
    ({ value }) => value !== place?.name && value !== place?.city,
  );
  const setAside = others.length === 0 ? {} : { setAside: others };
  if (place === undefined) {
    return { name: venue ?? null, ...named, precision: venue === undefined ? 'unknown' : 'venue', claims, ...setAside };
  }
  const relation = place.relation ?? relationOf(place, duplicates);
  // "Near" a place is no place of that size; the venue is inside it where there is one.
  const precision = venue === undefined ? place.level : 'venue';
  const parts = pickParts(place);
  return {
    name: place.name,
    ...named,
    precision,
    ...parts,
    ...pickPoint(relation),
    ...defined({ relation, area: incident.type === 'disaster' ? listArea(place, duplicates) : undefined }),
    claims,
    codes: codePlace({ precision, ...defined({ city: parts.city, relation }) }, isNear(place, duplicates)),
    ...setAside,
  };
}

/** Tell whether all reports only say "near" the place. */
function isNear({ name }: PlaceValue, { own }: DuplicateClaims): boolean {
  const values = own.flatMap(({ value }) => (value.kind === 'place' && value.name === name ? [value] : []));
  return values.length > 0 && values.every(({ near }) => near === true);
}

/** Find the relation in which reports tell a place that another one names plainly only where none does so. */
function relationOf({ name }: PlaceValue, { own }: DuplicateClaims): PlaceValue['relation'] {
  const values = own.flatMap(({ value }) => (value.kind === 'place' && value.name === name ? [value] : []));
  return values.length > 0 && values.every(({ relation }) => relation !== undefined) ? values[0]?.relation : undefined;
}

/** Give the point and radius that a relation was worked out to. */
function pickPoint(relation: PlaceValue['relation']): Pick<Incident['place'], 'lat' | 'lon' | 'radiusKm'> {
  return defined({ lat: relation?.lat, lon: relation?.lon, radiusKm: relation?.radiusKm });
}

const units = ['district', 'state', 'country'] as const;

/** List the places something struck that are known to lie apart, and the narrowest unit that holds them all. */
function listArea(place: PlaceValue, { own }: DuplicateClaims): Incident['place']['area'] {
  const told = own.flatMap(({ value, modality }) => (value.kind === 'place' && modality === 'asserted' ? [value] : []));
  const holders = new Set(told.flatMap((one) => units.map((unit) => (one.level === unit ? undefined : one[unit]))));
  const struck = [place, ...told].filter(({ name, level }) => level !== 'venue' && !holders.has(name));
  const places = [...new Set(struck.map(({ name }) => name))];
  if (places.length < 2) return undefined;
  const within = units
    .map((unit) =>
      place[unit] !== undefined && struck.every((one) => one[unit] === place[unit]) ? place[unit] : undefined,
    )
    .find((unit) => unit !== undefined);
  return { places, ...defined({ within }) };
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
