import {
  type DateValue,
  dayValue,
  type PlaceMention,
  type TimeExpression,
  toDayNumber,
  toIsoDay,
} from '../../model/index.ts';

/** Days of a report from far east of its printer: "early Tuesday" in Manila, printed on Monday in New York, is the day after print. */

const hourMs = 3_600_000;
const degreesPerHour = 15;
/** Longitude from which a place is far enough east for its morning to be the day before elsewhere. */
const farEast = 30;
const weekDays = 7;

/** Find the place a report is written from, or the first town it names. */
function homeOf(places: readonly PlaceMention[]): PlaceMention['value'] {
  const located = places.filter(({ value }) => value?.lon !== undefined);
  const dateline = located.find(({ rule }) => rule === 'dateline');
  return (dateline ?? located.find(({ value }) => value?.level === 'city'))?.value;
}

/** Give the day it was at a longitude when a report was printed; undefined where the hour and zone of print are not known. */
function localDay(published: string | undefined, lon: number): string | undefined {
  if (published === undefined || !/T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/u.test(published)) return undefined;
  const moment = Date.parse(published);
  return Number.isNaN(moment)
    ? undefined
    : new Date(moment + Math.round(lon / degreesPerHour) * hourMs).toISOString().slice(0, 10);
}

/** Tell whether a weekday was counted back nearly a week, to the day of the week that follows the day of print. */
function isNextWeekday({ reference, value, role }: TimeExpression, anchor: number): boolean {
  const back = value === undefined ? 0 : anchor - toDayNumber(value.earliest);
  return role === 'point' && reference.kind === 'weekday' && reference.direction === 'past' && back === weekDays - 1;
}

/**
 * Count weekdays from the day it was already where the report is from.
 *
 * With the hour of print the clock there says so; without it only "early Tuesday" does, in a report from far east.
 */
export function readLocalDays(
  times: readonly TimeExpression[],
  places: readonly PlaceMention[],
  anchorDay: string | undefined,
  published: string | undefined,
): readonly TimeExpression[] {
  const lon = homeOf(places)?.lon;
  if (anchorDay === undefined || lon === undefined) return times;
  const anchor = toDayNumber(anchorDay);
  const next = toIsoDay(anchor + 1);
  const local = localDay(published, lon);
  return times.map((time) => {
    if (time.countsFrom !== undefined || !isNextWeekday(time, anchor)) return time;
    const isThere = local === undefined ? lon >= farEast && isEarly(time) : local === next;
    const value: DateValue = dayValue(next);
    return isThere ? { ...time, countsFrom: { kind: 'offset', unit: 'day', amount: 1 }, value } : time;
  });
}

function isEarly({ part }: TimeExpression): boolean {
  return part === 'morning' || part === 'night';
}
