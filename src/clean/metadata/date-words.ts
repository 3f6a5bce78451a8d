import calendar from '../../../data/calendar-words.json' with { type: 'json' };
import { monthNames } from '../../text/months.ts';
import { anyOf } from '../../text/patterns.ts';

/** Patterns of written dates, joined into larger ones; all without capturing groups and case-insensitive. */
const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const weekday = `(?:${anyOf(calendar.weekdayStarts)}(?:day)?\\.?,?\\s+)?`;
const dayNumber = '\\d{1,2}(?:st|nd|rd|th)?';

/** A complete date: day, month and year, with or without the day of the week. */
export const datePattern = `(?:${weekday}(?:${months}\\.?\\s+${dayNumber},?\\s+\\d{4}|${dayNumber}[\\s-]+(?:of\\s+)?${months}\\.?,?[\\s-]+\\d{4}|\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})|\\d{1,2}[.-]\\d{1,2}[.-]\\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}))(?!\\d)`;

/** A time of day with its zone, as it follows or precedes a date. */
export const timePattern =
  '(?:\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:[ap]\\.?\\s?m\\b\\.?)?|\\d{1,2}\\s*[ap]\\.?\\s?m\\b\\.?)\\s*(?:\\(?(?:(?:UTC|GMT)(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?|BST|CET|CEST|MSK|IST|[ECMP][SD]?T|AK[SD]T|HST|Z)\\b\\)?|[+-]\\d{2}:?\\d{2})?';

/** A month and day without a year. */
export const monthDayPattern = `(?:${months}\\.?\\s+${dayNumber}|${dayNumber}\\s+${months})`;

const glued = new RegExp(
  `(?<=\\p{Ll})(?=(?:${monthNames.map((name) => name.slice(0, 3)).join('|')})[a-z]*\\.?\\s+\\d)`,
  'gu',
);

/** Part a date from the name before it: styled lines lose what keeps them apart ("Ada ReedMar 11, 2025"). */
export function partGlued(text: string): string {
  return text.replace(glued, ' ');
}
