import { type DateEvidence, defined, type TimeExpression, toDayNumber, toIsoDay } from '../../model/index.ts';
import { resolveTold } from '../../text/calendar.ts';
import type { LinkDocument } from '../documents/document.ts';
import { findFullDates } from './absolute.ts';

/** What one article can say about the day of its story. */
export interface AnchorEvidence {
  readonly document: LinkDocument;
  /** Words that tell the day of its main incident from the day of reporting ("Friday"); absent where it states the date. */
  readonly relative?: TimeExpression;
  /** Day of the main incident if the page's date is right. */
  readonly impliedDay?: number;
  /** Day of the main incident stated in full. */
  readonly statedDay?: number;
  /** True where the first words for the day are a weekday's: only these can be held against another date. */
  readonly byWeekday: boolean;
  /** Full dates elsewhere in the text. */
  readonly fullDates: readonly number[];
  /** Other days stated of the main incident, under the page's own date. */
  readonly otherDays: readonly number[];
}

/** How far each kind of page evidence vouches for the day of publication. */
const evidenceWeights: Readonly<Record<DateEvidence, number>> = {
  metadata: 1,
  dateline: 0.9,
  url: 0.9,
  page: 0.8,
  feed: 0.7,
  story: 0,
};

const statedWeight = 1;
const nextDayWeight = 0.5;
const textWeight = 0.6;
const nearTextWeight = 0.3;
/** A report of the first week still calls the day by its name. */
export const weekdayReach = 6;

function isShortRange({ reference }: TimeExpression): boolean {
  return reference.kind === 'weekday' || (reference.kind === 'offset' && reference.unit === 'day');
}

/** Resolve to a single day, as days since 1970-01-01. */
function resolveDay(time: TimeExpression, anchorDay: number): number | undefined {
  const value = resolveTold(time, toIsoDay(anchorDay));
  return value !== undefined && value.earliest === value.latest ? toDayNumber(value.earliest) : undefined;
}

/** Gather what one article states about the day of its story: "Friday", a full date, the page's date. */
export function askArticle(document: LinkDocument): AnchorEvidence {
  const told = document.main?.when.filter((time) => time.role === 'point') ?? [];
  const relative = told.find(isShortRange);
  const absolute = told.find(
    ({ reference }) => reference.kind === 'absolute' && reference.value.earliest === reference.value.latest,
  );
  const statedDay =
    absolute?.reference.kind === 'absolute' ? toDayNumber(absolute.reference.value.earliest) : undefined;
  const { publishedDay } = document;
  const underPage = (time: TimeExpression) => (publishedDay === undefined ? undefined : resolveDay(time, publishedDay));
  const impliedDay = relative === undefined ? undefined : underPage(relative);
  return {
    document,
    ...defined({ relative, impliedDay, statedDay }),
    byWeekday: told[0]?.reference.kind === 'weekday',
    fullDates: findFullDates(document.reading.article),
    otherDays: told.flatMap((time) => (time === relative ? [] : (underPage(time) ?? []))),
  };
}

/** Tell whether the words for the day fit a day of the calendar: "Friday" only a Friday. */
export function fitsWeekday(witness: AnchorEvidence, day: number): boolean {
  const reference = witness.relative?.reference;
  if (reference === undefined) return false;
  // 1970-01-01 was a Thursday.
  return reference.kind !== 'weekday' || (((day + 4) % 7) + 7) % 7 === reference.weekday;
}

/** Weigh how far an article vouches for the main incident having been on a day, 0..1. */
export function vouchFor(witness: AnchorEvidence, day: number): number {
  const how = witness.document.reading.article.published?.how;
  const page = how === undefined ? 0 : evidenceWeights[how];
  const near = witness.fullDates.some((date) => date > day && date <= day + weekdayReach);
  return Math.max(
    witness.statedDay === day ? statedWeight : 0,
    witness.impliedDay === day ? page : 0,
    witness.impliedDay !== undefined && Math.abs(witness.impliedDay - day) === 1 ? page * nextDayWeight : 0,
    witness.fullDates.includes(day) ? textWeight : 0,
    near ? nearTextWeight : 0,
  );
}
