import holidays from '../../../data/time-holidays.json' with { type: 'json' };
import { dayValue } from '../../model/index.ts';
import { isoDay } from '../../text/calendar.ts';
import { pattern, type TimeRule } from './rule.ts';
import { oneOf, yearPattern } from './words.ts';

/** Feasts that fall on the same day every year, with their year or without; days that became names. */

const byName = new Map(
  holidays.flatMap((holiday) => holiday.names.map((name) => [name.toLowerCase(), holiday] as const)),
);
const lettered = holidays.flatMap(({ names }) => names).filter((name) => /[A-Za-z]/.test(name));
const figured = holidays.flatMap(({ names }) => names).filter((name) => !/[A-Za-z]/.test(name));

export const holidayRules: readonly TimeRule[] = [
  {
    name: 'holidays/fixed',
    triggers: ['holiday', 'month'],
    pattern: pattern(`\\b(?<name>${oneOf(lettered)})\\b(?:,?\\s+(?:of\\s+)?${yearPattern()})?`),
    read: ({ groups, match }) => {
      const holiday = byName.get((groups.name ?? '').toLowerCase().replace(/\s+/g, ' '));
      if (holiday === undefined || !/^[A-Z]/.test(match)) return undefined;
      const { month, day } = holiday;
      if (groups.year !== undefined) {
        return { reference: { kind: 'absolute', value: dayValue(isoDay(Number(groups.year), month, day)) } };
      }
      return { reference: { kind: 'calendar', month, day, direction: 'past' } };
    },
  },
  {
    name: 'holidays/figures',
    triggers: ['numeric'],
    pattern: pattern(`(?<![\\d./-])(?<name>${oneOf(figured)})(?![\\dA-Za-z/]|\\.\\d)`),
    read: ({ groups }) => {
      const holiday = byName.get(groups.name ?? '');
      if (holiday?.year === undefined) return undefined;
      const { year, month, day } = holiday;
      return { reference: { kind: 'absolute', value: dayValue(isoDay(year, month, day)) } };
    },
  },
];
