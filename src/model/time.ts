import type { Range } from './span.ts';
import type { DateValue } from './value.ts';

export type TimeUnit = 'day' | 'week' | 'month' | 'year';

/** A time as the words give it, before any anchor: what is needed to resolve it again under another one. */
export type TimeReference =
  /** Complete by itself: "22 March 2024", "in late 2014", "the 1990s". */
  | { readonly kind: 'absolute'; readonly value: DateValue }
  /** 0 = Sunday. `past` is the nearest one before or on the anchor day, `last` the one of the week before where the text says "last". */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly direction: 'past' | 'last' | 'next' }
  /** "yesterday" −1 day, "last year" −1 year, "two weeks ago" −2 week, "tomorrow" +1 day. */
  | { readonly kind: 'offset'; readonly unit: TimeUnit; readonly amount: number }
  /** "March 22", "in May", "early March" without a year: the nearest in `direction`. */
  | {
      readonly kind: 'calendar';
      readonly month: number;
      readonly day?: number;
      readonly part?: 'early' | 'mid' | 'late';
      readonly direction: 'past' | 'last' | 'next';
      /** Last day of a stretch within the month: "March 3-5". */
      readonly lastDay?: number;
      /** Weekday stated with it ("Friday, March 22"), 0 = Sunday; it fixes the year. */
      readonly weekday?: number;
      /** Years from the anchor's own where stated: "in November last year" is −1. */
      readonly years?: number;
      /** Set where a season is stated; `month` is then its first month. */
      readonly season?: 'spring' | 'summer' | 'autumn' | 'winter';
    }
  /** "the past few days", "over the weekend", "this month", "at the start of the year". */
  | {
      readonly kind: 'window';
      readonly name: 'past-days' | 'weekend' | 'this-week' | 'this-month' | 'this-year' | 'year-start' | 'overnight';
      /** Of `past-days`: "the past two weeks" is week and 2; "recent years" is year without an amount. Of `weekend`: −1 last, 1 next. */
      readonly unit?: TimeUnit;
      readonly amount?: number;
      /** "earlier this month" ends at the anchor, "later this month" begins there. */
      readonly side?: 'earlier' | 'later';
    }
  /** "the same month", "two days later", "the next day", "in November of the same year": counted from the time stated last, not from the anchor. */
  | {
      readonly kind: 'context';
      readonly unit: TimeUnit;
      readonly amount: number;
      readonly month?: number;
      /** "the following Monday", 0 = Sunday. */
      readonly weekday?: number;
    }
  /** "from Monday to Thursday", "late Monday into Tuesday": the days between two. */
  | { readonly kind: 'stretch'; readonly from: TimeReference; readonly to: TimeReference };

/** What the expression does in its sentence. */
export type TimeRole = 'point' | 'since' | 'until' | 'duration' | 'frequency' | 'clock';

/** A stretch of text that tells a time. */
export interface TimeExpression extends Range {
  readonly reference: TimeReference;
  readonly role: TimeRole;
  /** Part of the day where said ("night" matters for "last night" after midnight). */
  readonly part?: 'morning' | 'afternoon' | 'evening' | 'night';
  /**
   * The day it counts from where that is not the day of print: of a quotation the day it was spoken ("on Wednesday he said: 'this morning …'"),
   * far east of the printer the day it was there already.
   */
  readonly countsFrom?: TimeReference;
  /** True where the value depends on no anchor: a complete date, or one counted from an earlier complete date. */
  readonly fixed?: boolean;
  /** Resolved against the article's own anchor; absent where there was none. */
  readonly value?: DateValue;
  readonly rule: string;
}

const dayMs = 86_400_000;

/** Turn an ISO day into days since 1970-01-01, UTC. */
export function toDayNumber(isoDay: string): number {
  return Math.floor(Date.parse(`${isoDay.slice(0, 10)}T00:00:00Z`) / dayMs);
}

/** Turn days since 1970-01-01 into an ISO day. */
export function toIsoDay(dayNumber: number): string {
  return new Date(dayNumber * dayMs).toISOString().slice(0, 10);
}

/** Days a thing may have happened on, as days since 1970-01-01, both inclusive. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** Turn a date into its span of days. */
export function daysOf(date: DateValue): Days {
  return { first: toDayNumber(date.earliest), last: toDayNumber(date.latest) };
}

/** Count the days between two spans; 0 where they overlap. */
export function gapDays(a: Days, b: Days): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}

/** Make a date of one day. */
export function dayValue(isoDay: string): DateValue {
  const day = isoDay.slice(0, 10);
  return { kind: 'date', edtf: day, earliest: day, latest: day, precision: 'day' };
}

/** Tell whether two dates can be the same day, allowing `slackDays` between their edges. */
export function datesMeet(a: DateValue, b: DateValue, slackDays = 0): boolean {
  return (
    toDayNumber(a.earliest) <= toDayNumber(b.latest) + slackDays &&
    toDayNumber(b.earliest) <= toDayNumber(a.latest) + slackDays
  );
}
