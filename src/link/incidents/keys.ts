import { hashKey } from '../../text/hash.ts';
import type { Facts } from './facts.ts';

/** Days told more widely than this are of a month or a year. */
const narrowDays = 10;
/** Days of one stretch of time; mentions of neighbouring stretches are compared too. */
const stretchDays = 14;

/** What finds a mention those it may be one incident with. */
export interface MentionKeys {
  /** Keys that find nothing once too many mentions hold them. */
  readonly bounded: readonly number[];
  /** Keys of its story and of its place at its time: few hold them anyway. */
  readonly local: readonly number[];
  /** Keys of its words at its time; two are needed. */
  readonly words: readonly number[];
}

function stretchOf(facts: Facts): number | undefined {
  if (facts.days === undefined || facts.days.last - facts.days.first > narrowDays) return undefined;
  return Math.floor(facts.days.first / stretchDays);
}

/** Make a mention's keys for the stretch of time `step` from its own; with step 0 those it holds. */
export function keysOf(facts: Facts, step = 0): MentionKeys {
  const [local, words]: [number[], number[]] = [[], []];
  const cities = facts.places.map((place) => place.city ?? place.name);
  const stretch = stretchOf(facts);
  if (stretch !== undefined) {
    for (const city of cities) local.push(hashKey('city', city, stretch + step));
    for (const term of facts.tellingTerms) words.push(hashKey('term', term, stretch + step));
  }
  if (step !== 0) return { bounded: [], local, words };
  if (facts.mention.main) local.push(hashKey('story', facts.story));
  const year = facts.date?.earliest.slice(0, 4) ?? '';
  const bounded = [
    ...[...facts.persons, ...facts.venues].map((name) => hashKey('name', name)),
    ...[...facts.nameWords, ...facts.venueWords].map((word) => hashKey('word', word)),
    ...[...facts.venueWords].flatMap((word) => cities.map((city) => hashKey('venue', word, city))),
    ...cities.map((city) => hashKey('place', city, year)),
  ];
  return { bounded, local, words: [...words, ...facts.tellingTerms.map((term) => hashKey('any', term))] };
}
