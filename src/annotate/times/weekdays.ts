import terms from '../../../data/time-words.json' with { type: 'json' };
import type { TimeReference } from '../../model/index.ts';
import { pattern, type Surroundings, type TimeRule } from './rule.ts';
import { longWeekdayPattern, oneOf, weekdayNumber, weekdayPattern } from './words.ts';

/** Weekdays: "Friday", "last Friday", "Friday's assault", "on Mondays". */

const names = new RegExp(`^${oneOf(terms.namedWeekdays)}\\b`, 'i');
const widest = 24;

/** Tell whether the weekday is part of a fixed name: a newspaper, a feast, a club. */
function isNamed({ before, match, after }: Surroundings): boolean {
  const around = `${before.slice(-widest)}${match}${after.slice(0, widest)}`;
  const edge = Math.min(before.length, widest);
  for (let start = 0; start <= edge; start += 1) {
    const found = names.exec(around.slice(start));
    if (found !== null && start + found[0].length > edge && (start === 0 || !/\w/.test(around[start - 1] ?? '')))
      return true;
  }
  return false;
}

function told(weekday: number, word: string): TimeReference {
  if (/following|next\b/.test(word) && /the/.test(word)) return { kind: 'context', unit: 'day', amount: 1, weekday };
  if (/previous|before/.test(word)) return { kind: 'context', unit: 'day', amount: -1, weekday };
  if (/^(?:that|the same)/.test(word)) return { kind: 'context', unit: 'day', amount: 0, weekday };
  if (/last|past/.test(word)) return { kind: 'weekday', weekday, direction: 'last' };
  return { kind: 'weekday', weekday, direction: /next|coming/.test(word) ? 'next' : 'past' };
}

export const weekdayRules: readonly TimeRule[] = [
  {
    name: 'weekdays/name',
    triggers: ['weekday'],
    pattern: pattern(
      `(?:\\b(?<which>last|next|this\\s+past|this\\s+coming|this|the\\s+following|that\\s+same|that|the\\s+(?:previous|next|same))\\s+)?${longWeekdayPattern()}(?![A-Za-z])`,
    ),
    read: (found) => {
      const weekday = weekdayNumber(found.groups.weekday);
      if (weekday === undefined || isNamed(found)) return undefined;
      const word = (found.groups.which ?? '').toLowerCase().replace(/\s+/g, ' ');
      return { reference: told(weekday, word) };
    },
  },
  {
    // "Sat" and "Sun" are words by themselves; with a part of the day they are days.
    name: 'weekdays/short',
    triggers: ['weekday'],
    pattern: pattern(`${weekdayPattern()}(?=\\s+(?:morning|afternoon|evening|night)\\b)`),
    read: ({ groups }) => {
      const weekday = weekdayNumber(groups.weekday);
      return weekday === undefined ? undefined : { reference: { kind: 'weekday', weekday, direction: 'past' } };
    },
  },
  {
    name: 'weekdays/repeated',
    triggers: ['weekday'],
    pattern: pattern(`(?:\\b(?:every|each)\\s+${longWeekdayPattern()}\\b|${longWeekdayPattern('plural')}s\\b)`),
    read: ({ groups }) => {
      const weekday = weekdayNumber(groups.weekday ?? groups.plural);
      if (weekday === undefined) return undefined;
      return { reference: { kind: 'weekday', weekday, direction: 'past' }, role: 'frequency' };
    },
  },
];
