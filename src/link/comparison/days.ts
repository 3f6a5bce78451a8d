import { type DateValue, type Days, gapDays, type IncidentMention } from '../../model/index.ts';

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

/** Take the best told time of a mention that has been resolved. */
export function dateOfMention(mention: IncidentMention): DateValue | undefined {
  const told = mention.when.filter((time) => time.value !== undefined);
  return (told.find((time) => time.role === 'point') ?? told.find((time) => time.role !== 'duration'))?.value;
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
