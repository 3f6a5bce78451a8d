import {
  type DateValue,
  dayValue,
  type Precision,
  type TimeExpression,
  type TimeReference,
  toDayNumber,
  toIsoDay,
} from '../model/index.ts';
import {
  addMonths,
  daysInMonth,
  isCalendarDay,
  isoDay,
  monthPartValue,
  monthsValue,
  monthValue,
  seasonValue,
  spanValue,
  weekdayOf,
  weekValue,
  yearsValue,
} from './calendar-values.ts';

export * from './calendar-anchor.ts';
export * from './calendar-values.ts';

type Of<Kind extends TimeReference['kind']> = Extract<TimeReference, { readonly kind: Kind }>;

/**
 * Days after the anchor within which a day and month without a year is read as ahead although nothing says so.
 *
 * Reports leave the year out within the year: eleven months back would carry it, five weeks ahead need not.
 */
const dayAheadDays = 60;
/** How far back a weekday stated with a day and month may pick the year: every combination returns within 12 years. */
const weekdayYears = 12;
/** Days before the anchor within which even a day announced as ahead is not put off for a year: reports are posted late. */
const dayBehindDays = 30;
/** Distance from the anchor within which a day and month outweigh the weekday stated with them. */
const slipDays = 10;
/** "recent years", "a few weeks ago": the top of "several". */
const vagueAmount = 9;
/** "past few days" after the UCDP GED Codebook. */
const pastFewDays = 3;

/**
 * Resolve a time against the day its text was published and the time stated last in it: "Monday" in a text of 7 May 2024 is 6 May.
 *
 * `anchorDay` is an ISO day; without it only absolute and context references resolve. `contextDate` is the date that
 * "two days later" or "the same month" counts from. Nothing is sharpened: a coarse reference gives a coarse date.
 * Rules: UCDP GED Codebook for parts of months and years, past days, weekends and last week. "Friday" is the nearest on
 * or before the anchor, "last Friday" the nearest strictly before it, "next Friday" the nearest on or after.
 */
export function resolveReference(
  reference: TimeReference,
  anchorDay: string | undefined,
  contextDate?: DateValue,
): DateValue | undefined {
  if (reference.kind === 'absolute') return reference.value;
  if (reference.kind === 'context') {
    return contextDate === undefined ? undefined : resolveContext(reference, contextDate);
  }
  if (reference.kind === 'stretch') return resolveStretch(reference, anchorDay, contextDate);
  const anchor = anchorDay === undefined ? Number.NaN : toDayNumber(anchorDay);
  if (Number.isNaN(anchor)) return undefined;
  switch (reference.kind) {
    case 'weekday':
      return dayValue(toIsoDay(resolveWeekday(reference.weekday, reference.direction, anchor)));
    case 'offset':
      return resolveOffset(reference, anchor);
    case 'calendar':
      return resolveCalendar(reference, anchor);
    case 'window':
      return resolveWindow(reference, anchor);
  }
}

/** Resolve a time told in an article; where it counts from another day than that of print, that day is resolved first. */
export function resolveTold(
  { reference, countsFrom }: Pick<TimeExpression, 'reference' | 'countsFrom'>,
  anchorDay: string | undefined,
  contextDate?: DateValue,
): DateValue | undefined {
  const day = countsFrom === undefined ? undefined : resolveReference(countsFrom, anchorDay);
  return resolveReference(reference, day?.latest ?? anchorDay, contextDate);
}

/** Count the first day of a stretch back from its last: "from Friday to Monday" begins on the Friday before that Monday. */
function resolveStretch(
  { from, to }: Of<'stretch'>,
  anchorDay: string | undefined,
  contextDate: DateValue | undefined,
): DateValue | undefined {
  const last = resolveReference(to, anchorDay, contextDate);
  const first = last && resolveReference(from, last.latest, contextDate);
  if (last === undefined || first === undefined) return undefined;
  return first.earliest <= last.latest ? spanValue(first.earliest, last.latest) : last;
}

