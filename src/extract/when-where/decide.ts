import type { AsideReason, PlaceValue, Range } from '../../model/index.ts';
import type { Answer } from './model.ts';
import type { PlaceCandidate } from './place-signs.ts';
import type { TimeCandidate } from './time-signs.ts';
import { isWithin } from './within.ts';

/** When and where a happening may have been, most probable first. */
export interface WhenWhere {
  readonly times: readonly Answer<TimeCandidate>[];
  readonly places: readonly Answer<PlaceCandidate>[];
  /** Sites, with or without a town. */
  readonly sites: readonly Answer<PlaceCandidate>[];
}

/** Words that tell a day or place which is not the happening's, and why it is not. */
export interface AsideWords {
  readonly range: Range;
  readonly why: AsideReason;
  readonly value: string;
}

/** What a happening is dated and placed by, best first; empty where what is told is too little to say it. */
export interface Decision {
  readonly times: readonly Answer<TimeCandidate>[];
  readonly places: readonly (Answer<PlaceCandidate> & { readonly value: PlaceValue })[];
  readonly sites: readonly Answer<PlaceCandidate>[];
  /** Words that tell other days and places. */
  readonly aside?: { readonly days: readonly AsideWords[]; readonly places: readonly AsideWords[] };
}

/** Least probability at which a day, a place or a site is told; below it nothing is the honest answer. */
export const least = { day: 0.4, place: 0.3, site: 0.3 };
/**
 * Least probability of a day more than a week before print. Where the news' own day is not told, the day a war began is what stands there:
 * of days so far back with less, three in thirteen were the news' (five folds of the rules part).
 */
const leastFar = 0.6;
/** Least probability at which another answer is kept beside the best. */
const beside = 0.15;
/** The same of a place that a storm, a quake or a flood struck too. */
const besideInArea = 0.03;
/** A place within the best one is told instead of it from this share of its probability: reports name the country more often than the town. */
const narrower = 0.5;

/** Give the town of a site told with one: what is placed is the town, the site is named beside it. */
function townOf(value: PlaceValue): PlaceValue {
  if (value.level !== 'venue' || value.city === undefined) return value;
  return { ...value, name: value.city, level: 'city' };
}

function orderPlaces(answers: WhenWhere['places'], isArea: boolean): Decision['places'] {
  const places = answers.map((one) => ({ ...one, value: townOf(one.best.value) }));
  const [top] = places;
  if (top === undefined) return [];
  let chosen = top;
  for (let step = 0; step < 3; step++) {
    const inner = places.find(
      ({ value, probability }) => isWithin(value, chosen.value) && probability >= narrower * chosen.probability,
    );
    if (inner === undefined) break;
    chosen = inner;
  }
  // Who says the town says the province it is in, too.
  const held = places.filter(
    ({ value }) => value === chosen.value || isWithin(value, chosen.value) || isWithin(chosen.value, value),
  );
  if (held.reduce((sum, { probability }) => sum + probability, 0) < least.place) return [];
  const kept = isArea ? besideInArea : beside;
  return [chosen, ...places.filter((one) => one !== chosen && one.probability >= kept)];
}

/** Decide what a happening is dated and placed by; one of an area has many places. */
export function decide({ times, places, sites }: WhenWhere, isArea = false): Decision {
  const [day, site] = [times[0], sites[0]];
  return {
    times:
      day === undefined || day.probability < (day.best.far ? leastFar : least.day)
        ? []
        : times.filter(({ probability }, at) => at === 0 || probability >= beside),
    places: orderPlaces(places, isArea),
    sites:
      site === undefined || site.probability < least.site
        ? []
        : sites.filter(({ probability }) => probability >= beside),
  };
}
