import { type AsideReason, type PlaceValue, type Range, sortBy } from '../../model/index.ts';
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
export const least = { day: 0.45, place: 0.3, site: 0.3 };
/** Probability from which a place is told as narrowly as it stands; below it the narrowest one around it that reaches it is. */
const sure = 0.6;
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

type RankedPlaces = Decision['places'];

function sum(some: RankedPlaces): number {
  return some.reduce((all, { probability }) => all + probability, 0);
}

/** Go from the most probable place to one within it that is told nearly as surely. */
function findNarrow(places: RankedPlaces, top: RankedPlaces[number]): RankedPlaces[number] {
  let chosen = top;
  for (let step = 0; step < 3; step++) {
    const inner = places.find(
      ({ value, probability }) => isWithin(value, chosen.value) && probability >= narrower * chosen.probability,
    );
    if (inner === undefined) break;
    chosen = inner;
  }
  return chosen;
}

/** Find the narrowest told place around one of which the happening is surely in; all told within it speak for it. */
function findSure(places: RankedPlaces, { value }: RankedPlaces[number]): RankedPlaces[number] | undefined {
  const around = places.filter((one) => isWithin(value, one.value));
  const shareOf = (outer: PlaceValue): number =>
    sum(places.filter((one) => one.value === outer || isWithin(one.value, outer)));
  return sortBy(
    around.filter((one) => shareOf(one.value) >= sure),
    (one) => [shareOf(one.value)],
  )[0];
}

function orderPlaces(answers: WhenWhere['places'], isArea: boolean, isOwn: boolean): Decision['places'] {
  const places = answers.map((one) => ({ ...one, value: townOf(one.best.value) }));
  const [top] = places;
  if (top === undefined) return [];
  const chosen = findNarrow(places, top);
  // Who says the town says the province it is in, too.
  const share = sum(
    places.filter(
      ({ value }) => value === chosen.value || isWithin(value, chosen.value) || isWithin(chosen.value, value),
    ),
  );
  if (share < least.place) return [];
  const told = share >= sure ? chosen : (findSure(places, chosen) ?? (isOwn ? undefined : chosen));
  if (told === undefined) return [];
  const kept = isArea ? besideInArea : beside;
  return [told, ...places.filter((one) => one !== told && one.probability >= kept)];
}

/**
 * Decide what a happening is dated and placed by; one of an area has many places.
 *
 * The article's own happening has no place where none is told surely enough; one told beside it keeps the likeliest, since linking
 * tells such happenings apart by little.
 */
export function decide({ times, places, sites }: WhenWhere, isArea = false, isOwn = false): Decision {
  const [day, site] = [times[0], sites[0]];
  return {
    times:
      day === undefined || day.probability < least.day
        ? []
        : times.filter(({ probability }, at) => at === 0 || probability >= beside),
    places: orderPlaces(places, isArea, isOwn),
    sites:
      site === undefined || site.probability < least.site
        ? []
        : sites.filter(({ probability }) => probability >= beside),
  };
}
