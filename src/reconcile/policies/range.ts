import { type Difference, defined, sortBy } from '../../model/index.ts';
import type { FigureChoice, PolicyQuestion } from '../counts/choice.ts';
import { lowerBound, upperBound } from '../counts/numbers.ts';
import type { Variant } from '../counts/readings.ts';
import type { PolicyAnswer } from './policy.ts';

/** Set parties' own figures aside wherever someone else gives one. */
export function leaveOutPartisan(question: PolicyQuestion): {
  kept: readonly Variant[];
  aside: Map<string, Difference>;
} {
  const neutral = question.variants.filter((variant) => !variant.partisan);
  if (neutral.length === 0) return { kept: question.variants, aside: new Map() };
  const partisan = question.variants.filter((variant) => variant.partisan);
  return { kept: neutral, aside: new Map(partisan.map((variant) => [variant.key, 'partisan'])) };
}

/** Keep variants that print a number; vague words bound a range only where nothing else does. */
export function preferPrinted(variants: readonly Variant[]): readonly Variant[] {
  const printed = variants.filter((variant) => variant.number !== undefined);
  return printed.length > 0 ? printed : variants;
}

/** Give the smallest lower bound, or null of none. */
export function findLow(variants: readonly Variant[]): number | null {
  return variants.length === 0 ? null : Math.min(...variants.map((variant) => lowerBound(variant.counts)));
}

/** Give the largest upper bound that prints a number, or null of none. */
export function findHigh(variants: readonly Variant[]): number | null {
  const bounds = variants.map((variant) => upperBound(variant.counts)).filter((bound) => bound !== undefined);
  return bounds.length === 0 ? null : Math.max(...bounds);
}

/** Pick the vague variant to show where nothing is printed: most witnesses, then the least it vouches for. */
export function pickVague(variants: readonly Variant[]): { readonly accepted?: Variant } {
  const accepted = sortBy(variants, (one) => [-one.independent, one.counts.min, one.key])[0];
  return defined({ accepted });
}

/** Put low, best and high together; the accepted number is always within the range. */
export function closeRange(
  range: { readonly low: number | null; readonly high: number | null },
  choice: FigureChoice | undefined,
  rules: { readonly decided: (choice: FigureChoice) => string; readonly nothing: string },
): Omit<PolicyAnswer, 'aside'> {
  const best = choice?.variant.number;
  if (choice === undefined || best === undefined) {
    return { low: range.low, best: null, high: range.high, rule: rules.nothing };
  }
  return {
    low: Math.min(range.low ?? best, best),
    best,
    high: Math.max(range.high ?? best, best),
    accepted: choice.variant,
    rule: rules.decided(choice),
  };
}
