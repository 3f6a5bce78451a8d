import type { PlaceCandidate } from './candidates.ts';
import { clueOf, isTrusted, keepStronger, type PlaceEvidence, sumClues } from './evidence.ts';
import type { GazetteerPlace } from './gazetteer.ts';

/** A choice among namesakes and how sure it is, 0..1. */
export interface PlaceChoice {
  readonly place: GazetteerPlace;
  readonly score: number;
}

const kilometresPerDegree = 111.2;
const closeKilometres = 60;

/** Distance in kilometres, flat between near points: only "near or far" is asked. */
function distance(a: GazetteerPlace, b: GazetteerPlace): number {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined)
    return Number.POSITIVE_INFINITY;
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, east) * kilometresPerDegree;
}

/** A unit is no better known than a great city, and stands behind a city of its name unless the text says which. */
function weighLevel(place: GazetteerPlace): number {
  const people = 1.15 * Math.log10(place.population + 300);
  if (place.level === 'state') return Math.min(people, 6.5) - (place.country === 'US' ? 0 : 1);
  return place.level === 'district' ? Math.min(people, 6) - 0.8 : people;
}

/** Weigh one bearer of a name: its population's magnitude, what other names say of its unit and country, a city near it. */
function weighPlace(place: GazetteerPlace, key: string, evidence: PlaceEvidence): number {
  const own = evidence.clues.get(key);
  const ownState = own?.stateRow === place.stateRow ? (own?.state ?? 0) : 0;
  const ownCountry = own?.countryCode === place.country ? (own?.country ?? 0) : 0;
  const state = Math.min(4, (evidence.states.get(place.stateRow ?? -1) ?? 0) - ownState);
  const country = Math.min(4, (evidence.countries.get(place.country ?? '') ?? 0) - ownCountry);
  const near =
    place.level === 'city' &&
    evidence.anchors.some((anchor) => anchor.key !== key && distance(anchor.place, place) < closeKilometres);
  return weighLevel(place) + 1.1 * state + 0.7 * country + (near ? 1 : 0);
}

/** Tell whether two bearers are one place told at two levels: Moscow the city and Moscow the unit it makes up. */
function isNested(a: GazetteerPlace, b: GazetteerPlace): boolean {
  return a.level !== b.level && a.stateRow === b.stateRow && a.country === b.country;
}

/** Choose among a name's bearers by what the article says; undefined where there is none. */
export function choosePlace(candidate: PlaceCandidate, evidence: PlaceEvidence): PlaceChoice | undefined {
  let best: GazetteerPlace | undefined;
  let bestWeight = Number.NEGATIVE_INFINITY;
  const weights = candidate.places.map((place) => weighPlace(place, candidate.key, evidence));
  candidate.places.forEach((place, index) => {
    const weight = weights[index] ?? 0;
    if (weight <= bestWeight) return;
    best = place;
    bestWeight = weight;
  });
  if (best === undefined) return undefined;
  const chosen = best;
  let sum = 0;
  candidate.places.forEach((place, index) => {
    if (place === chosen || !isNested(place, chosen)) sum += Math.exp(1.5 * ((weights[index] ?? 0) - bestWeight));
  });
  return { place: chosen, score: 1 / sum };
}

const sure = 0.75;

/** Add the choices that the first evidence made sure of, so that they help to choose the rest. */
export function addChoices(evidence: PlaceEvidence, candidates: readonly PlaceCandidate[]): PlaceEvidence {
  const clues = new Map(evidence.clues);
  const choices = new Map<string, PlaceChoice | undefined>();
  const anchors = [...evidence.anchors];
  for (const candidate of candidates) {
    if (evidence.clues.has(candidate.key)) continue;
    if (!choices.has(candidate.key)) choices.set(candidate.key, choosePlace(candidate, evidence));
    const choice = choices.get(candidate.key);
    if (choice === undefined || choice.score < sure || !isTrusted(candidate, choice.place)) continue;
    keepStronger(clues, candidate.key, clueOf(candidate, choice.place, 0.6));
    if (choice.place.level === 'district') anchors.push({ key: candidate.key, place: choice.place });
  }
  return sumClues(clues, anchors);
}
