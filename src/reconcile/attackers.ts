import type { Claim, CountValue } from '../model/index.ts';
import { isPart } from './scope.ts';

/** List attackers told as part of a total, by id of the total. */
export function findParts(attackers: readonly Claim[]): ReadonlyMap<string, CountValue> {
  const parts = attackers.flatMap((claim): [string, CountValue][] => {
    const { of, value } = claim;
    return of !== undefined && isPart(claim) && value.kind === 'count' ? [[of, value]] : [];
  });
  return new Map(parts);
}
