import { type Attribute, countAttributes, countTable } from '../../src/model/index.ts';
import type { Trial } from './calibration.ts';
import { facets, tallyFacet } from './facets.ts';
import type { GoldClaim } from './gold.ts';
import { type Comparison, compareCounts, isFigure } from './match.ts';
import type { Prediction } from './predict.ts';
import { type Case, textOf } from './sources.ts';
import type { Likeness } from './supports.ts';
import { addTallies, nothing, type Tally } from './tally.ts';
import { tallyValues, valueAttributes } from './values.ts';

/** A report with its gold and a reader's predictions. */
export interface Answer extends Case {
  readonly predictions: readonly Prediction[];
}

/** Scores of a reader over some reports. */
export interface Scores {
  readonly claims: Tally;
  readonly byAttribute: Readonly<Record<string, Tally>>;
  readonly byFacet: Readonly<Record<string, Tally>>;
  readonly byValue: Readonly<Record<string, Tally>>;
  readonly trials: readonly Trial[];
}

/** A way to count, stricter or laxer than the one the floors are set by: which claims, and how close a value must be. */
export interface Variant {
  readonly name: string;
  readonly likeness: Likeness;
  readonly keep: (claim: GoldClaim) => boolean;
  /** Count a figure given twice in the same words as spurious the second time. */
  readonly once?: boolean;
}

const harm: ReadonlySet<Attribute> = new Set(
  countAttributes.filter((name) => countTable[name].harm !== undefined && countTable[name].ofAttackers !== true),
);
const everything = () => true;

export const variants: readonly Variant[] = [
  { name: 'claims', likeness: 'bounds', keep: everything },
  { name: 'each figure once', likeness: 'bounds', keep: everything, once: true },
  { name: 'bounds that meet', likeness: 'meeting', keep: everything },
  { name: 'dead, hurt, missing', likeness: 'bounds', keep: ({ attribute }) => harm.has(attribute) },
];

/** Score a reader's counts by one variant. */
export function scoreVariant(answers: readonly Answer[], { likeness, keep, once }: Variant): Tally {
  return answers
    .map(({ gold, predictions }) => compareCounts(gold.claims, predictions, likeness))
    .map((one) => tallyOf(once === true ? { ...one, spurious: [...one.spurious, ...one.repeated] } : one, keep))
    .reduce(addTallies, nothing);
}

function tallyOf({ hits, misses, spurious }: Comparison, keep: (claim: GoldClaim) => boolean): Tally {
  return {
    right: hits.filter(({ gold }) => keep(gold)).length,
    missed: misses.filter(keep).length,
    spurious: spurious.filter(({ attribute }) => keep({ attribute, start: 0, end: 1 })).length,
  };
}

/** Score a reader over reports: all counts, each attribute, each facet of the figures found, and the values that are not counts. */
export function scoreAnswers(answers: readonly Answer[]): Scores {
  const compared = answers.map((answer) => ({
    ...answer,
    text: textOf(answer.report),
    comparison: compareCounts(answer.gold.claims, answer.predictions),
  }));
  const sum = (tallies: readonly Tally[]) => tallies.reduce(addTallies, nothing);
  const values = valueAttributes(answers.flatMap(({ gold }) => gold.claims));
  return {
    claims: sum(compared.map(({ comparison }) => tallyOf(comparison, everything))),
    byAttribute: Object.fromEntries(
      countAttributes.map((name) => [
        name,
        sum(compared.map(({ comparison }) => tallyOf(comparison, ({ attribute }) => attribute === name))),
      ]),
    ),
    byFacet: Object.fromEntries(
      facets.map((facet) => [
        facet.name,
        sum(compared.map(({ gold, comparison, text }) => tallyFacet(facet, gold.claims, comparison, text))),
      ]),
    ),
    byValue: Object.fromEntries(
      values.map((name) => [
        name,
        sum(compared.map(({ gold, predictions, text }) => tallyValues(name, gold.claims, predictions, text))),
      ]),
    ),
    trials: compared.flatMap(({ comparison }) => trialsOf(comparison)),
  };
}

/** Pair each prediction's confidence with whether it was right; tolerated predictions count as right. */
function trialsOf({ hits, tolerated, spurious }: Comparison): readonly Trial[] {
  const judge = (right: boolean) => (prediction: Prediction) =>
    prediction.confidence === undefined || !isFigure(prediction) ? [] : [{ confidence: prediction.confidence, right }];
  return [
    ...hits.map(({ prediction }) => prediction).flatMap(judge(true)),
    ...tolerated.flatMap(judge(true)),
    ...spurious.flatMap(judge(false)),
  ];
}

/** Count the sentences of the negative corpus (which state no casualty) that a reader takes a figure from. */
export function countTripped(read: readonly (readonly Prediction[])[]): number {
  return read.filter((predictions) => predictions.some(isCasualty)).length;
}

/** Tell whether a prediction states as a fact that people were killed, hurt, missing or taken. */
export function isCasualty(prediction: Prediction): boolean {
  const stated = prediction.modality === undefined || prediction.modality === 'asserted';
  return stated && isFigure(prediction) && casualty.has(prediction.attribute);
}

const casualty: ReadonlySet<Attribute> = new Set(
  countAttributes.filter((name) => {
    const { harm: suffered, inCustody, ofAttackers } = countTable[name];
    return suffered !== undefined || (inCustody !== true && ofAttackers !== true);
  }),
);
