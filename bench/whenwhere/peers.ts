import { lastWeekday } from '../victims/days.ts';
import { firstPlace, placeOfDateline } from '../victims/places.ts';
import type { PlainReport } from './events.ts';
import { nothingGiven, type WhenWhere } from './predict.ts';

/** A simple way to a day or a place, the same for every happening of a report. */
export interface SimpleWay {
  readonly name: string;
  readonly of: 'day' | 'place';
  readonly answer: (report: PlainReport) => WhenWhere;
}

const days: readonly (readonly [string, (report: PlainReport) => string | undefined])[] = [
  ['day of publication', ({ published }) => published],
  ['first weekday named, counted back', ({ whole, published }) => published && lastWeekday(whole, published)],
];
const places: readonly (readonly [string, (report: PlainReport) => string | undefined])[] = [
  ['first place after "in", "at", "near"', ({ text }) => firstPlace(text)],
  ['dateline', ({ text }) => placeOfDateline(text)],
  ['most frequent place', ({ whole }) => mostNamed(whole)],
];

const placed = /\b(?:in|at|near|outside)\s+(?:the\s+)?(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2})/gu;

/** Find the name after "in", "at", "near" that the text has most often, wherever it stands. */
function mostNamed(text: string): string | undefined {
  const names = [...new Set([...text.matchAll(placed)].map(([, name = '']) => name))];
  const counted = names.filter((name) => firstPlace(`in ${name} `) !== undefined);
  return counted.sort((a, b) => text.split(b).length - text.split(a).length)[0];
}

export const simpleWays: readonly SimpleWay[] = [
  ...days.map(([name, find]) => ({
    name,
    of: 'day' as const,
    answer: (report: PlainReport): WhenWhere => {
      const day = find(report);
      return day === undefined ? nothingGiven : { day: { edtf: day, earliest: day, latest: day }, place: [] };
    },
  })),
  ...places.map(([name, find]) => ({
    name,
    of: 'place' as const,
    answer: (report: PlainReport): WhenWhere => ({ place: [find(report) ?? []].flat() }),
  })),
];
