import type { GoldClaim } from './gold.ts';
import type { Comparison } from './match.ts';
import type { Prediction } from './predict.ts';
import type { Tally } from './tally.ts';

/** One side of a claim, judged on the figures that were found. */
export interface Facet {
  readonly name: string;
  /** What gold and prediction say of it; undefined where there is nothing to say. */
  readonly ofGold: (claim: GoldClaim, text: string) => string | undefined;
  readonly ofPrediction: (prediction: Prediction) => string | undefined;
  readonly agree: (wanted: string, given: string) => boolean;
}

const equal = (wanted: string, given: string) => wanted === given;

/** A total is what is left when nothing says otherwise, so it is not asked for; the same with "asserted" and "final". */
export const facets: readonly Facet[] = [
  {
    name: 'scope',
    ofGold: ({ scope }) => (scope === 'total' ? undefined : scope),
    ofPrediction: ({ scope }) => (scope === 'subset' || scope === 'additional' ? scope : undefined),
    agree: equal,
  },
  {
    name: 'victims',
    ofGold: ({ victims }) => victims?.join(' '),
    ofPrediction: ({ victims }) => (victims === undefined || victims.length === 0 ? undefined : victims.join(' ')),
    agree: (wanted, given) => wanted.split(' ').some((name) => given.split(' ').includes(name)),
  },
  {
    name: 'attribution',
    ofGold: ({ speaker }, text) => (speaker === undefined ? undefined : text.slice(speaker.start, speaker.end)),
    ofPrediction: ({ speaker }) => speaker,
    agree: shareWord,
  },
  {
    name: 'modality',
    ofGold: ({ modality }) => (modality === 'asserted' ? undefined : modality),
    ofPrediction: ({ modality }) => (modality === 'asserted' ? undefined : modality),
    agree: equal,
  },
  {
    name: 'accumulation',
    ofGold: ({ accumulation }) => (accumulation === 'final' ? undefined : accumulation),
    ofPrediction: ({ accumulation }) => (accumulation === 'final' ? undefined : accumulation),
    agree: equal,
  },
  {
    name: 'age',
    ofGold: ({ age }) => age?.toString(),
    ofPrediction: ({ age }) => age?.toString(),
    agree: equal,
  },
  { name: 'sex', ofGold: ({ sex }) => sex, ofPrediction: ({ sex }) => sex, agree: equal },
];

/** Tally one facet over the figures a comparison found: marked by both and agreeing, only by us, only by the gold. */
export function tallyFacet(facet: Facet, { hits }: Comparison, text: string): Tally {
  const pairs = hits.map(({ gold, prediction }) => ({
    wanted: facet.ofGold(gold, text),
    given: facet.ofPrediction(prediction),
  }));
  const right = pairs.filter(
    ({ wanted, given }) => wanted !== undefined && given !== undefined && facet.agree(wanted, given),
  ).length;
  return {
    right,
    spurious: pairs.filter(({ given }) => given !== undefined).length - right,
    missed: pairs.filter(({ wanted }) => wanted !== undefined).length - right,
  };
}

const small = new Set(['the', 'of', 'and', 'a', 'an']);

/** Names of one speaker share a word that names: "police" and "Norvale police", "Lt. Okafor" and "Perrin Okafor". */
function shareWord(wanted: string, given: string): boolean {
  const words = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !small.has(word));
  const ours = words(given);
  return words(wanted).some((word) => ours.includes(word));
}
