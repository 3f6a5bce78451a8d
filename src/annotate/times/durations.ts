import { toDays } from './offsets.ts';
import { pattern, type TimeRule } from './rule.ts';
import { countPattern, readCount, vagueCount } from './words.ts';

/** Lengths and repetitions: "for 20 years", "within 48 hours", "two-day", "every day"; ages are neither. */

const unit = '(?<unit>minute|hour|day|week|fortnight|month|year|decade)';
const notAge = String.raw`(?![\s-]+(?:old|olds|of\s+age)\b)`;

export const durationRules: readonly TimeRule[] = [
  {
    name: 'durations/counted',
    triggers: ['unit'],
    pattern: pattern(`(?<!\\b(?:aged|age)\\s+|[\\d.,$£€-])${countPattern()}(?:\\s+|-)${unit}s?\\b${notAge}(?!-old)`),
    read: ({ groups, before }) => {
      const count = readCount(groups.count);
      if (count === undefined) return undefined;
      // "a year", "a day" after a number is a rate, and without a cue no length at all.
      if (
        /^an?$/i.test(groups.count ?? '') &&
        !/\b(?:for|within|in|over|after|than|about|nearly|lasted|half)\s+$/i.test(before)
      )
        return undefined;
      const days = toDays(groups.unit ?? '', count);
      return { reference: { kind: 'offset', ...days }, role: 'duration' };
    },
  },
  {
    name: 'durations/vague',
    triggers: ['unit'],
    pattern: pattern(
      `(?:(?<=\\b(?:for|within|over|after|lasted)\\s+)(?:${vagueCount}\\s+)?|\\b${vagueCount}\\s+)(?<!\\bafter\\s+(?=hours))${unit}s\\b`,
    ),
    read: ({ groups }) => ({ reference: { kind: 'offset', ...toDays(groups.unit ?? '', 1) }, role: 'duration' }),
  },
  {
    name: 'durations/repeated',
    triggers: ['unit', 'daypart'],
    pattern: pattern(
      String.raw`\b(?:(?:every|each|per)\s+(?<unit>hour|day|week|month|year|morning|afternoon|evening|night)|(?<adverb>daily|weekly|monthly|yearly|annually|nightly))\b`,
    ),
    read: ({ groups, match }) => {
      // "Daily", "Weekly" in capitals is a newspaper.
      if (groups.adverb !== undefined && /^[A-Z]/.test(match)) return undefined;
      const surface =
        groups.unit ??
        (groups.adverb ?? '')
          .toLowerCase()
          .replace('daily', 'day')
          .replace(/(?:ly|ally)$/, '');
      return { reference: { kind: 'offset', ...toDays(surface, 1) }, role: 'frequency' };
    },
  },
];
