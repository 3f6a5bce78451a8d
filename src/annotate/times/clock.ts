import { pattern, type TimeParse, type TimeRule } from './rule.ts';

/** Times of the day without a day: "at 6:30 p.m.", "1830 GMT", "around noon", "in the evening". */

const zone = String.raw`(?:\s*\(?(?:GMT|UTC|ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|BST|CET|CEST|IST|local(?:\s+time)?)\b\)?)`;
const clock: TimeParse = { reference: { kind: 'context', unit: 'day', amount: 0 }, role: 'clock' };

function at(hour: number, minute: number): TimeParse | undefined {
  if (hour > 24 || minute > 59) return undefined;
  const part = hour < 5 || hour >= 21 ? 'night' : hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
  return { ...clock, part };
}

export const clockRules: readonly TimeRule[] = [
  {
    name: 'clock/twelve-hours',
    triggers: ['clock', 'numeric'],
    pattern: pattern(
      String.raw`(?<![\d.:/-])(?<hour>1[0-2]|0?[1-9])(?:[:.](?<minute>[0-5]\d))?\s*(?<half>[ap])(?:\.\s?m\b\.?|m\b)${zone}?`,
    ),
    read: ({ groups }) =>
      at((Number(groups.hour) % 12) + (groups.half?.toLowerCase() === 'p' ? 12 : 0), Number(groups.minute ?? 0)),
  },
  {
    name: 'clock/twenty-four-hours',
    triggers: ['clock'],
    pattern: pattern(
      String.raw`(?:(?<=\b(?:at|around|about|by|before|after|until|from|approximately|nearly|shortly)\s+)(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?![\d:])${zone}?|(?<![\d:.,])(?<zhour>[01]?\d|2[0-4]):?(?<zminute>[0-5]\d)(?:${zone}|\s*(?:hours|hrs)\b))`,
    ),
    read: ({ groups }) => at(Number(groups.hour ?? groups.zhour), Number(groups.minute ?? groups.zminute)),
  },
  {
    name: 'clock/named',
    triggers: ['daypart'],
    pattern: pattern(
      String.raw`(?<=\b(?:at|around|about|by|before|after|until|since|near|past|shortly\s+after)\s+)(?<word>dawn|dusk|noon|midday|midnight|night)\b`,
    ),
    read: ({ groups }) => {
      const word = groups.word?.toLowerCase();
      const part =
        word === 'dawn'
          ? 'morning'
          : word === 'noon' || word === 'midday'
            ? 'afternoon'
            : word === 'dusk'
              ? 'evening'
              : 'night';
      return { ...clock, part };
    },
  },
  {
    name: 'clock/part-of-day',
    triggers: ['daypart'],
    pattern: pattern(
      String.raw`(?<=\b(?:in|during)\s+)the\s+(?:(?:early|late|predawn|pre-dawn)\s+)?(?<word>morning|afternoon|evening|night)\b(?!\s+of\b)`,
    ),
    read: ({ groups }) => {
      const word = groups.word?.toLowerCase();
      const part = word === 'morning' || word === 'afternoon' || word === 'evening' ? word : 'night';
      return { ...clock, part };
    },
  },
];
