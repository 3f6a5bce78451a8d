import { readFileSync } from 'node:fs';
import { judgePlace } from '../../bench/whenwhere/judge.ts';
import type { PlaceNames } from '../../bench/whenwhere/names.ts';
import { placeNames } from '../../bench/whenwhere/predict.ts';
import { partScenes } from '../../src/extract/extract.ts';
import { viewSentences } from '../../src/extract/index.ts';
import { listSigns } from '../../src/extract/when-where/index.ts';
import { type Annotations, type Article, toDayNumber } from '../../src/model/index.ts';
import type { Questions } from './examples.ts';

/** The day invented reports are printed on, a Thursday. */
export const printedOn = '2024-05-16';

/** An invented report of two sentences with the day and place of what it tells; null where it does not tell it. */
export type Construction = readonly [text: string, day: string | null, place: string | null];

/** Read the invented reports: constructions too rare in the gold to learn from it alone. */
export function readConstructions(): readonly Construction[] {
  const path = new URL('constructions.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as readonly Construction[];
}

/** Ask of an invented report what is right of all that is told in it. */
export function askConstruction(
  [text, day, place]: Construction,
  article: Article,
  annotations: Annotations,
  names: PlaceNames,
): Questions {
  const views = viewSentences(article, annotations);
  const [own] = listSigns(views, partScenes(views, toDayNumber(printedOn)), annotations, printedOn);
  if (own === undefined) return { days: [], places: [], sites: [] };
  const base = { article: text, none: own.none };
  const event = { key: text, kind: 'other', main: true, within: [], claims: [], ...(place !== null && { place }) };
  const days = own.times.map(({ key, signs, time }) => ({ key, signs, good: time.value?.edtf === day ? 1 : 0 }));
  const places = own.places.map(({ key, signs, value }) => {
    const isRight = place !== null && judgePlace(event, placeNames(value), names, 'town') === 'right';
    return { key, signs, good: isRight ? 1 : 0 };
  });
  return {
    days: [{ ...base, choices: days }],
    places: place === null ? [] : [{ ...base, choices: places }],
    sites: [],
  };
}
