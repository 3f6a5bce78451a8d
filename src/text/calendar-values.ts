import { type DateValue, type Precision, toDayNumber, toIsoDay } from '../model/index.ts';

export type PeriodPart = 'early' | 'mid' | 'late';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** Months that open a northern season, as EDTF level 1 numbers them. */
const seasons: Readonly<Record<Season, { readonly code: number; readonly month: number }>> = {
  spring: { code: 21, month: 3 },
  summer: { code: 22, month: 6 },
  autumn: { code: 23, month: 9 },
  winter: { code: 24, month: 12 },
};

/** Parts of a month and of a year after the UCDP GED Codebook: days 1-10, 10-20, 15-end; months 1-4, 5-8, 9-12. */
const monthParts: Readonly<Record<PeriodPart, readonly [number, number]>> = {
  early: [1, 10],
  mid: [10, 20],
  late: [15, 31],
};
const yearParts: Readonly<Record<PeriodPart, readonly [number, number]>> = {
  early: [1, 4],
  mid: [5, 8],
  late: [9, 12],
};
/** Years of a decade; neighbours do not overlap because no codebook asks for it. */
const decadeParts: Readonly<Record<PeriodPart, readonly [number, number]>> = {
  early: [0, 3],
  mid: [4, 6],
  late: [7, 9],
};

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

/** Write an ISO day; the caller vouches for its parts. */
export function isoDay(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Count the days of a month, 1 = January. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Tell whether a day stands in the calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Tell the weekday of a day number, 0 = Sunday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** Name the precision of a stretch of days, by the steps of UCDP's date_prec. */
function precisionOfDays(days: number): Precision {
  if (days <= 1) return 'day';
  if (days <= 6) return 'days';
  if (days === 7) return 'week';
  if (days <= 31) return 'month';
  if (days <= 124) return 'season';
  return days <= 366 ? 'year' : 'years';
}

/** Make the date of a stretch of ISO days, both inclusive; `precision` defaults to its length. */
export function spanValue(earliest: string, latest: string, precision?: Precision): DateValue {
  const days = toDayNumber(latest) - toDayNumber(earliest) + 1;
  return {
    kind: 'date',
    edtf: earliest === latest ? earliest : `${earliest}/${latest}`,
    earliest,
    latest,
    precision: precision ?? precisionOfDays(days),
  };
}

/** Make the date of a calendar month. */
export function monthValue(year: number, month: number): DateValue {
  const start = isoDay(year, month, 1);
  const end = isoDay(year, month, daysInMonth(year, month));
  return { ...spanValue(start, end, 'month'), edtf: start.slice(0, 7) };
}

/** Make the date of whole months, both inclusive. */
export function monthsValue(fromYear: number, fromMonth: number, toYear: number, toMonth: number): DateValue {
  if (fromYear === toYear && fromMonth === toMonth) return monthValue(fromYear, fromMonth);
  const from = monthValue(fromYear, fromMonth);
  const to = monthValue(toYear, toMonth);
  return { ...spanValue(from.earliest, to.latest), edtf: `${from.edtf}/${to.edtf}` };
}

/** Make the date of a calendar year, or of whole years, both inclusive. */
export function yearsValue(from: number, to: number = from): DateValue {
  const edtf = from === to ? pad(from, 4) : `${pad(from, 4)}/${pad(to, 4)}`;
  return { ...spanValue(isoDay(from, 1, 1), isoDay(to, 12, 31), from === to ? 'year' : 'years'), edtf };
}

/** Make the date of "early March", "mid-March", "late March". */
export function monthPartValue(year: number, month: number, part: PeriodPart): DateValue {
  const [from, to] = monthParts[part];
  return spanValue(isoDay(year, month, from), isoDay(year, month, Math.min(to, daysInMonth(year, month))), 'month');
}

/** Make the date of "early 1999", "mid-1999", "late 1999". */
export function yearPartValue(year: number, part: PeriodPart): DateValue {
  const [from, to] = yearParts[part];
  return { ...monthsValue(year, from, year, to), precision: 'season' };
}

/** Make the date of a decade from its first year, or of a part of it. */
export function decadeValue(start: number, part?: PeriodPart): DateValue {
  if (part !== undefined) {
    const [from, to] = decadeParts[part];
    return yearsValue(start + from, start + to);
  }
  return { ...yearsValue(start, start + 9), edtf: `${pad(start, 4).slice(0, 3)}X` };
}

/** Tell the first month of a season in the north. */
export function seasonMonth(season: Season): number {
  return seasons[season].month;
}

/**
 * Make the date of a season of a year, northern half of the globe.
 *
 * A year's winter may be the one it begins or the one it ends in, so both are kept.
 */
export function seasonValue(year: number, season: Season): DateValue {
  const { code, month } = seasons[season];
  const span = season === 'winter' ? monthsValue(year - 1, 12, year + 1, 2) : monthsValue(year, month, year, month + 2);
  return { ...span, edtf: `${pad(year, 4)}-${code}`, precision: 'season' };
}

/** Make the date of the week, Monday to Sunday, that holds a day. */
export function weekValue(dayNumber: number): DateValue {
  const monday = dayNumber - ((weekdayOf(dayNumber) + 6) % 7);
  return spanValue(toIsoDay(monday), toIsoDay(monday + 6), 'week');
}

/** Add months to a day's month; days are dropped. */
export function addMonths(
  year: number,
  month: number,
  amount: number,
): { readonly year: number; readonly month: number } {
  const index = year * 12 + month - 1 + amount;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}
