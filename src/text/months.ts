import words from '../../data/calendar-words.json' with { type: 'json' };

/** Names of the months as they are written, January first. */
export const monthNames: readonly string[] = words.months;

const starts = monthNames.map((name) => name.slice(0, 3).toLowerCase());

/** Pattern of the first three letters of a month, with which its name and every abbreviation of it begin. */
export const monthStart = `(?:${starts.join('|')})`;

/** Number a month by its name or an abbreviation of it, 1 = January; 0 where it is none. */
export function numberMonth(name: string): number {
  return starts.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
