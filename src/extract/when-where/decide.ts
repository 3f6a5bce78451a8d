import type { PlaceValue } from '../../model/index.ts';
import type { Answer } from './model.ts';
import { depth } from './place-roles.ts';
import type { PlaceCandidate } from './place-signs.ts';
import type { TimeCandidate } from './time-signs.ts';

/** When and where a happening may have been, most probable first. */
export interface WhenWhere {
  readonly times: readonly Answer<TimeCandidate>[];
  readonly places: readonly Answer<PlaceCandidate>[];
  /** Sites, with or without a town. */
  readonly sites: readonly Answer<PlaceCandidate>[];
}

/** What a happening is dated and placed by, best first; empty where what is told is too little to say it. */
export interface Decision {
  readonly times: readonly Answer<TimeCandidate>[];
  readonly places: readonly (Answer<PlaceCandidate> & { readonly value: PlaceValue })[];
  readonly sites: readonly Answer<PlaceCandidate>[];
}

/** Least probability at which a day, a place or a site is told; below it nothing is the honest answer. */
export const least = { day: 0.4, place: 0.3, site: 0.3 };
/** Least probability at which another answer is kept beside the best. */
const beside = 0.15;
/** A place within the best one is told instead of it from this share of its probability: reports name the country more often than the town. */
const narrower = 0.5;

/** Tell whether a place lies within another one that is wider. */
export function isWithin(inner: PlaceValue, outer: PlaceValue): boolean {
  if (depth[inner.level] <= depth[outer.level] || inner.country !== outer.country || outer.country === undefined)
    return false;
  if (outer.level === 'country') return true;
  if (outer.level === 'state') return inner.state === outer.state;
  return outer.level === 'district' && inner.state === outer.state && inner.district === outer.district;
}

/** Give the town of a site told with one: what is placed is the town, the site is named beside it. */
function townOf(value: PlaceValue): PlaceValue {
  if (value.level !== 'venue' || value.city === undefined) return value;
  return { ...value, name: value.city, level: 'city' };
}

function orderPlaces(answers: WhenWhere['places']): Decision['places'] {
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
  return [chosen, ...places.filter((one) => one !== chosen && one.probability >= beside)];
}

/** Decide what a happening is dated and placed by. */
export function decide({ times, places, sites }: WhenWhere): Decision {
  const [day, site] = [times[0], sites[0]];
  return {
    times:
      day === undefined || day.probability < least.day
        ? []
        : times.filter(({ probability }, at) => at === 0 || probability >= beside),
    places: orderPlaces(places),
    sites:
      site === undefined || site.probability < least.site
        ? []
        : sites.filter(({ probability }) => probability >= beside),
  };
}
