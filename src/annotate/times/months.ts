import type { TimeReference } from '../../model/index.ts';
import { monthPartValue, monthsValue, monthValue } from '../../text/calendar.ts';
import { pattern, type TimeRule } from './rule.ts';
import { bareMonthPattern, monthNumber, monthPattern, notCounted, partPrefix, readPart, yearPattern } from './words.ts';

/** Months with and without a year: "May 2020", "late March", "last November", "since January". */

type Direction = Extract<TimeReference, { kind: 'calendar' }>['direction'];

const relativeYear = String.raw`(?:,?\s+(?:of\s+)?(?<rel>last|this|next)\s+year\b)?`;
const relativeYears: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
/** Months that are also names or words need the plainest cue. */
const strongCue = String.raw`(?<=\b(?:in|since|until|during|throughout|last|this|next|as\s+of|back\s+in)\s+)`;
const weakCue = String.raw`(?<=\b(?:of|by|from|to|between|and|through|before|after|the|a|an|its|their|his|her|our|late|early|as)\s+)`;

/** "in March Smith" may be a date, "by April Smith" is a person. */
function looksLikeName(after: string): boolean {
  return /^\s+[A-Z][a-z]/.test(after);
}

function inMonth(
  month: number,
  rel: string | undefined,
  direction: Direction,
  part?: 'early' | 'mid' | 'late',
): TimeReference {
  const years = relativeYears[rel?.toLowerCase() ?? ''];
  return {
    kind: 'calendar',
    month,
    direction,
    ...(part === undefined ? {} : { part }),
    ...(years === undefined ? {} : { years }),
  };
}

export const monthRules: readonly TimeRule[] = [
  {
    name: 'months/month-year',
    triggers: ['month'],
    pattern: pattern(`(?:${partPrefix})?${monthPattern()}(?:\\s*,\\s*|\\s+(?:of\\s+)?|-)${yearPattern()}`),
    read: ({ groups }) => {
      const month = monthNumber(groups.month);
      if (month === undefined) return undefined;
      const part = readPart(groups.part);
      const year = Number(groups.year);
      const value = part === undefined ? monthValue(year, month) : monthPartValue(year, month, part);
      return { reference: { kind: 'absolute', value } };
    },
  },
  {
    name: 'months/months-year',
    triggers: ['month'],
    pattern: pattern(
      `${monthPattern()}(?:\\s*[-–—]\\s*|\\s+(?:to|and|or|until|through)\\s+)${monthPattern('month2')},?\\s+(?:of\\s+)?${yearPattern()}`,
    ),
    read: ({ groups }) => {
      const from = monthNumber(groups.month);
      const to = monthNumber(groups.month2);
      const year = Number(groups.year);
      if (from === undefined || to === undefined || from === to) return undefined;
      // "from November to March 2015" began the year before.
      const value = monthsValue(from < to ? year : year - 1, from, year, to);
      return { reference: { kind: 'absolute', value } };
    },
  },
  {
    name: 'months/relative',
    triggers: ['month'],
    pattern: pattern(
      `\\b(?<which>last|this\\s+past|this\\s+coming|this|past|next)\\s+${bareMonthPattern()}${notCounted}(?!\\s+\\d)`,
    ),
    read: ({ groups }) => {
      const month = monthNumber(groups.month);
      if (month === undefined) return undefined;
      const which = groups.which?.toLowerCase() ?? '';
      const direction = /last|past/.test(which) ? 'last' : /next|coming/.test(which) ? 'next' : 'past';
      return { reference: inMonth(month, which === 'this' ? 'this' : undefined, direction) };
    },
  },
  {
    name: 'months/part',
    triggers: ['month'],
    pattern: pattern(`${partPrefix}${bareMonthPattern()}(?!\\s+\\d)${relativeYear}`),
    read: ({ groups }) => {
      const month = monthNumber(groups.month);
      return month === undefined ? undefined : { reference: inMonth(month, groups.rel, 'past', readPart(groups.part)) };
    },
  },
  {
    name: 'months/with-year-word',
    triggers: ['month'],
    pattern: pattern(`${bareMonthPattern()},?\\s+(?:of\\s+)?(?<rel>last|this|next)\\s+year\\b`),
    read: ({ groups }) => {
      const month = monthNumber(groups.month);
      return month === undefined ? undefined : { reference: inMonth(month, groups.rel, 'past') };
    },
  },
  {
    name: 'months/cued',
    triggers: ['month'],
    pattern: pattern(`${strongCue}${bareMonthPattern()}(?!-|['’]\\w{2})`),
    read: ({ groups, match }) => {
      const month = monthNumber(groups.month);
      return month === undefined || match === 'MAY' ? undefined : { reference: inMonth(month, undefined, 'past') };
    },
  },
  {
    name: 'months/weakly-cued',
    triggers: ['month'],
    pattern: pattern(`${weakCue}${bareMonthPattern()}(?!-|\\s+\\d|['’]\\w{2}|\\s+(?:for|on|against|of)\\b)`),
    read: ({ groups, match, after }) => {
      const month = monthNumber(groups.month);
      if (month === undefined || match === match.toUpperCase() || looksLikeName(after)) return undefined;
      return { reference: inMonth(month, undefined, 'past') };
    },
  },
];
