import { sortBy } from '../../model/index.ts';
import { keepBest, type PolicyQuestion } from '../counts/choice.ts';
import { isImplied } from '../counts/figures.ts';
import { sayCount } from '../counts/numbers.ts';
import type { Variant } from '../counts/readings.ts';
import type { Spread } from '../counts/spread.ts';
import { type Division, listPlaces } from '../counts/units.ts';
import { isBefore } from '../evidence/times.ts';
import { sayNumber } from '../explain/sentences.ts';
import type { Policy, PolicyAnswer } from './policy.ts';
import { leaveOutPartisan, pickVague } from './range.ts';

function answerAsGtd(question: PolicyQuestion): PolicyAnswer {
  const { kept, aside } = leaveOutPartisan(question);
  const sure = kept.filter((variant) => !variant.doubted);
  const credible = sure.length > 0 ? sure : kept;
  const printed = credible.filter((variant) => variant.number !== undefined);
  const spoken = printed.filter((variant) => variant.standing.some((figure) => !isImplied(figure)));
  const candidates = spoken.length > 0 ? spoken : printed;
  if (candidates.length === 0) {
    return { low: null, best: null, high: null, rule: 'D5', aside, ...pickVague(credible), notes: sayOthers(kept) };
  }
  const recent =
    question.attribute === 'perpetrators'
      ? candidates
      : candidates.filter((one) => !candidates.some((other) => isBefore(one.newest, other.newest)));
  const { variant, rule } = decide(recent, candidates, question);
  const best = variant.number ?? null;
  const others = question.variants.filter((other) => other.number !== variant.number);
  return { low: best, best, high: best, accepted: variant, rule, aside, notes: sayOthers(others) };
}

/** Of figures equally recent the one that most independent sources give; without a majority the lowest. */
function decide(
  recent: readonly Variant[],
  candidates: readonly Variant[],
  question: PolicyQuestion,
): { readonly variant: Variant; readonly rule: string } {
  const support = (number: number | undefined): number =>
    question.independent(recent.filter((one) => one.number === number).flatMap((one) => one.standing));
  const numbers = new Set(recent.map((one) => one.number));
  const all = question.independent(recent.flatMap((one) => one.standing));
  const major = [...numbers].find((number) => support(number) * 2 > all);
  const decided = numbers.size > 1 && major !== undefined ? recent.filter((one) => one.number === major) : recent;
  const lowest = keepBest(decided, (one) => -(one.number ?? 0));
  const variant = sortBy(lowest, (one) => [one.tier, one.value.qualifier ?? '', one.key])[0];
  if (variant === undefined) throw new RangeError('there is a figure to choose');
  if (numbers.size === 1) return { variant, rule: recent.length < candidates.length ? 'D2' : 'D1' };
  return { variant, rule: major === undefined ? 'D4' : 'D3' };
}

function sayOthers(variants: readonly Variant[]): readonly string[] {
  return variants.map((variant) =>
    variant.partisan ? `${sayCount(variant.value)}, by a party to the violence` : sayCount(variant.value),
  );
}

function divideAsGtd(spread: Spread): Division | undefined {
  const { attacks, places = [] } = spread;
  if (places.length > 1) return { rule: 'D8', parts: listPlaces(spread), over: `${sayNumber(places.length)} places` };
  if (attacks === undefined) return undefined;
  return { rule: 'D8', parts: Array.from({ length: attacks }, () => ({})), over: `${sayNumber(attacks)} attacks` };
}

/** Global Terrorism Database: the number confirmed by the newest independent sources, attackers among them. */
export const gtd: Policy = {
  name: 'gtd',
  edition: '2017',
  source: 'Global Terrorism Database Codebook: Inclusion Criteria and Variables (2017)',
  rules: [
    { id: 'D1', text: 'The number is that of confirmed deaths or wounded, victims and attackers together.' },
    { id: 'D2', text: 'Of figures that differ the most recent independent source’s is taken.' },
    { id: 'D3', text: 'Of several equally recent ones the figure of the majority of independent sources is taken.' },
    { id: 'D4', text: 'Without a majority the lowest figure is taken.' },
    { id: 'D5', text: 'Words too vague for a number leave the field blank, never 0; "at least 11" is 11.' },
    { id: 'D6', text: 'A figure that only repeats the perpetrators is not taken where an independent one exists.' },
    { id: 'D7', text: 'The number of perpetrators is the majority’s, then the lowest; recency is no matter.' },
    {
      id: 'D8',
      text: 'Attacks apart in place are incidents of their own; one toll told for all is divided in whole numbers and said in addnotes.',
    },
  ],
  countsAttackers: () => true,
  answer: answerAsGtd,
  divide: divideAsGtd,
};
