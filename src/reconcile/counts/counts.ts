import {
  type AttributeReading,
  type Claim,
  type CountAttribute,
  type CountRecord,
  type CountValue,
  countTable,
  defined,
  exactly,
  type IncidentType,
  sortBy,
} from '../../model/index.ts';
import { type FigureRuling, listShaping, type Rulings, rule, sayRejection, sayRuling } from '../decisions/rulings.ts';
import { writeCollapsed } from '../evidence/collapse.ts';
import { type DuplicateClaims, sortClaims } from '../evidence/duplicate-claims.ts';
import { type Archive, countIndependent } from '../evidence/witnesses.ts';
import { type AcceptedFigure, explainDifference } from '../explain/differences.ts';
import { explainCount, type JudgedVariant } from '../explain/explain.ts';
import { gradeFigure } from '../explain/grades.ts';
import { capitalise, sayNumber } from '../explain/sentences.ts';
import { readStatus } from '../explain/status.ts';
import type { Policy } from '../policies/index.ts';
import type { PolicyAnswer } from '../policies/policy.ts';
import type { Attackers, AttackerToll, AttributeEvidence } from './attribute-evidence.ts';
import type { PolicyQuestion } from './choice.ts';
import { type Figure, openFigure, setRole } from './figures.ts';
import { addHistory } from './history.ts';
import { cacheOne, type JudgementCache } from './judgement-cache.ts';
import { settleMoves } from './moves.ts';
import { numberOf } from './numbers.ts';
import { claimsOf, groupVariants, type Variant } from './readings.ts';
import { settleScope } from './scope.ts';
import { settleUpdates } from './updates.ts';
import { askReports, type ReportMajority } from './votes.ts';

/** What judging a counted attribute needs besides its claims. */
export interface CountContext {
  readonly archive: Archive;
  readonly policy: Policy;
  readonly freshDays: number;
  readonly type: IncidentType;
  /** Last day, counted from 1970-01-01, on which a death is of an accident; undefined where any day is. */
  readonly lastDeathDay: number | undefined;
  /** Every claim of the run, by id. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** What people decided of this incident. */
  readonly rulings: Rulings;
  /** Results of this incident already worked out. */
  readonly cache: JudgementCache;
}

/** One judgement of an attribute: every variant, and what the policy makes of those that stand. */
export interface CountJudgement {
  readonly variants: readonly Variant[];
  readonly answer: PolicyAnswer;
  readonly independent: PolicyQuestion['independent'];
}

/** Judge claims under the policy, and under what people decided. */
export function judgeCount(told: AttributeEvidence, counting: CountContext, whole: boolean): CountJudgement {
  const { attribute, own, attackers, dead, votes } = told;
  const { archive, policy, freshDays, cache } = counting;
  const scoped = settleScope(openFigures(own, attackers, counting), counting.claims, cache);
  const verdict = askReports(votes, attribute, freshDays);
  const updated = settleUpdates(settleMoves(scoped.together, dead, archive), archive, { freshDays, cache });
  const settled = verdict === undefined ? updated : restoreBacked(updated, scoped.alone, verdict);
  // Only standing figures are judged; the others are grouped into variants where the record is to show them.
  const shown = whole ? settled : settled.filter(({ role }) => role === 'standing');
  const variants = groupVariants(shown, archive, cache);
  const independent: PolicyQuestion['independent'] = (some) => countIndependent(claimsOf(some), archive);
  const standing = variants.filter((variant) => variant.standing.length > 0);
  const question = { variants: standing, attribute, independent, freshDays };
  const answer = policy.answer(verdict === undefined ? question : { ...question, verdict });
  return { variants, answer: rule(attribute, answer, variants, counting.rulings), independent };
}

