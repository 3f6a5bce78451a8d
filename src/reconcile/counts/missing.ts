import type { CountRecord } from '../../model/index.ts';
import { newestOf, type ReportTime, timeOfClaim } from '../evidence/times.ts';
import { capitalise, sayNumber } from '../explain/sentences.ts';
import type { CountContext } from './counts.ts';

type Known = Pick<CountContext, 'archive' | 'claims'>;

/**
 * Count the missing with the dead, as data sets do that presume them dead: 12 dead and 3 missing are 12 to 15, best 15.
 *
 * Missing told of on an earlier day than the newest toll may be among its dead and are not added. The history stays that of
 * the dead alone.
 */
export function countMissing(
  dead: CountRecord | undefined,
  missing: CountRecord | undefined,
  known: Known,
): CountRecord | undefined {
  const more = missing?.best ?? 0;
  if (missing === undefined || more === 0) return dead;
  if (dead === undefined) {
    return {
      ...missing,
      low: 0,
      why: `No report counts any dead; the figure is that of the missing, who are presumed dead. ${missing.why}`,
      readings: [],
    };
  }
  const [toll, gone] = [timeOf(dead, known), timeOf(missing, known)];
  const words = `${capitalise(sayNumber(more))} missing`;
  if (toll !== undefined && gone !== undefined && gone.day < toll.day) {
    return { ...dead, why: `${dead.why} ${words} of an earlier day may be among them and are not added.` };
  }
  return {
    ...dead,
    best: dead.best === null ? null : dead.best + more,
    high: dead.high === null ? null : dead.high + (missing.high ?? more),
    why: `${dead.why} ${words} ${more === 1 ? 'is' : 'are'} counted with them.`,
  };
}

/** When the accepted figure was last given. */
function timeOf({ readings }: CountRecord, { archive, claims }: Known): ReportTime | undefined {
  const accepted = readings.filter(({ difference }) => difference === undefined).flatMap((one) => one.claims);
  return newestOf(
    accepted.flatMap((id) => {
      const claim = claims.get(id);
      return claim === undefined ? [] : [timeOfClaim(claim, archive)];
    }),
  );
}
