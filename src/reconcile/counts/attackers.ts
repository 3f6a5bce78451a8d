import { type Claim, type CountRecord, type CountValue, exactly, groupBy } from '../../model/index.ts';
import { type DuplicateClaims, valueKey } from '../evidence/duplicate-claims.ts';
import type { Attackers } from './attribute-evidence.ts';
import { numberOf } from './numbers.ts';
import { isPart } from './scope.ts';

type AttackerPart = readonly [total: string, attackers: CountValue];

/** Tell whether two claims of one report give the same number: "3 dead" in the headline, "three people have died" below. */
function givesSame(one: Claim, whole: Claim): boolean {
  return one.article === whole.article && valueKey(one.value) === valueKey(whole.value);
}

/** List attackers stated as part of a total ("12 dead, two of them attackers"), by id of the total and of claims that repeat it in that report. */
function listStatedParts(attackers: readonly Claim[], victims: readonly Claim[]): readonly AttackerPart[] {
  return attackers.flatMap((claim) => {
    const { of, value } = claim;
    if (of === undefined || !isPart(claim) || value.kind !== 'count') return [];
    const whole = victims.find(({ id }) => id === of);
    const same = victims.filter((one) => whole !== undefined && givesSame(one, whole));
    return [of, ...same.map(({ id }) => id)].map((id): AttackerPart => [id, value]);
  });
}

/** List attackers a report adds to its own toll: in "19 dead; with the three attackers, 22" the figure 22 holds 3. */
function listAdded(attackers: readonly Claim[], victims: readonly Claim[]): readonly AttackerPart[] {
  const tolls = groupBy(
    victims.filter(({ parts }) => parts === undefined),
    ({ article }) => article,
  );
  return attackers.flatMap(({ article, value, scope, modality }): AttackerPart[] => {
    const more = value.kind === 'count' && scope === 'total' && modality === 'asserted' ? value : undefined;
    const added = more === undefined ? 0 : (numberOf(more) ?? 0);
    if (more === undefined || added < 1) return [];
    const own = tolls.get(article) ?? [];
    return own.flatMap((whole): AttackerPart[] => {
      const number = printed(whole) ?? 0;
      // A stated part ("12 dead, nine of them miners") is not the toll without the attackers.
      const beside = own.some((toll) => toll.of !== whole.id && printed(toll) === number - added);
      return number > 2 * added && beside ? [[whole.id, more]] : [];
    });
  });
}

const printed = ({ value }: Claim): number | undefined => (value.kind === 'count' ? numberOf(value) : undefined);

/** Give the number of an exact count; "at least 11" fixes no sum and has none. */
const countOf = ({ value }: Claim): number | undefined =>
  value.kind === 'count' && value.max === value.min ? numberOf(value) : undefined;

/**
 * List figures of one report that come to what another gives for the victims and the attackers: "three dead" beside "he killed
 * his wife and son, then himself".
 */
function listImplied(attackers: readonly Claim[], victims: readonly Claim[], known: number): readonly AttackerPart[] {
  const telling = new Set(attackers.filter(({ modality }) => modality === 'asserted').map(({ article }) => article));
  // "Revised down from 19 to 17" counts whom the 19 counted: that a hospital's 14 of days before is 3 fewer adds up by chance.
  const revised = victims.filter(({ revisedFrom }) => revisedFrom !== undefined);
  const whole = victims.filter(
    (claim) =>
      claim.scope === 'total' && claim.modality === 'asserted' && !revised.some((one) => givesSame(claim, one)),
  );
  // A report that counts dead attackers and nobody else counts 0 victims.
  const victimless = [...telling].some((article) => !victims.some((claim) => claim.article === article));
  const told = new Set(whole.filter(({ article }) => telling.has(article)).map(countOf));
  const counts = victimless ? new Set([...told, 0]) : told;
  return whole.flatMap((claim): AttackerPart[] => {
    const count = countOf(claim);
    return count !== undefined && counts.has(count - known) ? [[claim.id, exactly(known)]] : [];
  });
}

/** List how many attackers each report counts in its own totals, by id of the total: as a stated part, or added. */
export function findParts(attackers: readonly Claim[], victims: readonly Claim[]): ReadonlyMap<string, CountValue> {
  return new Map([...listAdded(attackers, victims), ...listStatedParts(attackers, victims)]);
}

/** Tell which figures of victims hold attackers, and how many: as a stated part, added by the report, or found by adding up. */
export function findAttackers(
  record: CountRecord | undefined,
  attackers: DuplicateClaims | undefined,
  victims: DuplicateClaims | undefined,
): Attackers {
  const own = attackers?.own ?? [];
  const figures = victims?.own ?? [];
  const known = record?.best ?? 0;
  const implied = known > 0 ? listImplied(own, figures, known) : [];
  return { record, partOf: new Map([...implied, ...findParts(own, figures)]) };
}
