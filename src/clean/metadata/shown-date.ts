import { type KnownDate, toDayNumber } from '../../model/index.ts';

const halfDayMinutes = 720;
const furthestZoneMinutes = 14 * 60;

/**
 * Put the day the page shows its readers before the day of its fields, where both tell one moment in two time zones.
 *
 * Fields are mostly in UTC: a report of the evening then carries the next day, and every "Tuesday" in it would be counted from a wrong
 * one. The shown day is believed where the field's clock can be that of another zone: the day before within twelve hours of midnight,
 * the day after only where both clocks show the same minute. Two fields are one moment where their minutes and seconds agree and only
 * one of them is in UTC.
 */
export function preferShown(dates: readonly KnownDate[]): readonly KnownDate[] {
  const top = dates[0];
  if (top === undefined || top.how !== 'metadata' || readMinute(top) === undefined) return dates;
  if (dates.some((date) => date.how === 'page' && date.value !== top.value && gapDays(date, top) === 0)) return dates;
  const shown = dates.find((date) => isSameMoment(date, top));
  return shown === undefined ? dates : [shown, ...dates.filter((date) => date !== shown)];
}

function isSameMoment(date: KnownDate, top: KnownDate): boolean {
  const gap = gapDays(date, top);
  if (date === top || Math.abs(gap) !== 1) return false;
  if (date.how === 'metadata')
    return isUtc(top) && !isUtc(date) && tellsSameSecond(date, top) && isZoneApart(date, top);
  const clock = readMinute(top) ?? 0;
  if (date.how === 'page')
    return (gap === -1 && clock < halfDayMinutes) || (tellsSameMinute(date, top) && isZoneApart(date, top));
  return date.how === 'url' && gap === -1 && isUtc(top) && clock < halfDayMinutes;
}

function gapDays(date: KnownDate, top: KnownDate): number {
  return toDayNumber(date.value) - toDayNumber(top.value);
}

/** Minutes since midnight, as written. */
function readMinute({ value }: KnownDate): number | undefined {
  const match = /T(\d{2}):(\d{2})/.exec(value);
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]);
}

/** Time zones differ by whole or half hours. */
function tellsSameMinute(date: KnownDate, top: KnownDate): boolean {
  const one = readMinute(date);
  const other = readMinute(top);
  return one !== undefined && other !== undefined && one % 30 === other % 30;
}

function tellsSameSecond(date: KnownDate, top: KnownDate): boolean {
  return tellsSameMinute(date, top) && date.value.slice(17, 19) === top.value.slice(17, 19);
}

function isZoneApart(date: KnownDate, top: KnownDate): boolean {
  const apart = gapDays(date, top) * 1440 + (readMinute(date) ?? 0) - (readMinute(top) ?? 0);
  return Math.abs(apart) <= furthestZoneMinutes;
}

/** Tell whether the field itself says UTC; no zone at all is not UTC but an unknown one. */
function isUtc({ evidence = '' }: KnownDate): boolean {
  return /(?:\d(?:\.\d+)?\s*Z|UTC|GMT|[+-]00:?00)\s*$/i.test(evidence);
}
