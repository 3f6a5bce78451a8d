import type { GvaRecord } from './record.ts';

/** Killed and injured as a simple method would count them. */
export interface Guess {
  readonly killed: number;
  readonly injured: number;
}

/** Give the commonest answer for every record. */
export function guessConstant(): Guess {
  return { killed: 0, injured: 1 };
}

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const number = `(\\d{1,2}|${words.join('|')})`;
const people =
  '(?:people|persons?|men|man|women|woman|teen(?:ager)?s?|victims?|boys?|girls?|children|others?|students?|suspects?)';
const dead = [
  new RegExp(`\\b${number} (?:\\w+ ){0,2}${people}? ?(?:\\w+ ){0,2}(?:killed|dead|died|slain)\\b`, 'i'),
  new RegExp(`\\b(?:killed|killing|claimed the lives of) (?:\\w+ )?${number} ${people}\\b`, 'i'),
];
const hurt = [
  new RegExp(`\\b${number} (?:\\w+ ){0,2}${people}? ?(?:\\w+ ){0,2}(?:injured|wounded|hurt|hospitalized|shot)\\b`, 'i'),
  new RegExp(`\\b(?:injur|wound)(?:ed|ing) (?:\\w+ )?${number}\\b`, 'i'),
];
/** The patterns for each attribute; the first group is the number. */
export const casualtyPatterns = { killed: dead, injured: hurt };

const oneDead = /\b(?:fatal(?:ly)?|homicide|murder(?:ed)?|died|dead|killed|slain|slaying)\b/i;
const oneHurt = /\b(?:injur(?:ed|y|ies)|wound(?:ed|s)?|hospital|shot in the|non-life-threatening)\b/i;

/** Search title and opening for the first printed number beside a word for death or injury; 0 where there is none. */
export function guessByNumbers(record: GvaRecord): Guess {
  const text = openingsOf(record);
  return { killed: firstNumber(text, dead) ?? 0, injured: firstNumber(text, hurt) ?? 0 };
}

/**
 * Count as `guessByNumbers` does, and further by the habits of this collection: where no number is printed, a word for death
 * means one killed, else a word for injury one hurt.
 */
export function guessByHabit(record: GvaRecord): Guess {
  const text = openingsOf(record);
  const killed = firstNumber(text, dead) ?? (oneDead.test(text) ? 1 : 0);
  return { killed, injured: firstNumber(text, hurt) ?? (oneHurt.test(text) && killed === 0 ? 1 : 0) };
}

function openingsOf(record: GvaRecord): string {
  return record.articles.map(({ title, text }) => `${title}. ${text.slice(0, 1500)}`).join('\n');
}

function firstNumber(text: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return numberOf(found);
  }
  return undefined;
}

/** Read a number in digits or as a word up to ten; undefined for other words. */
export function numberOf(printed: string): number | undefined {
  const word = words.indexOf(printed.toLowerCase());
  const count = word >= 0 ? word : Number(printed);
  return Number.isNaN(count) ? undefined : count;
}
