import terms from '../../../data/time-words.json' with { type: 'json' };
import type { TimeReference, TimeUnit } from '../../model/index.ts';
import { pattern, type TimeParse, type TimeRule } from './rule.ts';
import { countPattern, oneOf, readCount, vagueCount } from './words.ts';

/** Times counted from the day of publication: "yesterday", "last night", "last year", "two weeks ago". */

function offset(unit: TimeUnit, amount: number, part?: TimeParse['part']): TimeParse {
  const reference: TimeReference = { kind: 'offset', unit, amount };
  return part === undefined ? { reference } : { reference, part };
}

const deictic: Readonly<Record<string, TimeParse>> = {
  yesterday: offset('day', -1),
  today: offset('day', 0),
  tonight: offset('day', 0, 'night'),
  tomorrow: offset('day', 1),
  overnight: { reference: { kind: 'window', name: 'overnight' }, part: 'night' },
};

/** What comes before "ten weeks after the attack" where that is counted back from a day of this week. */
const toldToday = new RegExp(
  String.raw`\b(?:(?:${terms.weekdays.flat().join('|')})|today|yesterday),?\s+(?:${terms.aboutWords.join('|')})?\s*$`,
  'i',
);

const todayName = new RegExp(`\\b${oneOf(terms.todayNames)}\\s$`);

/** Turn hours and decades to the units a reference has; minutes stay within the day. */
export function toDays(unit: string, count: number): { readonly unit: TimeUnit; readonly amount: number } {
  const lower = unit.toLowerCase();
  if (lower === 'hour') return { unit: 'day', amount: Math.floor(count / 24) };
  if (lower === 'minute') return { unit: 'day', amount: 0 };
  if (lower === 'fortnight') return { unit: 'week', amount: count * 2 };
  if (lower === 'decade') return { unit: 'year', amount: count * 10 };
  return { unit: lower === 'week' || lower === 'month' || lower === 'year' ? lower : 'day', amount: count };
}

function partOf(surface: string | undefined): TimeParse['part'] {
  const lower = surface?.toLowerCase();
  return lower === 'morning' || lower === 'afternoon' || lower === 'evening' || lower === 'night' ? lower : undefined;
}

export const offsetRules: readonly TimeRule[] = [
  {
    name: 'offsets/deictic',
    triggers: ['deictic'],
    pattern: pattern(String.raw`\b(?<word>yesterday|today|tonight|tomorrow|overnight)\b(?!\s+(?:Show|FM)\b)`),
    read: ({ groups, match, before }) =>
      match.startsWith('T') && todayName.test(before) ? undefined : deictic[groups.word?.toLowerCase() ?? ''],
  },
  {
    name: 'offsets/beyond',
    triggers: ['deictic'],
    pattern: pattern(String.raw`\b(?:the\s+)?day\s+(?<way>before\s+yesterday|after\s+tomorrow)\b`),
    read: ({ groups }) => offset('day', groups.way?.toLowerCase().startsWith('before') ? -2 : 2),
  },
  {
    name: 'offsets/part-of-day',
    triggers: ['daypart'],
    pattern: pattern(
      String.raw`\b(?:(?<last>last)\s+(?:night|evening)|(?:earlier\s+)?this\s+(?<part>morning|afternoon|evening))\b`,
    ),
    read: ({ groups, match }) =>
      groups.last === undefined
        ? offset('day', 0, partOf(groups.part))
        : offset('day', -1, /evening$/i.test(match) ? 'evening' : 'night'),
  },
  {
    name: 'offsets/last-next',
    triggers: ['unit'],
    // "the last week" is the week up to now: see windows.
    pattern: pattern(
      String.raw`(?<!\bthe\s+(?:very\s+)?)\b(?:(?:early|earlier|late|later|sometime)\s+)?(?<way>last|next)\s+(?<unit>week|month|year)\b|(?<=\bthe\s+)\b(?<theway>next)\s+(?<theunit>week|month|year)\b(?=['’]s)`,
    ),
    read: ({ groups }) => {
      const { unit } = toDays(groups.unit ?? groups.theunit ?? '', 1);
      return offset(unit, (groups.way ?? groups.theway)?.toLowerCase() === 'last' ? -1 : 1);
    },
  },
  {
    name: 'offsets/ago',
    triggers: ['unit'],
    pattern: pattern(
      `${countPattern()}(?:\\s+|-)(?:(?:full|whole|short|long)\\s+)?(?<unit>minute|hour|day|week|fortnight|month|year|decade)s?\\s+(?<way>ago|from\\s+now|hence)\\b`,
    ),
    read: ({ groups }) => {
      const count = readCount(groups.count);
      if (count === undefined) return undefined;
      const { unit, amount } = toDays(groups.unit ?? '', count);
      return offset(unit, amount === 0 ? 0 : groups.way?.toLowerCase() === 'ago' ? -amount : amount);
    },
  },
  {
    name: 'offsets/after-event',
    triggers: ['unit'],
    pattern: pattern(
      `${countPattern()}\\s+(?<unit>week|month|year)s?\\s+after(?=\\s+(?:the|a|an|this|that)\\s+(?:[\\w-]+\\s+){0,3}?${oneOf(terms.violentEvents)}\\b)`,
    ),
    read: ({ groups, before }) => {
      const count = readCount(groups.count);
      if (count === undefined || !toldToday.test(before)) return undefined;
      const { unit, amount } = toDays(groups.unit ?? '', count);
      return offset(unit, -amount);
    },
  },
  {
    name: 'offsets/vaguely-ago',
    triggers: ['unit'],
    pattern: pattern(`\\b(?:(?:just|only)\\s+)?(?:${vagueCount}\\s+)?(?<unit>day|week|month|year)s\\s+ago\\b`),
    read: ({ groups }) => {
      const { unit } = toDays(groups.unit ?? '', 1);
      return { reference: { kind: 'window', name: 'past-days', ...(unit === 'day' ? {} : { unit }) } };
    },
  },
];
