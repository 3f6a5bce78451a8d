import type { TimeReference } from '../../model/index.ts';
import { toDays } from './offsets.ts';
import { pattern, type TimeParse, type TimeRule } from './rule.ts';
import { bareMonthPattern, countPattern, monthNumber, readCount } from './words.ts';

/** Times counted from the one told before: "the same month", "two days later", "in November of that year". */

const unit = '(?<unit>day|week|month|year)';

function context(surface: string | undefined, count: number, part?: string): TimeParse {
  const days = toDays(surface ?? 'day', Math.abs(count));
  const reference: TimeReference = { kind: 'context', unit: days.unit, amount: count < 0 ? -days.amount : days.amount };
  const lower = part?.toLowerCase();
  if (lower === 'morning' || lower === 'afternoon' || lower === 'evening' || lower === 'night') {
    return { reference, part: lower };
  }
  return { reference };
}

const partWord = '(?<part>morning|afternoon|evening|night)';
const stop = String.raw`(?=\s*(?:[,.;:)\]]|$)|\s+(?:and|but|when|while|at|in)\b)`;

export const contextRules: readonly TimeRule[] = [
  {
    name: 'context/same',
    triggers: ['unit', 'daypart'],
    pattern: pattern(
      `\\b(?:(?:earlier|later|early|late)\\s+)?(?:on\\s+)?(?:the\\s+(?:very\\s+)?same|that\\s+same|that|the\\s+very)\\s+(?:${unit}|${partWord})\\b`,
    ),
    read: ({ groups, match }) => {
      // "the very day" is the same day; "that week's" too; "that time" never gets here.
      if (/^that$/i.test(match)) return undefined;
      return context(groups.unit ?? 'day', 0, groups.part);
    },
  },
  {
    name: 'context/next-day',
    triggers: ['unit', 'daypart'],
    pattern: pattern(`\\b(?:the|early\\s+the|late\\s+the)\\s+(?:next|following)\\s+(?:day|${partWord})\\b(?!s)`),
    read: ({ groups }) => context('day', 1, groups.part),
  },
  {
    name: 'context/following',
    triggers: ['unit'],
    pattern: pattern('\\bthe\\s+following\\s+(?<unit>week|month|year)\\b'),
    read: ({ groups }) => context(groups.unit, 1),
  },
  {
    name: 'context/previous',
    triggers: ['unit', 'daypart'],
    pattern: pattern(`\\bthe\\s+(?:previous|preceding)\\s+(?:${unit}|${partWord})\\b`),
    read: ({ groups }) => context(groups.unit ?? 'day', -1, groups.part),
  },
  {
    name: 'context/before-after',
    triggers: ['unit', 'daypart'],
    pattern: pattern(`\\bthe\\s+(?:${unit}|${partWord})\\s+(?<way>before|after)\\b${stop}`),
    read: ({ groups }) => context(groups.unit ?? 'day', groups.way?.toLowerCase() === 'before' ? -1 : 1, groups.part),
  },
  {
    name: 'context/later',
    triggers: ['unit'],
    pattern: pattern(
      `${countPattern()}\\s+(?<unit>hour|day|week|month|year|decade)s?\\s+(?<way>later|earlier|afterwards?|previously)\\b`,
    ),
    read: ({ groups }) => {
      const count = readCount(groups.count);
      if (count === undefined) return undefined;
      // A few hours later may be the next day: only the clock moves.
      if (groups.unit?.toLowerCase() === 'hour' && count < 24) return { ...context('day', 0), role: 'clock' };
      return context(groups.unit, /^(?:earlier|prev)/i.test(groups.way ?? '') ? -count : count);
    },
  },
  {
    name: 'context/month-of-year',
    triggers: ['month'],
    pattern: pattern(
      `${bareMonthPattern()},?\\s+(?:of\\s+|in\\s+)?(?<which>the\\s+same|that\\s+same|that|the\\s+following|the\\s+previous)\\s+year\\b`,
    ),
    read: ({ groups }) => {
      const month = monthNumber(groups.month);
      if (month === undefined) return undefined;
      const which = groups.which?.toLowerCase() ?? '';
      const amount = which.endsWith('following') ? 1 : which.endsWith('previous') ? -1 : 0;
      return { reference: { kind: 'context', unit: 'year', amount, month } };
    },
  },
];
