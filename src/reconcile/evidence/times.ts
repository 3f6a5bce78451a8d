import { type Claim, toDayNumber } from '../../model/index.ts';
import type { Archive } from './witnesses.ts';

/** When a figure was given: days since 1970-01-01, and the instant in milliseconds where a clock time is stated. */
export interface ReportTime {
  readonly day: number;
  readonly instant?: number;
  /** True where it is only known that it was not given before `day`. */
  readonly open?: boolean;
}

/**
 * Tell when a claim was made: the time its words state, else the day its article reports from.
 *
 * A day that was only taken over from the story dates the event, not the figure. Such a report, and one without any date,
 * is known to be no older than the latest day it states as past: nobody reports what has not happened yet.
 */
export function timeOfClaim(claim: Claim, archive: Archive): ReportTime | undefined {
  const asOf = claim.asOf;
  if (asOf?.how === 'stated') return readTime(asOf.value);
  const reported = archive.reportDays[claim.article];
  if (reported !== undefined) {
    if (reported.how === 'story') return readOpenTime(claim, archive);
    const time = archive.reportTimes.get(claim.article);
    const stated = asOf === undefined ? undefined : readTime(asOf.value);
    return stated !== undefined && stated.day === time?.day ? stated : time;
  }
  return asOf?.how === 'published' ? readTime(asOf.value) : readOpenTime(claim, archive);
}

/** Tell when a claim was reported, whatever time its words are true of; undefined where its article has no date. */
export function reportTimeOf(claim: Claim, archive: Archive): ReportTime | undefined {
  if (claim.asOf?.how !== 'stated') return timeOfClaim(claim, archive);
  const { asOf: _stated, ...rest } = claim;
  return timeOfClaim(rest, archive);
}

function readOpenTime(claim: Claim, archive: Archive): ReportTime | undefined {
  const day = archive.notBefore.get(claim.article);
  return day === undefined ? undefined : { day, open: true };
}

/** Read an ISO day or instant, UTC where no zone is given; undefined for anything else. */
export function readTime(value: string): ReportTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return undefined;
  const day = toDayNumber(value);
  if (!Number.isFinite(day)) return undefined;
  if (!value.includes('T')) return { day };
  const instant = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? value : `${value}Z`);
  if (!Number.isFinite(instant)) return { day };
  return { day: Math.floor(instant / 86_400_000), instant };
}

/** Tell whether `a` is surely before `b`: an earlier day, or an earlier instant of the same day. Unknown is never before. */
export function isBefore(a: ReportTime | undefined, b: ReportTime | undefined): boolean {
  if (a === undefined || b === undefined || a.open === true) return false;
  if (a.day !== b.day) return a.day < b.day;
  return a.instant !== undefined && b.instant !== undefined && a.instant < b.instant;
}

/** Give the newest of some times; undefined where none is known. */
export function newestOf(times: readonly (ReportTime | undefined)[]): ReportTime | undefined {
  return times.reduce((newest, time) => (newest === undefined || isBefore(newest, time) ? time : newest), undefined);
}
