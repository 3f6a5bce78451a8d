import terms from '../../../data/time-words.json' with { type: 'json' };

/** Build the pattern text of a choice of words, longest first, with dots and quotes taken literally. */
export function oneOf(words: readonly string[]): string {
  const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')).join('|')})`;
}

const longMonths = terms.months.map(([name]) => name ?? '');
const shortMonths = terms.months.flatMap(([, ...short]) => short);
const longWeekdays = terms.weekdays.map(([name]) => name ?? '');
const shortWeekdays = terms.weekdays.flatMap(([, ...short]) => short);

function indexOfForms(forms: readonly (readonly string[])[], base: number): ReadonlyMap<string, number> {
  return new Map(forms.flatMap((names, index) => names.map((name) => [name.toLowerCase(), index + base] as const)));
}

const monthIndex = indexOfForms(terms.months, 1);
const weekdayIndex = indexOfForms(terms.weekdays, 0);
const numbers: ReadonlyMap<string, number> = new Map(Object.entries(terms.numbers));

const dot = String.raw`\.?`;
const ends = '(?![A-Za-z])';

/** A month in full or short. */
export function monthPattern(group = 'month'): string {
  return `\\b(?<${group}>(?:${oneOf(longMonths)}|${oneOf(shortMonths)}${dot})${ends})`;
}

/** A month in full, or short with its dot: fit to stand without a number. */
export function bareMonthPattern(group = 'month'): string {
  return `\\b(?<${group}>(?:${oneOf(longMonths)}|${oneOf(shortMonths)}\\.)${ends})`;
}

/** A weekday in full or short. */
export function weekdayPattern(group = 'weekday'): string {
  return `\\b(?<${group}>(?:${oneOf(longWeekdays)}|${oneOf(shortWeekdays)}${dot})${ends})`;
}

/** A weekday in full. */
export function longWeekdayPattern(group = 'weekday'): string {
  return `\\b(?<${group}>${oneOf(longWeekdays)})`;
}

/** A day of the month, 1 to 31, with or without its ordinal ending. */
export function dayPattern(group = 'day'): string {
  return `(?<![\\d.,:/$£€-])(?<${group}>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\dA-Za-z])`;
}

/** A year 1800 to 2099; what follows may be glued text ("2015.The") but no further number. */
export function yearPattern(group = 'year'): string {
  return `(?<${group}>(?:1[89]|20)\\d\\d)(?!\\d|[.,:/]\\d|[a-z])`;
}

/** A count in digits or words. */
export function countPattern(group = 'count'): string {
  return `\\b(?<${group}>\\d{1,3}|${oneOf([...numbers.keys()])})(?![\\d,.]\\d)`;
}

/** "a few", "several", "a couple of". */
export const vagueCount = `(?:a\\s+)?${oneOf(terms.vagueNumbers)}`;

/** Nouns that make the number before them a count: "In March 22 people". */
export const countNoun = oneOf(terms.countNouns);

/** What may not follow a number that is to be a day or a year. */
export const notCounted = `(?!\\s*%|\\s*[ap]\\.?m\\b|[\\s-]+${countNoun}\\b)`;

/** Read a month's number, 1 = January; undefined where lower case makes it a verb ("may", "march"). */
export function monthNumber(surface: string | undefined): number | undefined {
  if (surface === undefined || !/^[A-Z]/.test(surface)) return undefined;
  return monthIndex.get(surface.toLowerCase().replace('.', ''));
}

/** Read a weekday's number, 0 = Sunday. */
export function weekdayNumber(surface: string | undefined): number | undefined {
  if (surface === undefined || !/^[A-Z]/.test(surface)) return undefined;
  return weekdayIndex.get(surface.toLowerCase().replace('.', ''));
}

/** Read a count in digits or words. */
export function readCount(surface: string | undefined): number | undefined {
  if (surface === undefined) return undefined;
  return /^\d+$/.test(surface) ? Number(surface) : numbers.get(surface.toLowerCase());
}

/** Read "early", "beginning of", "mid", "end of" as a part of a longer time. */
export function readPart(surface: string | undefined): 'early' | 'mid' | 'late' | undefined {
  if (surface === undefined) return undefined;
  if (/^(?:early|beginning|start|earlier)/i.test(surface)) return 'early';
  return /^mid/i.test(surface) ? 'mid' : 'late';
}

/** Words before a month, year or decade that cut a part out of it. */
export const partPrefix = String.raw`\b(?<part>early|mid|late|(?:beginning|start|middle|end)\s+of)[\s-]+(?:in\s+)?`;