function yearAndMonth(dayNumber: number): { readonly year: number; readonly month: number } {
  const day = toIsoDay(dayNumber);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

function resolveWeekday(weekday: number, direction: Of<'weekday'>['direction'], from: number): number {
  const back = (weekdayOf(from) - weekday + 7) % 7;
  if (direction === 'past') return from - back;
  if (direction === 'last') return from - (back === 0 ? 7 : back);
  return from + ((7 - back) % 7);
}

/** Count whole weeks, months and years as the calendar's: "two weeks ago" is a Monday to Sunday. */
function resolveOffset({ unit, amount }: Of<'offset'>, anchor: number): DateValue {
  if (unit === 'day') return dayValue(toIsoDay(anchor + amount));
  if (unit === 'week') return weekValue(anchor + 7 * amount);
  const { year, month } = yearAndMonth(anchor);
  if (unit === 'month') {
    const target = addMonths(year, month, amount);
    return monthValue(target.year, target.month);
  }
  const target = year + amount;
  // Round tens are approximate: "30 years ago" is not one year.
  const slack = Math.abs(amount) >= 10 && amount % 10 === 0 ? Math.abs(amount) / 10 : 0;
  return slack === 0 ? yearsValue(target) : { ...yearsValue(target - slack, target + slack), edtf: `${target}~` };
}

/** Give the date a calendar reference has in one year, if that year has it. */
function calendarIn(reference: Of<'calendar'>, year: number): DateValue | undefined {
  const { month, day, lastDay, part, season } = reference;
  if (season !== undefined) return seasonValue(year, season);
  if (day === undefined) return part === undefined ? monthValue(year, month) : monthPartValue(year, month, part);
  if (!isCalendarDay(year, month, day)) return undefined;
  const first = isoDay(year, month, day);
  if (lastDay === undefined || lastDay <= day) return dayValue(first);
  return isCalendarDay(year, month, lastDay) ? spanValue(first, isoDay(year, month, lastDay)) : undefined;
}

function resolveCalendar(reference: Of<'calendar'>, anchor: number): DateValue | undefined {
  const { year } = yearAndMonth(anchor);
  if (reference.years !== undefined) return calendarIn(reference, year + reference.years);
  const plain = nearestInDirection(reference, anchor);
  if (reference.weekday === undefined) return plain;
  // Close to the anchor a weekday that does not fit is a slip of the weekday, not of the year.
  if (plain !== undefined && Math.abs(toDayNumber(plain.earliest) - anchor) <= slipDays) return plain;
  return nearestOnWeekday(reference, reference.weekday, anchor) ?? plain;
}

function nearestInDirection(reference: Of<'calendar'>, anchor: number): DateValue | undefined {
  const { year } = yearAndMonth(anchor);
  // Nine years hold at least one 29 February.
  for (let step = 0; step <= 9; step += 1) {
    const value = calendarIn(reference, reference.direction === 'next' ? year - 1 + step : year + 1 - step);
    if (value !== undefined && standsWhereTold(value, reference, anchor)) return value;
  }
  return undefined;
}

function standsWhereTold(value: DateValue, reference: Of<'calendar'>, anchor: number): boolean {
  const earliest = toDayNumber(reference.season === 'winter' ? `${value.edtf.slice(0, 4)}-01-01` : value.earliest);
  const latest = toDayNumber(value.latest);
  if (reference.direction === 'next') return latest >= anchor - (reference.day === undefined ? 0 : dayBehindDays);
  if (reference.direction === 'last') return latest < anchor;
  return earliest <= anchor + (reference.day === undefined ? 0 : dayAheadDays);
}

function nearestOnWeekday(reference: Of<'calendar'>, weekday: number, anchor: number): DateValue | undefined {
  const { year } = yearAndMonth(anchor);
  const fitting: { readonly value: DateValue; readonly distance: number }[] = [];
  for (let candidate = year - weekdayYears; candidate <= year + 1; candidate += 1) {
    const value = calendarIn(reference, candidate);
    if (value === undefined) continue;
    const first = toDayNumber(value.earliest);
    if (weekdayOf(first) === weekday) fitting.push({ value, distance: Math.abs(first - anchor) });
  }
  return fitting.sort((a, b) => a.distance - b.distance)[0]?.value;
}

function resolveWindow(window: Of<'window'>, anchor: number): DateValue {
  const { year, month } = yearAndMonth(anchor);
  switch (window.name) {
    case 'past-days':
      return resolvePast(window, anchor);
    case 'weekend':
      return resolveWeekend(window.amount ?? 0, anchor);
    case 'overnight':
      return spanValue(toIsoDay(anchor - 1), toIsoDay(anchor));
    case 'this-week':
      return clip(weekValue(anchor), window.side, anchor);
    case 'this-month':
      return clip(monthValue(year, month), window.side, anchor);
    case 'this-year':
      return clip(yearsValue(year), window.side, anchor);
    case 'year-start':
      return monthValue(year, 1);
  }
}

/** Keep what lies on one side of the anchor; the precision stays that of the whole. */
function clip(whole: DateValue, side: Of<'window'>['side'], anchor: number): DateValue {
  const day = toIsoDay(anchor);
  if (side === 'earlier' && day < whole.latest) return spanValue(whole.earliest, day, whole.precision);
  if (side === 'later' && day > whole.earliest) return spanValue(day, whole.latest, whole.precision);
  return whole;
}

/** Count back from the anchor: a stated amount up to and with it, "past few days" up to the day before. */
function resolvePast({ unit = 'day', amount }: Of<'window'>, anchor: number): DateValue {
  if (unit === 'day' && amount === undefined) return spanValue(toIsoDay(anchor - pastFewDays), toIsoDay(anchor - 1));
  const count = amount ?? vagueAmount;
  const latest = toIsoDay(anchor);
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'day' ? count : 7 * count;
    return spanValue(toIsoDay(anchor - days), latest, pastPrecision(unit, count));
  }
  const { year, month } = yearAndMonth(anchor);
  const back = addMonths(year, month, unit === 'month' ? -count : -12 * count);
  const day = Math.min(Number(latest.slice(8)), daysInMonth(back.year, back.month));
  return spanValue(isoDay(back.year, back.month, day), latest, pastPrecision(unit, count));
}