/** Reconcile the claims of one counted attribute of one incident into its record; every claim is in exactly one reading. */
export function reconcileCount(
  told: AttributeEvidence,
  duplicates: DuplicateClaims,
  counting: CountContext,
): CountRecord {
  const { archive, policy, rulings } = counting;
  const { attribute, attackers } = told;
  const { variants, answer, independent } = judgeCount(told, counting, true);
  const accepted: AcceptedFigure = { answer, attackers: attackers.record?.best ?? undefined };
  const judged: JudgedVariant[] = variants.map((variant) => ({
    variant,
    explained: explainDifference(variant, accepted),
  }));
  const kept = variants.filter((variant) => variant.standing.length > 0 && !answer.aside.has(variant.key));
  const ruling = rulings.figures.get(attribute);
  const status = ruling?.unknown === true ? 'unknown' : readStatus(kept, variants, answer.accepted, independent);
  const shaping = listShaping(attribute, told.own, rulings);
  const record: CountRecord = {
    low: answer.low,
    best: answer.best,
    high: answer.high,
    status,
    grade: gradeFigure(status, answer.best, variants, independent),
    policy: policy.name,
    rule: answer.rule,
    why: sayWhy(ruling, explainCount(answer, judged, archive)),
    readings: [
      ...sortBy(judged, ({ explained }) => [explained === undefined ? 0 : 1]).map((one) =>
        writeReading(one, duplicates, answer.aside.has(one.variant.key), archive),
      ),
      ...writeUncounted(duplicates, archive),
    ],
    ...(answer.notes === undefined || answer.notes.length === 0 ? {} : { notes: answer.notes }),
    ...(shaping.length === 0 ? {} : { decisions: shaping }),
  };
  const adds = policy.countsAttackers(counting.type) && ruling?.value === undefined && ruling?.unknown === undefined;
  // A person may accept a claim that the rules had set aside.
  const accepts = ruling?.claims !== undefined;
  const whole = adds ? addAttackers(record, attackers.record) : record;
  return addHistory(
    whole,
    told,
    (part) => {
      const { answer: then } = judgeCount(part, counting, accepts);
      return adds ? addCounts(then, part.attackers.record) : then;
    },
    archive,
  );
}

/** Say what a person settled before what the policy makes of it; of what was left open the policy has nothing to say. */
function sayWhy(ruling: FigureRuling | undefined, explained: string): string {
  if (ruling?.unknown === true) return sayRuling(ruling);
  return [ruling === undefined ? '' : sayRuling(ruling), explained].join(' ').trim();
}

/** Judge the claims of one report as if it were the only one; gives its number, 0 where it counts nobody. */
export function judgeReport(told: AttributeEvidence, counting: CountContext): number {
  if (told.own.length === 0) return 0;
  const { together } = settleScope(openFigures(told.own, told.attackers, counting), counting.claims, counting.cache);
  const standing = together.filter(({ role }) => role === 'standing');
  const numbers = new Set(standing.map(({ counts }) => numberOf(counts)).filter((number) => number !== undefined));
  const [number = 0] = numbers;
  if (numbers.size < 2 && !together.some(({ role }) => role === 'partial')) return number;
  return judgeCount(told, counting, false).answer.best ?? 0;
}

/** Let figures that give the majority's number stand though another report set them aside; revised ones stay out. */
function restoreBacked(
  settled: readonly Figure[],
  alone: readonly Figure[],
  verdict: ReportMajority,
): readonly Figure[] {
  const before = new Map(alone.map((figure) => [figure.claim.id, figure]));
  return settled.map((figure) => {
    const own = before.get(figure.claim.id);
    const backed =
      own?.role === 'standing' && verdict.articles.has(own.claim.article) && numberOf(own.counts) === verdict.number;
    const restored = figure.role === 'subset' || figure.role === 'scope' || figure.role === 'later';
    return backed && restored ? own : figure;
  });
}

function openFigures(claims: readonly Claim[], attackers: Attackers, counting: CountContext): Figure[] {
  const known = attackers.record?.best ?? null;
  return claims.flatMap((claim) => {
    if (claim.value.kind !== 'count') return [];
    const told = attackers.partOf.get(claim.id);
    const among = claim.victims?.includes('perpetrators') === true && known !== null ? exactly(known) : undefined;
    const figure = openOnce(claim, claim.value, told ?? among, counting);
    const rejected = counting.rulings.rejected.get(claim.id);
    if (rejected !== undefined) return [setRole(figure, 'rejected', sayRejection(rejected))];
    return [tellsLateDeath(figure, counting.lastDeathDay) ? setRole(figure, 'scope', lateDeath) : figure];
  });
}

