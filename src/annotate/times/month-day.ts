import type { TimeReference } from '../../model/index.ts';
import { isCalendarDay } from '../../text/calendar.ts';
import { pattern, type Surroundings, type TimeParse, type TimeRule } from './rule.ts';
import { dayPattern, monthNumber, monthPattern, notCounted, weekdayNumber, weekdayPattern } from './words.ts';

/** Days of a month without a year: "on March 7", "28 January", "Friday, March 22", "March 3-5". */

const optionalWeekday = `(?:${weekdayPattern()},?\\s+(?:the\\s+)?)?`;
const relativeYear = String.raw`(?:,?\s+(?:of\s+)?(?<rel>last|this|next)\s+year\b)?`;
const to = String.raw`(?:\s*[-–—]\s*|\s+(?:to|through|until|and)\s+)`;
const notNumber = String.raw`(?![.,:]?\d|[-–—/]\d)`;
// "12 MAY HAVE DIED" in capitals is a verb.
const notVerb = String.raw`(?!\s+(?:be|have|not|also|yet)\b)`;

const relativeYears: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

function readDay({ groups }: Surroundings): TimeParse | undefined {
  const month = monthNumber(groups.month);
  const day = Number(groups.day);
  // Any leap year: the year is not known yet.
  if (month === undefined || !isCalendarDay(2000, month, day)) return undefined;
  const lastDay = groups.last === undefined ? undefined : Number(groups.last);
  if (lastDay !== undefined && (lastDay <= day || !isCalendarDay(2000, month, lastDay))) return undefined;
  const weekday = weekdayNumber(groups.weekday);
  const years = relativeYears[groups.rel?.toLowerCase() ?? ''];
  const reference: TimeReference = {
    kind: 'calendar',
    month,
    day,
    direction: 'past',
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(weekday === undefined ? {} : { weekday }),
    ...(years === undefined ? {} : { years }),
  };
  return { reference };
}

export const monthDayRules: readonly TimeRule[] = [
  {
    name: 'month-day/month-first',
    triggers: ['month'],
    pattern: pattern(
      `${optionalWeekday}${monthPattern()}\\s+(?:the\\s+)?${dayPattern()}${notNumber}${notCounted}${relativeYear}`,
    ),
    read: readDay,
  },
  {
    // "The attack on October 7 killed nine": after "on" the number is the day's, not of the dead.
    name: 'month-day/on-month-first',
    triggers: ['month'],
    pattern: pattern(
      `(?<=\\b[Oo]n\\s+)${monthPattern()}\\s+${dayPattern()}${notNumber}(?=\\s+(?:killed|wounded|injured|left)\\b)`,
    ),
    read: readDay,
  },
  {
    name: 'month-day/day-first',
    triggers: ['month'],
    pattern: pattern(`${optionalWeekday}${dayPattern()}(?:\\s+of)?[\\s-]+${monthPattern()}${notVerb}${relativeYear}`),
    read: (found) => (/^\d/.test(found.match) && /\bmay\b/.test(found.match) ? undefined : readDay(found)),
  },
  {
    name: 'month-day/month-days',
    triggers: ['month'],
    pattern: pattern(
      `${monthPattern()}\\s+${dayPattern()}${to}(?<last>\\d{1,2})(?:st|nd|rd|th)?(?![\\dA-Za-z])${notNumber}${notCounted}`,
    ),
    read: readDay,
  },
  {
    name: 'month-day/days-month',
    triggers: ['month'],
    pattern: pattern(`${dayPattern()}${to}(?<last>\\d{1,2})(?:st|nd|rd|th)?\\s+${monthPattern()}${notVerb}`),
    read: readDay,
  },
];
