import { strict } from 'chrono-node';
import { toDayNumber } from '../../model/index.ts';
import { spellDays } from './foreign-dates.ts';

/** A date as read from words, or why it was refused. */
export type DateReading = { readonly value: string } | { readonly refused: 'unreadable' | 'impossible' | 'future' };

const earliestYear = 1900;
/** A page can be ahead of the run by its time zone, not by more. */
const slackDays = 1;
const clockPart =
  '(?:[T ,]+(?:at\\s+)?(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?\\s*(?:([ap])\\.?m\\.?)?\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?';
/** ISO 8601 and what is written like it: "2024-03-22", "20240322T081500Z", "2024/3/22", "2024.03.22 8:15". */
const yearFirst = new RegExp(`^(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2}))${clockPart}/?$`, 'i');
/** The name of a weekday may stand before it, in any language. */
const numericDate = /^(?:\p{L}[\p{L}\s-]{0,15}\.?,?\s+)?(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})(?!\d)(.*)$/su;
/** "11/03/2024": nothing in it tells the day from the month. */
const ambiguous = /^\D*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/;
const epoch = /^1?\d{9}(?:\d{3})?$/;

/** What may be known of how a page writes dates. */
export interface DateStyle {
  /** True where 3/4/2024 is 3 April, false where it is 4 March; unknown, slashes are read as in the United States, dots and dashes not. */
  readonly dayFirst?: boolean;
  /** ISO days the page states without doubt: of two readings the one beside them is meant. */
  readonly near?: readonly string[];
  /** ISO 8601 instant of the run. */
  readonly now: string;
}

/**
 * Read one absolute date, with its time of day where stated; returns an ISO 8601 day or instant.
 *
 * A stated zone is kept as an offset, so that the first ten characters are the day the page shows; no zone is read as UTC.
 * Years before 1900, days that do not exist and days after the run are refused.
 */
export function readDate(words: string, style: DateStyle): DateReading {
  const text = words.replace(/\s+/g, ' ').trim();
  const value = readIso(text) ?? readEpoch(text) ?? readNumeric(text, style) ?? readSpelled(text) ?? readWords(text);
  if (value === undefined) return { refused: 'unreadable' };
  if (value === 'impossible' || Number(value.slice(0, 4)) < earliestYear) return { refused: 'impossible' };
  return toDayNumber(value) > toDayNumber(style.now) + slackDays ? { refused: 'future' } : { value };
}

/** Tell which of the two numbers a written date begins with is its day: `undefined` where it is no such date or both are the same. */
export function tellOrder(words: string): 'day-first' | 'month-first' | 'either' | undefined {
  const match = ambiguous.exec(words);
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first === second) return undefined;
  return first > 12 ? 'day-first' : second > 12 ? 'month-first' : 'either';
}

function readIso(text: string): string | undefined {
  const match = yearFirst.exec(text);
  if (match === null) return undefined;
  const [, year, , month, day, tightMonth, tightDay, hour, minute, second, half, zone] = match;
  const clock =
    hour === undefined
      ? undefined
      : { hour: fullHour(Number(hour), half), minute: Number(minute), second: Number(second ?? 0) };
  const offset = zone === undefined ? 0 : readOffset(zone);
  return format(Number(year), Number(month ?? tightMonth), Number(day ?? tightDay), clock, offset);
}

/** Dates of other languages. */
function readSpelled(text: string): string | undefined {
  if (text.length > 120) return undefined;
  const spelled = spellDays(text);
  const day = spelled === text ? undefined : /\d{4}-\d{2}-\d{2}(?:,? \d{1,2}:\d{2})?/.exec(spelled)?.[0];
  return day === undefined ? undefined : readIso(day);
}

/** Seconds or milliseconds since 1970. */
function readEpoch(text: string): string | undefined {
  if (!epoch.test(text)) return undefined;
  const milliseconds = text.length > 10 ? Number(text) : Number(text) * 1000;
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

function readNumeric(text: string, style: DateStyle): string | undefined {
  const match = numericDate.exec(text);
  if (match === null) return undefined;
  const [first, second, short] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const year = short >= 100 ? short : short + (short < 70 ? 2000 : 1900);
  const clock = readClock(match[5] ?? '');
  const read = (month: number, day: number): string => format(year, month, day, clock?.clock, clock?.offset ?? 0);
  const isDayFirst = style.dayFirst ?? match[2] !== '/';
  const readings = isDayFirst ? [read(second, first), read(first, second)] : [read(first, second), read(second, first)];
  return chooseReading(readings, style);
}

/** Of two orders of day and month: the one beside what the page says elsewhere, else the first that is a day and has come. */
function chooseReading(readings: readonly string[], { near = [], now }: DateStyle): string {
  const days = readings.filter((reading) => reading !== 'impossible');
  const beside = days.find((day) => near.some((known) => Math.abs(toDayNumber(day) - toDayNumber(known)) <= slackDays));
  const past = days.find((day) => toDayNumber(day) <= toDayNumber(now) + slackDays);
  return beside ?? past ?? days[0] ?? 'impossible';
}

function readClock(text: string): { clock: Clock; offset: number } | undefined {
  const match = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?/i.exec(text);
  if (match === null) return undefined;
  return {
    clock: { hour: fullHour(Number(match[1]), match[4]), minute: Number(match[2]), second: Number(match[3] ?? 0) },
    offset: 0,
  };
}

function fullHour(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** "Tuesday, January 28, 2014 8:18 PM EST" and the like; the year must be stated. */
function readWords(text: string): string | undefined {
  if (!/\d/.test(text) || !/[a-z]/i.test(text) || text.length > 120) return undefined;
  const tidy = text.replace(/\b(\d{1,2}(?::\d{2})?)\s*([ap])\.\s?m\.?/gi, '$1 $2m').replace(/\bsept\./gi, 'sep');
  const start = strict.parse(tidy, { instant: new Date(0), timezone: 0 })[0]?.start;
  if (start === undefined || !start.isCertain('year') || !start.isCertain('day') || !start.isCertain('month'))
    return undefined;
  const get = (part: 'hour' | 'minute' | 'second'): number => start.get(part) ?? 0;
  const clock = start.isCertain('hour')
    ? { hour: get('hour'), minute: get('minute'), second: get('second') }
    : undefined;
  const offset = start.isCertain('timezoneOffset') ? (start.get('timezoneOffset') ?? 0) : 0;
  return format(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0, clock, offset);
}

function readOffset(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  return (Number(match[2]) * 60 + Number(match[3] ?? 0)) * (match[1] === '-' ? -1 : 1);
}

function format(
  year: number,
  month: number,
  day: number,
  clock: Clock | undefined,
  offsetMinutes: number,
): string | 'impossible' {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year > 9999) return 'impossible';
  const isoDay = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (clock === undefined) return isoDay;
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 60 || Math.abs(offsetMinutes) > 840) return isoDay;
  const size = Math.abs(offsetMinutes);
  const zone = size === 0 ? 'Z' : `${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
  return `${isoDay}T${pad(clock.hour)}:${pad(clock.minute)}:${pad(clock.second)}${zone}`;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}
