import type { DateValue, Incident } from '../../model/index.ts';
import { monthNames } from '../../text/months.ts';

/** Seasons and parts of a year, by the numbers after the 12 months that EDTF gives them (ISO 8601-2, 4.8): "2024-21" is spring. */
const seasons: Readonly<Record<string, string>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  25: 'northern spring',
  26: 'northern summer',
  27: 'northern autumn',
  28: 'northern winter',
  29: 'southern spring',
  30: 'southern summer',
  31: 'southern autumn',
  32: 'southern winter',
  33: 'first quarter of',
  34: 'second quarter of',
  35: 'third quarter of',
  36: 'fourth quarter of',
  37: 'first third of',
  38: 'second third of',
  39: 'last third of',
  40: 'first half of',
  41: 'second half of',
};

const qualifiers: Readonly<Record<string, string>> = { '~': 'about', '?': 'possibly', '%': 'possibly about' };

/** Print an ISO day, month or instant in words: "22 March 2024", "March 2024", "22 March 2024, 19:10". */
export function formatDay(iso: string, style: 'long' | 'short' = 'long'): string {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?/.exec(iso);
  if (found === null) return iso;
  const [, year = '', month, day, time] = found;
  const name = month === undefined ? undefined : monthNames[Number(month) - 1];
  if (name === undefined) return year;
  const monthName = style === 'short' ? name.slice(0, 3) : name;
  const words = day === undefined ? `${monthName} ${year}` : `${Number(day)} ${monthName} ${year}`;
  return time === undefined || style === 'short' ? words : `${words}, ${time}`;
}

/** Print a range of days: "22–24 March 2024", "30 March to 2 April 2024". */
export function formatDays(earliest: string, latest: string): string {
  if (earliest === latest) return formatDay(earliest);
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return `${Number(earliest.slice(8, 10))}–${formatDay(latest)}`;
  const from = formatDay(earliest);
  return `${earliest.slice(0, 4) === latest.slice(0, 4) ? from.replace(/ \d{4}$/, '') : from} to ${formatDay(latest)}`;
}

/**
 * Print an EDTF date (ISO 8601-2, levels 0 to 2) in words; text that is no EDTF is returned unchanged.
 *
 * "2014-09/2014-12" is "September to December 2014", "201X" "the 2010s", "2014-21" "spring 2014", "2014~" "about 2014".
 */
export function formatEdtf(edtf: string, style: 'long' | 'short' = 'long'): string {
  const choice = /^\[(.+)\]$/.exec(edtf);
  if (choice !== null) return joinDates(choice[1] ?? '', ' or ');
  const all = /^\{(.+)\}$/.exec(edtf);
  if (all !== null) return joinDates(all[1] ?? '', ' and ');
  const [from = '', to, more] = edtf.split('/');
  if (to === undefined || more !== undefined) return formatSide(edtf, style);
  if (isOpen(to)) return isOpen(from) ? 'at some time' : `from ${formatSide(from, style)} on`;
  if (isOpen(from)) return `until ${formatSide(to, style)}`;
  return formatStretch(from, to, style);
}

function joinDates(list: string, joint: string): string {
  return list
    .split(',')
    .map((part) => formatEdtf(part.trim()))
    .join(joint);
}

function isOpen(side: string): boolean {
  return side === '' || side === '..';
}

/** Print a range of two dates, with the year once where both have the same: "September to December 2014". */
function formatStretch(from: string, to: string, style: 'long' | 'short'): string {
  if (from === to) return formatSide(from, style);
  const day = /^\d{4}-\d{2}-\d{2}$/;
  if (style === 'long' && day.test(from) && day.test(to)) return formatDays(from, to);
  const plain = /^\d{4}-/;
  const sameYear = plain.test(from) && plain.test(to) && from.slice(0, 4) === to.slice(0, 4);
  const first = formatSide(from, style);
  return `${sameYear ? first.replace(/ \d{4}$/, '') : first} to ${formatSide(to, style)}`;
}

function formatSide(side: string, style: 'long' | 'short'): string {
  const found = /^([~?%]?)(.*?)([~?%]?)$/.exec(side);
  const qualifier = qualifiers[found?.[1] ?? ''] ?? qualifiers[found?.[3] ?? ''];
  const words = formatPoint(found?.[2] ?? side, style);
  return qualifier === undefined ? words : `${qualifier} ${words}`;
}

function formatPoint(point: string, style: 'long' | 'short'): string {
  const loose = /^(\d{4})(?:-(\d{2}))?(?:-XX){1,2}$/.exec(point);
  if (loose !== null) return formatDay([loose[1], loose[2]].filter((part) => part !== undefined).join('-'), style);
  const decade = /^(\d{3})X$/.exec(point);
  if (decade !== null) return `the ${decade[1]}0s`;
  const century = /^(\d{2})XX$/.exec(point);
  if (century !== null) return `the ${ordinal(Number(century[1]) + 1)} century`;
  const season = /^(\d{4})-(\d{2})$/.exec(point);
  const name = seasons[season?.[2] ?? ''];
  if (name !== undefined) return `${name.endsWith(' of') ? 'the ' : ''}${name} ${season?.[1]}`;
  return formatDay(point, style);
}

function ordinal(number: number): string {
  const ends = ['th', 'st', 'nd', 'rd'];
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teen ? 'th' : (ends[number % 10] ?? 'th')}`;
}

/** Spell out every ISO day in a sentence: "published 2024-03-22" becomes "published 22 March 2024". */
export function spellDays(words: string): string {
  return words.replace(/(?<![\d/_-])\d{4}-\d{2}-\d{2}(?![\d/_-])/g, (iso) => formatDay(iso));
}

/** Print a date no more precisely than the report states it. */
export function formatDate(
  value: Pick<DateValue, 'edtf' | 'earliest' | 'latest' | 'precision'>,
  style: 'long' | 'short' = 'long',
): string {
  const { edtf, earliest, latest, precision } = value;
  if (earliest === latest) return formatDay(earliest, style);
  // For "early March" the days are an interpretation by the codebook, so the month alone is printed.
  const isCut = edtf.includes('/') && (precision === 'month' || precision === 'year');
  return isCut ? formatDay(earliest.slice(0, precision === 'month' ? 7 : 4), style) : formatEdtf(edtf, style);
}

/** Print when an incident was, as precisely as is known. */
export function formatWhen({ date }: Pick<Incident, 'date'>, style: 'long' | 'short' = 'long'): string {
  const { value, earliest, latest, precision } = date;
  if (value === null) return 'date not stated';
  if (earliest === undefined || latest === undefined) return formatEdtf(value, style);
  return formatDate({ edtf: value, earliest, latest, precision }, style);
}
