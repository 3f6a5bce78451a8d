import { distanceKm, type PlaceRelation, type PlaceValue } from '../model/index.ts';

/** Kilometres within which "near", "outside", "north of" a town lie: the step of UCDP's where_prec 2. */
const nearKm = 25;
/** Kilometres within which "off" a town without a distance lies. */
const offKm = 40;
const kmPerDegree = 111.2;
/** A bearing of eight names may be 22.5 degrees off, and distances are printed round. */
const bearingShare = 0.4;
const roundShare = 1.1;
const leastKm = 2;

type Point = Required<Pick<PlaceRelation, 'lat' | 'lon' | 'radiusKm'>>;

function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}

/** Give the point some kilometres from another one in a direction, on a flat map: relations are told of short ways only. */
function movePoint({ lat, lon }: { readonly lat: number; readonly lon: number }, km: number, bearing: number) {
  const radians = (bearing * Math.PI) / 180;
  const north = (km * Math.cos(radians)) / kmPerDegree;
  const east = (km * Math.sin(radians)) / (kmPerDegree * Math.max(0.1, Math.cos((lat * Math.PI) / 180)));
  return { lat: round(lat + north), lon: round(lon + east) };
}

/**
 * Compute where a relation to one or two towns puts what happened, and within what distance; undefined where it cannot be told.
 *
 * A unit or a country has no point that a distance could count from, so only towns are counted from.
 */
export function locateRelation(
  { kind, km, bearing }: PlaceRelation,
  anchors: readonly (PlaceValue | undefined)[],
): Point | undefined {
  const [first, second] = anchors;
  if (first?.level !== 'city' || first.lat === undefined || first.lon === undefined) return undefined;
  const { lat, lon } = first;
  if (kind === 'between' || kind === 'along') {
    const far = second?.level === 'city' ? distanceKm(first, second) : undefined;
    if (second?.lat === undefined || second.lon === undefined || far === undefined) return undefined;
    const middle = { lat: round((lat + second.lat) / 2), lon: round((lon + second.lon) / 2) };
    return { ...middle, radiusKm: Math.ceil(far / 2 + leastKm) };
  }
  if (km !== undefined && bearing !== undefined)
    return { ...movePoint({ lat, lon }, km, bearing), radiusKm: Math.max(leastKm, Math.ceil(km * bearingShare)) };
  if (km !== undefined) return { lat, lon, radiusKm: Math.max(leastKm, Math.ceil(km * roundShare)) };
  if (kind === 'off') return { lat, lon, radiusKm: offKm };
  return kind === 'near' || kind === 'bearing' ? { lat, lon, radiusKm: nearKm } : undefined;
}