function pastPrecision(unit: Of<'offset'>['unit'], count: number): Precision | undefined {
  if (count !== 1) return undefined;
  return unit === 'day' ? 'days' : unit;
}

/** Saturday and Sunday: the weekend the anchor stands in or has just left, the last whole one (−1), the next (1). */
function resolveWeekend(amount: number, anchor: number): DateValue {
  const saturday = resolveWeekday(6, 'past', anchor);
  const inside = anchor - saturday <= 1;
  const shift = amount > 0 ? 7 : amount < 0 && inside ? -7 : 0;
  return spanValue(toIsoDay(saturday + shift), toIsoDay(saturday + shift + 1));
}

function resolveContext(reference: Of<'context'>, context: DateValue): DateValue {
  const { unit, amount, month, weekday } = reference;
  const first = toDayNumber(context.earliest);
  const last = toDayNumber(context.latest);
  if (weekday !== undefined) {
    const direction = amount > 0 ? 'next' : amount < 0 ? 'last' : 'past';
    return dayValue(toIsoDay(resolveWeekday(weekday, direction, amount > 0 ? last + 1 : first)));
  }
  if (unit === 'day') {
    if (amount === 0) return context;
    return spanValue(toIsoDay(first + amount), toIsoDay(last + amount), context.precision);
  }
  if (unit === 'week') {
    return spanValue(
      weekValue(first + 7 * amount).earliest,
      weekValue(last + 7 * amount).latest,
      last - first < 7 ? undefined : context.precision,
    );
  }
  const from = yearAndMonth(first);
  const to = yearAndMonth(last);
  if (unit === 'year') {
    if (month === undefined) return yearsValue(from.year + amount, to.year + amount);
    return from.year === to.year
      ? monthValue(from.year + amount, month)
      : yearsValue(from.year + amount, to.year + amount);
  }
  const start = addMonths(from.year, from.month, amount);
  const end = addMonths(to.year, to.month, amount);
  return monthsValue(start.year, start.month, end.year, end.month);
}
