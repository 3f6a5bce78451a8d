import { compareDays } from '../comparison/days.ts';
import { comparePlaceLists } from '../comparison/places.ts';
import type { Signal } from '../comparison/signal.ts';
import type { Profile } from './profile.ts';
import { multiply } from './terms.ts';

export interface StoryWeights {
  /** Taken off per unit of ln(1 + days between the stated days of publication). */
  readonly gapPenalty: number;
  readonly sameDay: number;
  readonly nextDay: number;
  /** Both main incidents dated to the week or better, and not the same one. */
  readonly dayApart: number;
  readonly sameCity: number;
  readonly sameState: number;
  readonly placeApart: number;
  readonly sharedVenue: number;
  /** Each rare name of two words in both texts, up to `maxSharedNames`. */
  readonly sharedName: number;
  readonly maxSharedNames: number;
  readonly dateSlackDays: number;
  readonly nearKm: number;
}

function scoreDays(a: Profile, b: Profile, options: StoryWeights): Signal | undefined {
  if (a.days === undefined || b.days === undefined) return undefined;
  const relation = compareDays(a.days, b.days, options.dateSlackDays);
  if (relation === 'same-day') return { rule: 'story/same-day', score: options.sameDay };
  if (relation === 'next-day' || relation === 'same-week') return { rule: 'story/next-day', score: options.nextDay };
  return relation === 'apart' ? { rule: 'story/days-apart', score: options.dayApart } : undefined;
}

function scorePlaces(a: Profile, b: Profile, options: StoryWeights): Signal | undefined {
  const relation = comparePlaceLists(a.where, b.where, options.nearKm);
  if (relation === 'same-city' || relation === 'near') return { rule: 'story/same-city', score: options.sameCity };
  if (relation === 'same-state') return { rule: 'story/same-state', score: options.sameState };
  return relation === 'apart' ? { rule: 'story/place-apart', score: options.placeApart } : undefined;
}

function scoreNames(
  a: Profile,
  b: Profile,
  worthOf: (name: number) => number,
  options: StoryWeights,
): Signal | undefined {
  const known = new Set(b.names);
  const shared = a.names.reduce((sum, name) => (known.has(name) ? sum + worthOf(name) : sum), 0);
  const counted = Math.min(shared, options.maxSharedNames);
  return counted === 0 ? undefined : { rule: 'story/shared-names', score: counted * options.sharedName };
}

function scoreGap(a: Profile, b: Profile, options: StoryWeights): Signal | undefined {
  if (a.publishedDay === undefined || b.publishedDay === undefined) return undefined;
  const gap = Math.abs(a.publishedDay - b.publishedDay);
  return gap === 0 ? undefined : { rule: 'story/published-apart', score: -options.gapPenalty * Math.log1p(gap) };
}

/** Compare two articles that share at least `minCosine` of their words; `worthOf` tells how rare a name is, 0..1. */
export function compareProfiles(
  a: Profile,
  b: Profile,
  worthOf: (name: number) => number,
  options: StoryWeights & { readonly minCosine: number },
): readonly Signal[] {
  const { cosine } = multiply(a.vector, b.vector);
  if (cosine < options.minCosine) return [];
  const sharesVenue = [...a.venues].some((venue) => b.venues.has(venue));
  return [
    { rule: 'story/alike-words', score: cosine },
    scoreDays(a, b, options),
    scorePlaces(a, b, options),
    sharesVenue ? { rule: 'story/same-venue', score: options.sharedVenue } : undefined,
    scoreNames(a, b, worthOf, options),
    scoreGap(a, b, options),
  ].filter((signal) => signal !== undefined);
}
