import { expect, it } from 'vitest';
import type { PlaceMention } from '../../model/index.ts';
import { readTimes } from './index.ts';
import { readLocalDays } from './local-days.ts';

const manila: PlaceMention = {
  start: 0,
  end: 6,
  name: 'Manila',
  score: 1,
  rule: 'dateline',
  value: { kind: 'place', name: 'Manila', level: 'city', country: 'PH', lat: 14.6, lon: 121 },
};
const denver: PlaceMention = {
  ...manila,
  name: 'Denver',
  value: { kind: 'place', name: 'Denver', level: 'city', country: 'US', lat: 39.7, lon: -105 },
};

/** Printed on Monday 4 March 2024. */
function readDays(text: string, place: PlaceMention, published: string): readonly (string | undefined)[] {
  const anchor = published.slice(0, 10);
  return readLocalDays(readTimes(text, anchor), [place], anchor, published).map(({ value }) => value?.edtf);
}

it.each([
  ['early Tuesday of a place far east', 'A ferry sank early Tuesday.', manila, '2024-03-04', '2024-03-05'],
  ['by the clock of the place', 'A ferry sank on Tuesday.', manila, '2024-03-04T20:15:00-05:00', '2024-03-05'],
  ['not before it is that day there', 'A ferry sank on Tuesday.', manila, '2024-03-04T09:15:00Z', '2024-02-27'],
  ['not in the printer’s own zone', 'A bus burned early Tuesday.', denver, '2024-03-04', '2024-02-27'],
  ['no other weekday', 'A ferry sank early Wednesday.', manila, '2024-03-04', '2024-02-28'],
  ['no day without its part where no clock says so', 'A ferry sank on Tuesday.', manila, '2024-03-04', '2024-02-27'],
  ['the day of print itself', 'A ferry sank early Monday.', manila, '2024-03-04', '2024-03-04'],
])('%s', (_, text, place, published, day) => expect(readDays(text, place, published)).toEqual([day]));
