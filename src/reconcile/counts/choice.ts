import { type CountAttribute, sortBy } from '../../model/index.ts';
import { isBefore, newestOf } from '../evidence/times.ts';
import { type Figure, isImplied } from './figures.ts';
import { allows, isRoundingOf } from './numbers.ts';
import type { Variant } from './readings.ts';
import type { ReportMajority } from './votes.ts';

/** What a policy is asked: the variants still standing, and how to count witnesses that do not depend on each other. */
export interface PolicyQuestion {
  readonly variants: readonly Variant[];
  readonly attribute: CountAttribute;
  readonly independent: (figures: readonly Figure[]) => number;
  /** How long a better-placed speaker's figure holds against newer ones. */
  readonly freshDays: number;
  /** The number most reports come to, each judged as if it were the only one. */
  readonly verdict?: ReportMajority;
}

/** The steps of choosing, in the order they were needed; the last one names the rule that decided. */
export type ChoiceStep =
  | 'only'
  | 'newest'
  | 'closer'
  | 'speaker'
  | 'support'
  | 'witnesses'
  | 'whole'
  | 'median'
  | 'lowest';

/** The chosen variant and what decided. */
export interface FigureChoice {
  readonly variant: Variant;
  readonly step: ChoiceStep;
}

/**
 * Count the independent witnesses whose words allow a number: "at least 133" does not speak against 137.
 */
function countSupport(count: number, question: PolicyQuestion): number {
  const figures = question.variants.flatMap((variant) => variant.standing).filter((figure) => !figure.partisan);
  return question.independent(figures.filter((figure) => allows(figure.counts, count)));
}

/**
 * Choose the newest figure of the best-placed speaker; ties go to the number most independent witnesses allow.
 *
 * A better-placed speaker's figure gives way to one newer by more than `freshDays`. Dates that are not known order nothing.
 * Under `tie: 'median'` the largest figure of one voice of one report is the whole, and what still ties goes to the weighted median;
 * under `tie: 'lowest'` it goes to the lower figure.
 */
export function chooseFigure(
  question: PolicyQuestion,
  candidates: readonly Variant[],
  tie: 'median' | 'lowest',
): FigureChoice | undefined {
  const printed = candidates.filter((variant) => variant.number !== undefined);
  const explicit = printed.filter((variant) => variant.standing.some((figure) => !isImplied(figure)));
  // Of reports that only describe single persons, the one that describes most of them left out the fewest.
  let left = explicit.length > 0 ? explicit : keepBest(printed, (variant) => variant.number ?? 0);
  let step: ChoiceStep = 'only';
  const narrow = (keep: () => readonly Variant[], name: ChoiceStep): void => {
    if (left.length < 2) return;
    const next = keep();
    if (next.length === 0 || next.length === left.length) return;
    if (new Set(left.map((variant) => variant.number)).size > 1) step = name;
    left = [...next];
  };
  narrow(() => left.filter((variant) => isFresh(variant, left, question.freshDays)), 'newest');
  narrow(() => left.filter((variant) => !left.some((other) => risesTo(variant, other))), 'newest');
  narrow(() => left.filter((variant) => !left.some((other) => saysCloser(other, variant))), 'closer');
  narrow(() => keepBest(left, (variant) => -variant.tier), 'speaker');
  narrow(() => left.filter((variant) => !left.some((other) => isBefore(variant.newest, other.newest))), 'newest');
  narrow(() => keepBest(left, (variant) => countSupport(variant.number ?? 0, question)), 'support');
  narrow(() => keepBest(left, (variant) => variant.independent), 'witnesses');
  if (tie === 'median') {
    narrow(() => (areOneVoice(left) ? keepBest(left, (variant) => variant.number ?? 0) : left), 'whole');
    narrow(() => keepNearest(left, weighMedian(question) ?? 0), 'median');
  }
  narrow(() => keepBest(left, (variant) => -(variant.number ?? 0)), 'lowest');
  const variant = sortBy(left, (one) => [Number(one.doubted), one.value.qualifier ?? '', one.key])[0];
  return variant === undefined ? undefined : { variant, step };
}

/** "The toll rose to 27" on a later day is newer than any 20 before it, whoever gave that. */
function risesTo(earlier: Variant, later: Variant): boolean {
  const [own, day] = [earlier.newest, later.newest];
  if (own === undefined || day === undefined || day.open === true || day.day <= own.day) return false;
  const isRunning = later.standing.some(({ claim }) => claim.accumulation === 'running');
  return isRunning && (later.number ?? 0) > (earlier.number ?? 0);
}

/** How far above a bound a number may lie that only says it more closely: "more than 20" beside 25, not beside 400. */
const closerReach = 1.5;

/** How far a round number may lie from the one it rounds: 600 from 612; 10 is no word for 12. */
const roundShare = 0.05;

/**
 * Tell whether one figure says another more closely, whoever gives them: 25 beside "more than 20", 612 beside a round 600.
 *
 * A number that is older is no closer word for one the news has moved on to.
 */
function saysCloser(close: Variant, loose: Variant): boolean {
  const [number, other] = [close.number, loose.number];
  if (number === undefined || other === undefined || number === other || close.counts.min !== close.counts.max)
    return false;
  if (close.tier > 1 || isBefore(close.newest, loose.newest)) return false;
  const isOpen = loose.counts.min !== loose.counts.max;
  if (isOpen) return allows(loose.counts, number) && number <= other * closerReach;
  return isRoundingOf(other, number) && Math.abs(number - other) <= other * roundShare;
}

/** Tell whether one voice of one report prints all of some figures; the largest of these is the whole, the others count parts of it. */
function areOneVoice(variants: readonly Variant[]): boolean {
  const figures = variants.flatMap(({ standing }) => standing);
  const voices = new Set(figures.map(({ speaker }) => speaker));
  return new Set(figures.map(({ claim }) => claim.article)).size === 1 && voices.size < 2;
}

function keepNearest(variants: readonly Variant[], number: number): Variant[] {
  return keepBest(variants, (variant) => -Math.abs(Math.log1p(variant.number ?? 0) - Math.log1p(number)));
}

/** Tell whether a figure is not older than the newest of some by more than `freshDays`; unknown times are never older. */
export function isFresh(variant: Variant, among: readonly Variant[], freshDays: number): boolean {
  const newest = newestOf(among.map((other) => other.newest));
  if (newest === undefined || variant.newest === undefined || variant.newest.open === true) return true;
  return newest.day - variant.newest.day <= freshDays;
}

/** Keep the variants of the highest score. */
export function keepBest(variants: readonly Variant[], scoreOf: (variant: Variant) => number): Variant[] {
  const scored = variants.map((variant) => ({ variant, score: scoreOf(variant) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ variant }) => variant);
}

/** Weight of one independent witness by the place of its speaker, 0 best. */
const tierWeights = [4, 3, 2, 1] as const;

/**
 * Give the weighted median of the standing printed numbers, on log counts; weights are independent witnesses times place.
 *
 * Where two numbers share the middle the lower one is given, so that it is always a number somebody printed.
 */
export function weighMedian(question: PolicyQuestion): number | undefined {
  const printed = question.variants.filter((variant) => variant.number !== undefined && variant.standing.length > 0);
  const weighted = sortBy(printed, (variant) => [variant.number ?? 0, variant.key]).map((variant) => ({
    number: variant.number ?? 0,
    weight: question.independent(variant.standing) * (tierWeights[variant.tier] ?? 1),
  }));
  const half = weighted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let passed = 0;
  for (const { number, weight } of weighted) {
    passed += weight;
    if (passed >= half) return number;
  }
  return undefined;
}
