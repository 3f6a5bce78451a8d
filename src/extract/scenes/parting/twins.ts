import { gapDays } from '../../../model/index.ts';
import type { Unit } from './unit.ts';

/** From this number on one figure told twice of one fate is of one happening; smaller ones meet by chance. */
const telling = 40;

function figuresOf(group: readonly number[], units: readonly Unit[]): ReadonlyMap<string, number> {
  const figures = group.flatMap((at) => {
    const { finding, figure } = units[at] ?? {};
    return finding === undefined || figure === undefined ? [] : [[`${finding.fate} ${figure}`, figure] as const];
  });
  return new Map(figures);
}

/** Tell whether both groups name days and none of the one is any of the other. */
function areDaysApart(a: readonly number[], b: readonly number[], units: readonly Unit[]): boolean {
  const [own, other] = [a, b].map((group) => group.flatMap((at) => units[at]?.signs.days ?? []));
  if (own === undefined || other === undefined || own.length === 0 || other.length === 0) return false;
  return own.every((x) => other.every((y) => gapDays(x, y) > 0));
}

function areTwins(a: readonly number[], b: readonly number[], units: readonly Unit[]): boolean {
  const [own, other] = [figuresOf(a, units), figuresOf(b, units)];
  const shared = [...own].filter(([key]) => other.has(key));
  const isTelling = shared.length > 1 || shared.some(([, figure]) => figure >= telling);
  return isTelling && !areDaysApart(a, b, units);
}

/**
 * Put together groups that give the same figures: a bulletin that tells twice of "one killed and 16 hurt" tells of one attack.
 *
 * Yes: two figures of the same fates, or a large one. No: "two were killed" beside "two were killed", or figures of different days.
 */
export function joinTwins(
  groups: readonly (readonly number[])[],
  units: readonly Unit[],
): readonly (readonly number[])[] {
  const joined: (readonly number[])[] = [];
  for (const group of groups) {
    const at = joined.findIndex((other) => areTwins(other, group, units));
    if (at < 0) joined.push(group);
    else joined[at] = [...(joined[at] ?? []), ...group].toSorted((x, y) => x - y);
  }
  return joined;
}
