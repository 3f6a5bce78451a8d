import type { Claim, CountValue } from '../model/index.ts';
import { numberOf } from './numbers.ts';
import { groupBy } from './order.ts';
import { isPart } from './scope.ts';

/**
 * List attackers told as part of a total, by id of the total: in so many words, or as what a report adds to its own toll.
 *
 * "19 dead; with the three attackers, 22": 22 is 19 and 3 of one report, so it counts them.
 */
export function findParts(attackers: readonly Claim[], victims: readonly Claim[]): ReadonlyMap<string, CountValue> {
  const told = attackers;
  const parts = told.flatMap((claim): [string, CountValue][] => {
    const { of, value } = claim;
    return of !== undefined && isPart(claim) && value.kind === 'count' ? [[of, value]] : [];
  });
  // A part of a sum and the sum itself are no two tolls.
  const whole = victims.filter(
    ({ scope, of, parts }) => parts === undefined && (scope === 'total' || of === undefined),
  );
  const tolls = groupBy(whole, ({ article }) => article);
  const sums = told.flatMap(({ article, value, scope, modality }): [string, CountValue][] => {
    const more = value.kind === 'count' && scope === 'total' && modality === 'asserted' ? value : undefined;
    const added = more === undefined ? undefined : numberOf(more);
    if (more === undefined || added === undefined || added < 1) return [];
    const own = (tolls.get(article) ?? []).flatMap((claim): { id: string; number: number }[] => {
      const number = claim.value.kind === 'count' ? numberOf(claim.value) : undefined;
      return number === undefined ? [] : [{ id: claim.id, number }];
    });
    const numbers = new Set(own.map(({ number }) => number));
    return own.flatMap(({ id, number }): [string, CountValue][] =>
      number > 2 * added && numbers.has(number - added) ? [[id, more]] : [],
    );
  });
  return new Map([...sums, ...parts]);
}
