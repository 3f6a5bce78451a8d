import {
  type AttributeReading,
  type Claim,
  type CountAttribute,
  type CountRecord,
  type CountValue,
  exactly,
  type IncidentType,
} from '../model/index.ts';
import type { Question } from './choice.ts';
import { type Accepted, explainDifference } from './differences.ts';
import type { Echoes } from './echoes.ts';
import { sortClaims } from './echoes.ts';
import { explainCount, type Judged } from './explain.ts';
import { type Figure, openFigure } from './figures.ts';
import { gradeFigure } from './grades.ts';
import { settleMoves } from './moves.ts';
import { sortBy } from './order.ts';
import type { Policy } from './policies/index.ts';
import { claimsOf, groupVariants } from './readings.ts';
import { settleScope } from './scope.ts';
import { capitalise, sayNumber } from './sentences.ts';
import { readStatus } from './status.ts';
import { settleUpdates } from './updates.ts';
import { type Archive, countIndependent } from './witnesses.ts';

/** What counting needs to know besides the claims of one attribute. */
export interface Counting {
  readonly archive: Archive;
  readonly policy: Policy;
  readonly freshDays: number;
  readonly type: IncidentType;
  /** Every claim of the run, by id. */
  readonly claims: ReadonlyMap<string, Claim>;
}

/** Dead or hurt attackers of the same incident: their record, and who is told as part of which total. */
export interface Attackers {
  readonly record: CountRecord | undefined;
  readonly partOf: ReadonlyMap<string, CountValue>;
}

/** Name the attribute that counts attackers for those that count victims. */
export const attackerAttributes: Readonly<Partial<Record<CountAttribute, CountAttribute>>> = {
  killed: 'perpetratorsKilled',
  injured: 'perpetratorsInjured',
};

/**
 * Reconcile the claims of one counted attribute of one incident into its record; every claim is in exactly one reading.
 *
 * `dead` are the claims of single persons killed, for an attribute whose people may have died since.
 */
export function reconcileCount(
  echoes: Echoes,
  attackers: Attackers,
  counting: Counting,
  dead: readonly Claim[] = [],
): CountRecord {
  const { archive, policy } = counting;
  const figures = openFigures(echoes.own, attackers, counting);
  const scoped = settleScope(figures, counting.claims);
  const variants = groupVariants(
    settleUpdates(settleMoves(scoped, dead, archive), archive, counting.freshDays),
    archive,
  );
  const independent: Question['independent'] = (some) => countIndependent(claimsOf(some), archive);
  const standing = variants.filter((variant) => variant.standing.length > 0);
  const answer = policy.answer({ variants: standing, independent, freshDays: counting.freshDays });
  const accepted: Accepted = { answer, attackers: attackers.record?.best ?? undefined };
  const judged: Judged[] = variants.map((variant) => ({ variant, explained: explainDifference(variant, accepted) }));
  const kept = standing.filter((variant) => !answer.aside.has(variant.key));
  const status = readStatus(kept, variants, answer.accepted, independent);
  const record: CountRecord = {
    low: answer.low,
    best: answer.best,
    high: answer.high,
    status,
    grade: gradeFigure(status, answer.best, variants, independent),
    policy: policy.name,
    rule: answer.rule,
    why: explainCount(answer, judged, archive),
    readings: [
      ...sortBy(judged, ({ explained }) => [explained === undefined ? 0 : 1]).map((one) =>
        writeReading(one, echoes, answer.aside.has(one.variant.key)),
      ),
      ...writeUncounted(echoes, archive),
    ],
  };
  return policy.countsAttackers(counting.type) ? addAttackers(record, attackers.record) : record;
}

function openFigures(claims: readonly Claim[], attackers: Attackers, counting: Counting): Figure[] {
  const known = attackers.record?.best ?? null;
  return claims.flatMap((claim) => {
    if (claim.value.kind !== 'count') return [];
    const told = attackers.partOf.get(claim.id);
    const among = claim.victims?.includes('perpetrators') === true && known !== null ? exactly(known) : undefined;
    return [openFigure(claim, claim.value, told ?? among, counting)];
  });
}

function writeReading({ variant, explained }: Judged, echoes: Echoes, aside: boolean): AttributeReading {
  const own = claimsOf(variant.figures);
  const note = explained?.note ?? variant.figures.find((figure) => figure.note !== undefined)?.note;
  return {
    value: variant.value,
    claims: listWitnesses(own, echoes),
    independentSources: variant.independent,
    ...(explained === undefined ? {} : { difference: explained.difference }),
    ...(note === undefined ? {} : { note }),
    used: variant.standing.length > 0 && !aside,
  };
}

/** List claims and those that only repeat them, where they stand. */
export function listWitnesses(own: readonly Claim[], echoes: Echoes): readonly string[] {
  const all = own.flatMap((claim) => [claim, ...(echoes.repeats.get(claim.id) ?? [])]);
  return sortClaims(all).map((claim) => claim.id);
}

/** Keep what claims to count but holds no count, so that no claim is lost. */
function writeUncounted(echoes: Echoes, archive: Archive): AttributeReading[] {
  return echoes.own
    .filter((claim) => claim.value.kind !== 'count')
    .map((claim) => ({
      value: claim.value,
      claims: listWitnesses([claim], echoes),
      independentSources: countIndependent([claim], archive),
      difference: 'unexplained',
      note: 'It is no count.',
      used: false,
    }));
}

/** Add dead or hurt attackers to a record of victims, for policies that count everyone. */
function addAttackers(record: CountRecord, attackers: CountRecord | undefined): CountRecord {
  const more = attackers?.best ?? 0;
  if (attackers === undefined || more === 0) return record;
  // A bound that no figure gives stays open; only where nobody counts victims do attackers stand alone.
  const none = record.low === null && record.high === null;
  const add = (count: number | null, by: number | null): number | null =>
    count === null ? (none ? by : null) : count + (by ?? more);
  return {
    ...record,
    low: add(record.low, attackers.low),
    best: add(record.best, attackers.best),
    high: add(record.high, attackers.high),
    why: `${record.why} ${capitalise(sayNumber(more))} attacker${more === 1 ? ' is' : 's are'} counted with them.`,
  };
}

/** Make the record of an attribute for which only attackers are told. */
export function countAttackersAlone(attackers: CountRecord): CountRecord {
  return {
    ...attackers,
    why: `No report counts victims; the figure is that of the attackers. ${attackers.why}`,
    readings: [],
  };
}
