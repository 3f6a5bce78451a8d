import { groupBy } from '../../model/index.ts';
import type { ReportTime } from '../evidence/times.ts';
import { type Figure, isImplied } from './figures.ts';
import { numberOf } from './numbers.ts';

/** Two reports share a toll smaller than this by chance. */
const leastCited = 3;

/**
 * Date reports without a day by the tolls they cite: nobody cites what has not been said yet.
 *
 * A report that tells, beside its own total, a smaller figure that a dated report gives as its total came out after that
 * one. Its time stays open: it is known not to be earlier than half a day after.
 * Yes: "the board counts 23; the authority's last count was 22". No: a class of the dead ("22 of them soldiers").
 */
export function orderCitations(figures: readonly Figure[]): readonly Figure[] {
  const undated = figures.filter(({ time }) => time === undefined || time.open === true);
  if (undated.length === 0 || undated.length === figures.length) return figures;
  const dated = figures.filter(
    (figure) =>
      figure.time !== undefined && figure.time.open !== true && figure.role === 'standing' && !isImplied(figure),
  );
  const days = groupBy(dated, (figure) => `${numberOf(figure.counts)}`);
  const times = new Map<string, ReportTime>();
  for (const { claim, role, counts, time } of undated) {
    const number = numberOf(counts) ?? 0;
    if (role !== 'subset' || number < leastCited || (claim.victims ?? []).length > 0) continue;
    const cited = (days.get(`${number}`) ?? []).filter((one) => one.claim.article !== claim.article);
    const day = Math.max(-1, ...cited.map((one) => one.time?.day ?? -1)) + 0.5;
    const known = times.get(claim.article)?.day ?? time?.day ?? 0;
    if (day > known) times.set(claim.article, { day, open: true });
  }
  return times.size === 0 ? figures : figures.map((figure) => ({ ...figure, time: dateAnew(figure, times) }));
}

function dateAnew({ claim, time }: Figure, times: ReadonlyMap<string, ReportTime>): ReportTime | undefined {
  const later = times.get(claim.article);
  return time === undefined || time.open === true ? (later ?? time) : time;
}
