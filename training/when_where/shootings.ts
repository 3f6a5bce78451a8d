import { isSamePlace } from '../../bench/gva/compare.ts';
import { dayOf, type GvaRecord } from '../../bench/gva/record.ts';
import { partScenes, dayOf as reportDayOf } from '../../src/extract/extract.ts';
import { viewSentences } from '../../src/extract/index.ts';
import { listSigns } from '../../src/extract/when-where/index.ts';
import type { Annotations, Article } from '../../src/model/index.ts';
import { anchorOf } from '../../src/text/calendar.ts';
import type { Questions } from './examples.ts';

/**
 * Ask an editors' record of a shooting what is right of all that one of its reports tells.
 *
 * The record knows more than a report may say: where nothing told is right, nothing is asked.
 */
export function askRecord(record: GvaRecord, article: Article, annotations: Annotations): Questions {
  const views = viewSentences(article, annotations);
  const [own] = listSigns(views, partScenes(views, reportDayOf(article)), annotations, anchorOf(article));
  if (own === undefined) return { days: [], places: [], sites: [] };
  const base = { article: `gva/${record.incident}`, none: own.none };
  const days = own.times.map(({ key, signs, time }) => ({ key, signs, good: time.value?.edtf === dayOf(record) ? 1 : 0 }));
  const places = own.places.map(({ key, signs, value }) => {
    const city = value.city ?? (value.level === 'city' ? value.name : undefined);
    return { key, signs, good: isSamePlace(city, record.city_or_county) ? 1 : isSamePlace(value.district, record.city_or_county) ? 0.3 : 0 };
  });
  const isTold = (choices: readonly { readonly good: number }[]): boolean => choices.some(({ good }) => good > 0);
  return {
    days: isTold(days) ? [{ ...base, choices: days }] : [],
    places: isTold(places) ? [{ ...base, choices: places }] : [],
    sites: [],
  };
}
