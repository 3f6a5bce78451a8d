import { defined, type IncidentType } from '../../model/index.ts';
import { chooseFigure, type PolicyQuestion } from '../counts/choice.ts';
import type { Variant } from '../counts/readings.ts';
import type { Spread } from '../counts/spread.ts';
import { type Division, listPlaces } from '../counts/units.ts';
import { sayNumber } from '../explain/sentences.ts';
import type { Policy, PolicyAnswer } from './policy.ts';
import { closeRange, findHigh, findLow, leaveOutPartisan, pickVague, preferPrinted } from './range.ts';

/** A lone figure this many times the best one is not a reasonable claim. */
const unreasonableRatio = 5;

/** In fighting both sides' dead are counted; one-sided violence counts the victims. */
const foughtTypes: ReadonlySet<IncidentType> = new Set(['clash']);

function answerAsUcdp(question: PolicyQuestion): PolicyAnswer {
  const { kept, aside } = leaveOutPartisan(question);
  const sure = kept.filter((variant) => !variant.doubted);
  const credible = sure.length > 0 ? sure : kept;
  const choice = chooseFigure(question, credible, 'lowest');
  const bounds = preferPrinted(credible);
  const best = choice?.variant;
  if (best === undefined) {
    // Nothing is printed: the least that the words vouch for is all three.
    const floor = findLow(bounds);
    return { low: floor, best: floor, high: floor, rule: floor === null ? 'U0' : 'U5', aside, ...pickVague(bounds) };
  }
  const reasonable = preferPrinted(kept).filter((variant) => isReasonable(variant, best));
  for (const variant of kept) if (!isReasonable(variant, best)) aside.set(variant.key, 'unexplained');
  const range = { low: findLow(bounds.filter((one) => reasonable.includes(one))), high: findHigh(reasonable) };
  return {
    ...closeRange(range, choice, { decided: ({ step }) => (step === 'lowest' ? 'U4' : 'U2'), nothing: 'U0' }),
    aside,
  };
}

function divideAsUcdp(spread: Spread): Division | undefined {
  const { places = [], enclosing } = spread;
  if (places.length < 2) return undefined;
  const whole = { rule: 'U10', ...defined({ place: enclosing }) };
  return { rule: 'U9', parts: listPlaces(spread), over: `${sayNumber(places.length)} places`, keepWhole: whole };
}

function isReasonable(variant: Variant, best: Variant): boolean {
  if (variant.independent > 1 || variant.tier < best.tier) return true;
  return (variant.number ?? 0) <= unreasonableRatio * Math.max(1, best.number ?? 0);
}

/** Georeferenced Event Dataset of the Uppsala Conflict Data Program. */
export const ucdp: Policy = {
  name: 'ucdp',
  edition: '23.1',
  source: 'UCDP Georeferenced Event Dataset Codebook, version 23.1 (2023)',
  rules: [
    { id: 'U0', text: 'No figure is left to take.' },
    { id: 'U1', text: 'Low is the most conservative credible figure.' },
    {
      id: 'U2',
      text: 'Best is the most reliable figure: asserted, by the best-placed speaker, the newest, allowed by most independent witnesses.',
    },
    {
      id: 'U3',
      text: 'High is the highest reliable figure; a lone figure more than five times the best is left out as unreasonable.',
    },
    { id: 'U4', text: 'Where it cannot be decided, the lower figure is best.' },
    { id: 'U5', text: 'Where words are vague, the least they vouch for is taken.' },
    { id: 'U6', text: 'A party’s figure never sets best where an independent one exists.' },
    { id: 'U7', text: 'What is only alleged counts in high only.' },
    {
      id: 'U8',
      text: 'Best counts side a, side b, civilians and unknown: in fighting the dead of both sides are added.',
    },
    {
      id: 'U9',
      text: 'A toll over several places is one event a place, divided in whole numbers, the rest to the first.',
    },
    { id: 'U10', text: 'Fewer dead than places are one event at the smallest unit that holds all the places.' },
  ],
  countsAttackers: (type) => foughtTypes.has(type),
  answer: answerAsUcdp,
  divide: divideAsUcdp,
};
