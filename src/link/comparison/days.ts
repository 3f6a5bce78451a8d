import { type DateValue, type IncidentMention, toDayNumber } from '../../model/index.ts';

/** Days a thing may have happened on, as days since 1970-01-01, both inclusive. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** How two spans of days stand to each other; narrower agreement says more. */
export type DayRelation =
  | 'same-day'
  | 'next-day'
  | 'same-week'
  | 'same-month'
  | 'same-year'
  | 'wide'
  | 'unknown'
  | 'apart';

/** Turn a date into its span of days. */
export function daysOf(date: DateValue): Days {
  return { first: toDayNumber(date.earliest), last: toDayNumber(date.latest) };
}

/** Take the best told time of a mention that has been resolved. */
export function dateOfMention(mention: IncidentMention): DateValue | undefined {
  const told = mention.when.filter((time) => time.value !== undefined);
  return (told.find((time) => time.role === 'point') ?? told.find((time) => time.role !== 'duration'))?.value;
}

/** Count the days between two spans; 0 where they overlap. */
export function gapDays(a: Days, b: Days): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}

/** Compare two spans of days; the wider one decides how much their meeting says. */
export function compareDays(a: Days | undefined, b: Days | undefined, slackDays: number): DayRelation {
  if (a === undefined || b === undefined) return 'unknown';
  const gap = gapDays(a, b);
  const width = Math.max(a.last - a.first, b.last - b.first) + 1;
  if (gap > 0) return gap <= slackDays ? 'next-day' : 'apart';
  if (width === 1) return 'same-day';
  if (width <= 10) return 'same-week';
  if (width <= 62) return 'same-month';
  return width <= 366 ? 'same-year' : 'wide';
}
