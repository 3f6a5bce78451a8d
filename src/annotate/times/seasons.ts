import { type Season, seasonMonth, seasonValue } from '../../text/calendar.ts';
import { pattern, type TimeRule } from './rule.ts';
import { yearPattern } from './words.ts';

/** Seasons, always with a year or a word that dates them: springs, falls and winters are other things too. */

const season = String.raw`\b(?<season>spring|summer|autumn|fall|winter)\b`;

function named(surface: string | undefined): Season | undefined {
  const lower = surface?.toLowerCase();
  if (lower === 'fall') return 'autumn';
  return lower === 'spring' || lower === 'summer' || lower === 'autumn' || lower === 'winter' ? lower : undefined;
}

export const seasonRules: readonly TimeRule[] = [
  {
    name: 'seasons/with-year',
    triggers: ['season'],
    pattern: pattern(`${season}(?:\\s*,\\s*|\\s+(?:of\\s+)?)${yearPattern()}`),
    read: ({ groups }) => {
      const which = named(groups.season);
      return which && { reference: { kind: 'absolute', value: seasonValue(Number(groups.year), which) } };
    },
  },
  {
    name: 'seasons/relative',
    triggers: ['season'],
    pattern: pattern(`\\b(?<which>last|this\\s+past|this|next)\\s+${season}(?!\\s+(?:of|in|from)\\b)`),
    read: ({ groups }) => {
      const which = named(groups.season);
      if (which === undefined) return undefined;
      const word = groups.which?.toLowerCase() ?? '';
      const direction = word === 'next' ? 'next' : word === 'this' ? 'past' : 'last';
      return {
        reference: {
          kind: 'calendar',
          month: seasonMonth(which),
          season: which,
          direction,
          ...(word === 'this' ? { years: 0 } : {}),
        },
      };
    },
  },
];
