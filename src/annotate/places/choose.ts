import type { Candidate } from './candidates.ts';
import type { Evidence } from './evidence.ts';
import type { GazetteerPlace } from './gazetteer.ts';

/** A choice among namesakes and how sure it is, 0..1. */
export interface Choice {
  readonly place: GazetteerPlace;
  readonly score: number;
}

const kilometresPerDegree = 111.2;

/** Distance in kilometres, flat between near points: only "near or far" is asked. */
function distance(a: GazetteerPlace, b: GazetteerPlace): number {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined)
    return Number.POSITIVE_INFINITY;
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, east) * kilometresPerDegree;
}

/**
 * Weigh one bearer of a name: the population's magnitude, the weight of its unit and country in the article, a city of the
 * article within 60 km, and the level (a city before the unit of the same name, unless the text says which).
 */
function weighPlace(place: GazetteerPlace, evidence: Evidence): number {
  const people = Math.log10(place.population + 300);
  const state = Math.min(4, evidence.states.get(place.stateRow ?? -1) ?? 0);
  const country = Math.min(4, evidence.countries.get(place.country ?? '') ?? 0);
  const close = evidence.anchors.some((anchor) => anchor.row !== place.row && distance(anchor, place) < 60);
  const level = place.level === 'state' && place.country !== 'US' ? -1 : place.level === 'district' ? -0.5 : 0;
  return people + 1.1 * state + 0.7 * country + (close && place.level === 'city' ? 1.2 : 0) + level;
}

/** Choose among a name's bearers by what the article says; undefined where the list is empty. */
export function choosePlace(candidate: Candidate, evidence: Evidence): Choice | undefined {
  let best: GazetteerPlace | undefined;
  let bestWeight = Number.NEGATIVE_INFINITY;
  const weights: number[] = [];
  for (const place of candidate.places) {
    const weight = weighPlace(place, evidence);
    weights.push(weight);
    if (weight > bestWeight) {
      best = place;
      bestWeight = weight;
    }
  }
  if (best === undefined) return undefined;
  const sum = weights.reduce((total, weight) => total + Math.exp(1.5 * (weight - bestWeight)), 0);
  return { place: best, score: 1 / sum };
}
