import type { TimeReference } from '../../model/index.ts';
import { toDays } from './offsets.ts';
import { pattern, type TimeRule } from './rule.ts';
import { countPattern, readCount, vagueCount } from './words.ts';

/** Stretches around the day of publication: "the past few days", "over the weekend", "earlier this month". */

type Window = Extract<TimeReference, { kind: 'window' }>;

const names: Readonly<Record<string, Window['name']>> = { week: 'this-week', month: 'this-month', year: 'this-year' };

function past(unit: string | undefined, count: number | undefined): Window {
  const days = toDays(unit ?? '', count ?? 1);
  const vagueDays = count === undefined && days.unit === 'day';
  return {
    kind: 'window',
    name: 'past-days',
    ...(vagueDays ? {} : { unit: days.unit }),
    ...(count === undefined ? {} : { amount: Math.max(1, days.amount) }),
  };
}

function around(unit: string | undefined, side: string | undefined): Window | undefined {
  const name = names[unit?.toLowerCase() ?? ''];
  if (name === undefined) return undefined;
  const lower = side?.toLowerCase() ?? '';
  if (/^(?:start|beginning)/.test(lower)) {
    return name === 'this-year' ? { kind: 'window', name: 'year-start' } : { kind: 'window', name, side: 'earlier' };
  }
  if (/^(?:earl|so)/.test(lower)) return { kind: 'window', name, side: 'earlier' };
  return lower.startsWith('later') ? { kind: 'window', name, side: 'later' } : { kind: 'window', name };
}

export const windowRules: readonly TimeRule[] = [
  {
    name: 'windows/past-counted',
    triggers: ['unit'],
    pattern: pattern(
      `\\b(?:past|last|previous)\\s+${countPattern()}[\\s-]+(?<unit>hour|day|week|fortnight|month|year|decade)s?\\b`,
    ),
    read: ({ groups }) => {
      const count = readCount(groups.count);
      return count === undefined ? undefined : { reference: past(groups.unit, count) };
    },
  },
  {
    name: 'windows/past-vague',
    triggers: ['unit'],
    pattern: pattern(
      `\\b(?:(?:past|last)\\s+${vagueCount}|recent|past|last)\\s+(?<unit>day|week|month|year)s\\b(?!['’])`,
    ),
    read: ({ groups }) => ({ reference: past(groups.unit, undefined) }),
  },
  {
    name: 'windows/past-one',
    triggers: ['unit'],
    pattern: pattern(String.raw`(?:\bpast|(?<=\bthe\s+)last)\s+(?<unit>day|week|fortnight|month|year|decade)\b`),
    read: ({ groups }) => ({ reference: past(groups.unit, 1) }),
  },
  {
    name: 'windows/weekend',
    triggers: ['weekend'],
    pattern: pattern(String.raw`(?:(?<=\b(?:the|over|a)\s+)|\b(?<which>last|this\s+past|this|next|past)\s+)weekend\b`),
    read: ({ groups }) => {
      const word = groups.which?.toLowerCase();
      const amount = word === 'last' ? -1 : word === 'next' ? 1 : undefined;
      return { reference: { kind: 'window', name: 'weekend', ...(amount === undefined ? {} : { amount }) } };
    },
  },
  {
    name: 'windows/this',
    triggers: ['unit'],
    pattern: pattern(
      String.raw`\b(?:(?<side>early|earlier|late|later|so\s+far|(?:the\s+)?(?:start|beginning|end)\s+of)\s+)?this\s+(?<unit>week|month|year)\b`,
    ),
    read: ({ groups }) => {
      const reference = around(groups.unit, groups.side?.replace(/^the\s+/i, ''));
      return reference && { reference };
    },
  },
  {
    name: 'windows/edge',
    triggers: ['unit'],
    pattern: pattern(String.raw`\b(?<side>start|beginning|end)\s+of\s+the\s+(?<unit>week|month|year)\b(?!\s+\d)`),
    read: ({ groups }) => {
      const reference = around(groups.unit, groups.side);
      return reference && { reference };
    },
  },
];
