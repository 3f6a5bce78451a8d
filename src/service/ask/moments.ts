/** A date that words give: its first and last day, and where the words stand. */
export interface Moment {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

const months = Array.from({ length: 12 }, (_, at) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, at)).toLowerCase(),
);
const month = `(${months.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|')})`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '((?:19|20)\\d{2})';

/** Dates as they are written, with the places of year, month and day among what each holds. */
const forms: readonly (readonly [pattern: RegExp, year: number, month: number, day: number])[] = [
  [/\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b/g, 1, 2, 3],
  [new RegExp(`\\b${day}\\s+(?:of\\s+)?${month},?\\s+${year}\\b`, 'gi'), 3, 2, 1],
  [new RegExp(`\\b${month}\\s+${day},?\\s+${year}\\b`, 'gi'), 3, 1, 2],
  [new RegExp(`\\b${month},?\\s+${year}\\b`, 'gi'), 2, 1, 0],
  [new RegExp(`\\b${year}\\b`, 'g'), 1, 0, 0],
];

/** Find the dates that are written out in a text: days, months with their year, years. */
export function findMoments(text: string): readonly Moment[] {
  const found: Moment[] = [];
  // "31 June 2031" is no date, and no June either.
  const seen: { readonly start: number; readonly end: number }[] = [];
  for (const [pattern, yearAt, monthAt, dayAt] of forms)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (seen.some((one) => start < one.end && one.start < end)) continue;
      seen.push({ start, end });
      const number = monthAt === 0 ? undefined : readMonth(match[monthAt] ?? '');
      const days = spanOf(match[yearAt] ?? '', number, dayAt === 0 ? undefined : Number(match[dayAt]));
      if (days !== undefined) found.push({ ...days, start, end });
    }
  return found.sort((a, b) => a.start - b.start);
}

function readMonth(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  return months.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3))) + 1;
}

function spanOf(
  yearWord: string,
  monthNumber: number | undefined,
  dayNumber: number | undefined,
): Pick<Moment, 'from' | 'to'> | undefined {
  if (monthNumber === undefined) return { from: `${yearWord}-01-01`, to: `${yearWord}-12-31` };
  const last = new Date(Date.UTC(Number(yearWord), monthNumber, 0)).getUTCDate();
  if (monthNumber < 1 || monthNumber > 12 || (dayNumber ?? 1) < 1 || (dayNumber ?? 1) > last) return undefined;
  const write = (number: number): string => `${yearWord}-${pad(monthNumber)}-${pad(number)}`;
  return { from: write(dayNumber ?? 1), to: write(dayNumber ?? last) };
}

const pad = (number: number): string => String(number).padStart(2, '0');