const lateDeath = 'It counts deaths of later days than are reckoned to the accident.';

/** Tell whether a figure counts people who died after the last day that is of the accident: "a passenger has died", two months on. */
function tellsLateDeath({ claim, time }: Figure, lastDay: number | undefined): boolean {
  if (lastDay === undefined || time === undefined || countTable[claim.attribute as CountAttribute].harm !== 'dead')
    return false;
  return time.day > lastDay && (claim.accumulation === 'new' || claim.scope === 'additional' || tellsRise(claim));
}

/** A toll that is said to have risen; a plain figure of a late report is the toll as it was. */
const tellsRise = ({ accumulation }: Claim): boolean => accumulation === 'running';

function openOnce(claim: Claim, value: CountValue, attackers: CountValue | undefined, counting: CountContext): Figure {
  if (attackers !== undefined) return openFigure(claim, value, attackers, counting);
  return cacheOne(counting.cache.opened, claim, () => openFigure(claim, value, undefined, counting));
}

function writeReading(
  { variant, explained }: JudgedVariant,
  duplicates: DuplicateClaims,
  aside: boolean,
  archive: Archive,
): AttributeReading {
  const own = claimsOf(variant.figures);
  const note = explained?.note ?? variant.figures.find((figure) => figure.note !== undefined)?.note;
  return {
    value: variant.value,
    claims: listWitnesses(own, duplicates),
    independentSources: variant.independent,
    ...(explained === undefined ? {} : { difference: explained.difference }),
    ...defined({ note }),
    used: variant.standing.length > 0 && !aside,
    ...writeCollapsed(own, duplicates, archive),
  };
}

/** List claims and those that only repeat them, where they stand. */
export function listWitnesses(own: readonly Claim[], duplicates: DuplicateClaims): readonly string[] {
  const all = own.flatMap((claim) => [claim, ...(duplicates.repeats.get(claim.id) ?? [])]);
  return sortClaims(all).map((claim) => claim.id);
}

/** Keep what claims to count but holds no count, so that no claim is lost. */
function writeUncounted(duplicates: DuplicateClaims, archive: Archive): AttributeReading[] {
  return duplicates.own
    .filter((claim) => claim.value.kind !== 'count')
    .map((claim) => ({
      value: claim.value,
      claims: listWitnesses([claim], duplicates),
      independentSources: countIndependent([claim], archive),
      difference: 'unexplained',
      note: 'It is no count.',
      used: false,
    }));
}

/** Add dead or hurt attackers to a record of victims, for policies that count everyone. */
function addAttackers(record: CountRecord, attackers: AttackerToll | undefined): CountRecord {
  const more = attackers?.best ?? 0;
  if (attackers === undefined || more === 0) return record;
  return {
    ...record,
    ...addCounts(record, attackers),
    why: `${record.why} ${capitalise(sayNumber(more))} attacker${more === 1 ? ' is' : 's are'} counted with them.`,
  };
}

type Counts = Pick<CountRecord, 'low' | 'best' | 'high'>;

function addCounts({ low, best, high }: Counts, attackers: Counts | undefined): Counts {
  const more = attackers?.best ?? 0;
  if (attackers === undefined || more === 0) return { low, best, high };
  // A bound that no figure gives stays open; only where nobody counts victims do attackers stand alone.
  const none = low === null && high === null;
  const add = (count: number | null, by: number | null): number | null =>
    count === null ? (none ? by : null) : count + (by ?? more);
  return { low: add(low, attackers.low), best: add(best, attackers.best), high: add(high, attackers.high) };
}

/** Make the record of an attribute of which reports count attackers only. */
export function countAttackersAlone(attackers: CountRecord): CountRecord {
  return {
    ...attackers,
    why: `No report counts victims; the figure is that of the attackers. ${attackers.why}`,
    readings: [],
  };
}
