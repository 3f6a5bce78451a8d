import { type DateValue, dayValue } from '../../model/index.ts';
import { isCalendarDay, isoDay, spanValue } from '../../text/calendar.ts';
import { pattern, type TimeParse, type TimeRule } from './rule.ts';
import { dayPattern, monthNumber, monthPattern, notCounted, weekdayPattern, yearPattern } from './words.ts';

/** Days with their year, in words or figures. */

const comma = String.raw`(?:\s*,\s*|\s+(?:of\s+)?)`;
const optionalWeekday = `(?:${weekdayPattern()},?\\s+(?:the\\s+)?)?`;
const to = String.raw`(?:\s*[-–—]\s*|\s+(?:to|through|until|and)\s+)`;

function absolute(value: DateValue | undefined): TimeParse | undefined {
  return value === undefined ? undefined : { reference: { kind: 'absolute', value } };
}

function day(year: number, month: number | undefined, dayOfMonth: number): DateValue | undefined {
  if (month === undefined || !isCalendarDay(year, month, dayOfMonth)) return undefined;
  return dayValue(isoDay(year, month, dayOfMonth));
}

function stretch(from: DateValue | undefined, until: DateValue | undefined): DateValue | undefined {
  if (from === undefined || until === undefined || from.earliest >= until.latest) return undefined;
  return spanValue(from.earliest, until.latest);
}

/** Two figures below 13 may stand in either order; both days are kept, never one chosen. */
function eitherOrder(year: number, a: number, b: number): DateValue | undefined {
  const monthFirst = day(year, a, b);
  const dayFirst = day(year, b, a);
  if (monthFirst === undefined || dayFirst === undefined || a === b) return monthFirst ?? dayFirst;
  const [earliest, latest] = [monthFirst.edtf, dayFirst.edtf].sort() as [string, string];
  return { ...spanValue(earliest, latest), edtf: `[${earliest},${latest}]` };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

export const dateRules: readonly TimeRule[] = [
  {
    name: 'dates/iso',
    triggers: ['numeric'],
    pattern: pattern(String.raw`(?<![\d-])(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?!\d|-\d)`),
    read: ({ groups: { year, month, day: d } }) => absolute(day(Number(year), Number(month), Number(d))),
  },
  {
    name: 'dates/figures',
    triggers: ['numeric'],
    pattern: pattern(
      String.raw`(?<![\d./$£€-])(?<a>\d{1,2})(?<mark>[./-])(?<b>\d{1,2})\k<mark>(?<year>(?:1[89]|20)\d\d|(?<=/)\d\d)(?!\d|[./-]\d)`,
    ),
    read: ({ groups: { a = '', b = '', mark, year = '' } }) => {
      const dotted = mark === '.' ? day(fullYear(year), Number(b), Number(a)) : undefined;
      return absolute(dotted ?? eitherOrder(fullYear(year), Number(a), Number(b)));
    },
  },
  {
    name: 'dates/month-day-year',
    triggers: ['month'],
    pattern: pattern(`${optionalWeekday}${monthPattern()}\\s+(?:the\\s+)?${dayPattern()}${comma}${yearPattern()}`),
    read: ({ groups }) => absolute(day(Number(groups.year), monthNumber(groups.month), Number(groups.day))),
  },
  {
    name: 'dates/day-month-year',
    triggers: ['month'],
    pattern: pattern(
      `${optionalWeekday}${dayPattern()}(?:\\s+of)?[\\s-]+${monthPattern()}(?:[\\s-]+|\\s*,\\s*)(?:of\\s+)?${yearPattern()}`,
    ),
    read: ({ groups }) => absolute(day(Number(groups.year), monthNumber(groups.month), Number(groups.day))),
  },
  {
    // Wire datelines in capitals: "3 FEB 90".
    name: 'dates/wire',
    triggers: ['month'],
    pattern: pattern(`${dayPattern()}\\s+${monthPattern()}\\s+(?<year>\\d\\d)(?!\\d|[.,:]\\d)${notCounted}`),
    read: ({ groups: { month = '', day: d, year = '' } }) =>
      month === month.toUpperCase() ? absolute(day(fullYear(year), monthNumber(month), Number(d))) : undefined,
  },
  {
    name: 'dates/month-days-year',
    triggers: ['month'],
    pattern: pattern(
      `${monthPattern()}\\s+${dayPattern()}${to}(?<last>\\d{1,2})(?:st|nd|rd|th)?${comma}${yearPattern()}`,
    ),
    read: ({ groups }) => {
      const month = monthNumber(groups.month);
      const year = Number(groups.year);
      return absolute(stretch(day(year, month, Number(groups.day)), day(year, month, Number(groups.last))));
    },
  },
  {
    name: 'dates/days-month-year',
    triggers: ['month'],
    pattern: pattern(
      `${dayPattern()}${to}(?<last>\\d{1,2})(?:st|nd|rd|th)?\\s+${monthPattern()},?\\s+${yearPattern()}`,
    ),
    read: ({ groups }) => {
      const month = monthNumber(groups.month);
      const year = Number(groups.year);
      return absolute(stretch(day(year, month, Number(groups.day)), day(year, month, Number(groups.last))));
    },
  },
  {
    name: 'dates/month-day-to-month-day-year',
    triggers: ['month'],
    pattern: pattern(
      `${monthPattern()}\\s+${dayPattern()}${to}${monthPattern('month2')}\\s+${dayPattern('last')}${comma}${yearPattern()}`,
    ),
    read: ({ groups }) => {
      const year = Number(groups.year);
      return absolute(
        stretch(
          day(year, monthNumber(groups.month), Number(groups.day)),
          day(year, monthNumber(groups.month2), Number(groups.last)),
        ),
      );
    },
  },
];
