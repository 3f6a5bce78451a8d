import codes from '../../../data/acled-vague.json' with { type: 'json' };
import { type CountRecord, countTable, defined, sortBy } from '../../model/index.ts';
import { isFresh, keepBest, type PolicyQuestion } from '../counts/choice.ts';
import { isImplied } from '../counts/figures.ts';
import { sayCount } from '../counts/numbers.ts';
import type { Variant } from '../counts/readings.ts';
import type { Spread } from '../counts/spread.ts';
import type { Division } from '../counts/units.ts';
import { sayNumber } from '../explain/sentences.ts';
import type { Policy, PolicyAnswer } from './policy.ts';
import { leaveOutPartisan, pickVague, preferPrinted } from './range.ts';

const vagueCodes: Readonly<Record<string, number>> = codes.words;
/** What bare plural deaths and small vague words are where the scene shows fewer than ten people. */
const smallScene = 3;

function answerAsAcled(question: PolicyQuestion): PolicyAnswer {
  const { kept, aside } = leaveOutPartisan(question);
  // The dead are all that is coded.
  if (countTable[question.attribute].harm !== 'dead') {
    return { low: null, best: null, high: null, rule: 'A7', aside, ...pickVague(kept) };
  }
  const sure = kept.filter((variant) => !variant.doubted);
  const printed = preferSpoken(preferPrinted(sure.length > 0 ? sure : kept));
  const candidates = printed.filter((variant) => isFresh(variant, printed, question.freshDays));
  const chosen = decide(candidates, question);
  if (chosen === undefined) return { low: null, best: null, high: null, rule: 'A0', aside };
  const best = codeOf(chosen.variant);
  const others = question.variants.filter((other) => codeOf(other) !== best);
  return {
    low: best,
    best,
    high: best,
    accepted: chosen.variant,
    rule: chosen.variant.number === undefined ? 'A4' : chosen.rule,
    aside,
    notes: others.map(({ value, partisan }) => `${sayCount(value)}${partisan ? ', by a party to the violence' : ''}`),
  };
}

function preferSpoken(variants: readonly Variant[]): readonly Variant[] {
  const spoken = variants.filter((variant) => variant.standing.some((figure) => !isImplied(figure)));
  return spoken.length > 0 ? spoken : variants;
}

/** Give the code of a figure: the number it prints, or that of its vague word. */
function codeOf(variant: Variant): number {
  if (variant.number !== undefined) return variant.number;
  const code = vagueCodes[variant.counts.vague?.toLowerCase() ?? ''] ?? lowCode(variant.counts.min);
  return code <= 10 && variant.standing.some((figure) => figure.smallScene) ? smallScene : code;
}

/** A vague word without a row of its own is coded as the next smaller one with a row. */
function lowCode(min: number): number {
  return min >= 100 ? 100 : min >= 24 ? 12 : 10;
}

function decide(
  candidates: readonly Variant[],
  question: PolicyQuestion,
): { readonly variant: Variant; readonly rule: string } | undefined {
  const pick = (variants: readonly Variant[], rule: string) => {
    const variant = sortBy(
      keepBest(variants, (one) => -codeOf(one)),
      (one) => [one.tier, one.value.qualifier ?? '', one.key],
    )[0];
    return variant === undefined ? undefined : { variant, rule };
  };
  if (new Set(candidates.map(codeOf)).size < 2) return pick(candidates, 'A1');
  const support = (one: Variant): number =>
    question.independent(
      candidates.filter((other) => codeOf(other) === codeOf(one)).flatMap((other) => other.standing),
    );
  const backed = keepBest(candidates, support);
  const corroborated = new Set(backed.map(codeOf)).size === 1 && backed.some((one) => support(one) > 1);
  if (corroborated) return pick(backed, 'A3');
  const reliable = keepBest(candidates, (one) => -one.tier);
  if (reliable.length < candidates.length && reliable.some((one) => one.tier === 0)) return pick(reliable, 'A3');
  return pick(candidates, 'A2');
}

function divideAsAcled({ days = [], places = [] }: Spread): Division | undefined {
  const parts = (places.length > 1 ? places : [undefined]).flatMap((place) =>
    (days.length > 1 ? days : [undefined]).map((day) => defined({ day, place })),
  );
  if (parts.length < 2) return undefined;
  const over = [
    ...(places.length > 1 ? [`${sayNumber(places.length)} places`] : []),
    ...(days.length > 1 ? [`${sayNumber(days.length)} days`] : []),
  ].join(' and ');
  return { rule: 'A8', parts, over };
}

function codeSilence(records: { readonly [name: string]: unknown }, policy: string): CountRecord | undefined {
  if (records.casualties === undefined && records.injured === undefined) return undefined;
  return {
    low: 0,
    best: 0,
    high: 0,
    status: 'unknown',
    grade: 'single',
    policy,
    rule: 'A5',
    why: 'No report counts any dead; casualties alone are coded as none killed.',
    readings: [],
  };
}

/** Armed Conflict Location and Event Data: the lowest credible number of dead, by place and day. */
export const acled: Policy = {
  name: 'acled',
  edition: '2019',
  source: 'ACLED Codebook (2019) and ACLED FAQ on fatality methodology (7 May 2024)',
  rules: [
    { id: 'A0', text: 'No figure is left to take.' },
    { id: 'A1', text: 'Fatalities are all the dead the reports agree on, attackers among them.' },
    { id: 'A2', text: 'Where reports of the same days differ the lowest figure is taken and the others are noted.' },
    { id: 'A3', text: 'A figure that more independent sources, or an authority alone, give goes before the lowest.' },
    {
      id: 'A4',
      text: 'Several, many or a few dead are 10, or 3 where the scene shows fewer than ten; tens 10, dozens 12, hundreds or a massacre 100.',
    },
    { id: 'A5', text: 'Casualties without any word of the dead are 0.' },
    { id: 'A6', text: 'A party’s figure is noted and not taken where another exists.' },
    { id: 'A7', text: 'Only the dead are coded; there is no column for the injured.' },
    {
      id: 'A8',
      text: 'An event is one place and one day; a toll over several is divided, the remainder to the first.',
    },
  ],
  countsAttackers: () => true,
  answer: answerAsAcled,
  divide: divideAsAcled,
  codeSilence: (records) => codeSilence(records, 'acled'),
};
