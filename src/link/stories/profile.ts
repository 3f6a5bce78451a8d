import { type Days, daysOf, defined, type PlaceValue } from '../../model/index.ts';
import { hashKey } from '../../text/hash.ts';
import { dateOfMention } from '../comparison/days.ts';
import { placesOnMap } from '../comparison/places.ts';
import type { LinkDocument } from '../documents/document.ts';
import { shingle } from '../documents/shingles.ts';
import { makeBands } from './minhash.ts';
import {
  type CountOptions,
  countTerms,
  isName,
  isTelling,
  makeVector,
  rankTerms,
  type TermOptions,
  type TermVector,
} from './terms.ts';

export interface ProfileOptions extends TermOptions, CountOptions {
  /** Strongest words of an article that find others published about the same time. */
  readonly windowTerms: number;
  /** Strongest words that find others of any time while few articles hold them. */
  readonly anytimeTerms: number;
  /** Articles whose days of publication are further apart find each other by names and rare words only. */
  readonly windowDays: number;
}

/** What gathering stories needs of an article; small, since all of them are held at once. */
export interface Profile {
  readonly vector: TermVector;
  /** Names of two words, as keys. */
  readonly names: readonly number[];
  readonly anytime: readonly number[];
  /** Words without time; `windowKeys` adds the time. */
  readonly words: readonly number[];
  readonly bands: readonly number[];
  readonly publishedDay?: number;
  readonly days?: Days;
  readonly where: readonly PlaceValue[];
  readonly venues: ReadonlySet<string>;
}

/** Make an article's profile; `document` is without site boilerplate. */
export function makeProfile(document: LinkDocument, options: ProfileOptions): Profile {
  const ranked = rankTerms(countTerms(document, options), options);
  const words = ranked.filter(({ term }) => !isName(term) && isTelling(term)).map(({ term }) => term);
  const date = document.main === undefined ? undefined : dateOfMention(document.main);
  return {
    vector: makeVector(ranked),
    names: ranked.filter(({ term }) => isName(term)).map(({ term }) => hashKey('name', term)),
    anytime: words.slice(0, options.anytimeTerms).map((term) => hashKey('any', term)),
    words: words.slice(0, options.windowTerms).map((term) => hashKey('word', term)),
    bands: makeBands(shingle(document).shingles),
    ...defined({ publishedDay: document.publishedDay }),
    ...(date === undefined ? {} : { days: daysOf(date) }),
    where: placesOnMap(document.main?.where ?? []),
    venues: new Set(document.main?.venues.map((venue) => venue.toLowerCase())),
  };
}

/** Make the keys of an article's words in its own stretch of time, or in those beside it. */
export function windowKeys({ words, publishedDay }: Profile, step: number, windowDays: number): readonly number[] {
  if (publishedDay === undefined) return [];
  const stretch = Math.floor(publishedDay / windowDays) + step;
  return words.map((word) => hashKey(word, stretch));
}
