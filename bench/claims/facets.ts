import { defined } from '../../src/model/index.ts';
import type { GoldClaim } from './gold.ts';
import type { Comparison } from './match.ts';
import type { Prediction } from './predict.ts';
import type { Tally } from './tally.ts';

/** A property of a claim beside its number (its scope, speaker, …), judged on the figures that were found. */
export interface Facet {
  readonly name: string;
  /** The value of this facet in gold and prediction; undefined where there is none. */
  readonly ofGold: (claim: GoldClaim, text: string) => string | undefined;
  readonly ofPrediction: (prediction: Prediction) => string | undefined;
  readonly agree: (wanted: string, given: string) => boolean;
  /** Judge only where the gold gives a value: a reader may know more of a person from elsewhere in the report than these words say. */
  readonly marked?: boolean;
  /** Tells which figures the facet is not judged on. */
  readonly leaves?: (claim: GoldClaim) => boolean;
}

const equal = (wanted: string, given: string) => wanted === given;

/** The facets. Default values ("total", "asserted", "final") count as no value: they are what remains when the words say nothing else. */
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
    ofPrediction: ({ victims, attribute }) => {
      // The attribute (`perpetratorsKilled`) says already that these are attackers.
      const named = (victims ?? []).filter((name) => name !== 'perpetrators' || !/^perp|^arr/.test(attribute));
      return named.length === 0 ? undefined : named.join(' ');
    },
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
    // "Nobody was killed" is a count of 0, so its negation is in the number already.
    ofGold: ({ modality }) => (modality === 'asserted' || modality === 'negated' ? undefined : modality),
    ofPrediction: ({ modality }) => (modality === 'asserted' || modality === 'negated' ? undefined : modality),
    agree: equal,
  },
  {
    name: 'accumulation',
    ofGold: ({ accumulation }) => (accumulation === 'final' ? undefined : accumulation),
    ofPrediction: ({ accumulation }) => (accumulation === 'final' ? undefined : accumulation),
    agree: equal,
    // The figure of an earlier incident may be read as that incident's or as a statistic; both are right.
    leaves: ({ background }) => background === true,
  },
  {
    name: 'age',
    ofGold: ({ age }) => age?.toString(),
    ofPrediction: ({ age }) => age?.toString(),
    agree: equal,
    marked: true,
  },
  { name: 'sex', ofGold: ({ sex }) => sex, ofPrediction: ({ sex }) => sex, agree: equal, marked: true },
];

/** The values of one facet in gold and prediction, for a figure that was found. */
export interface FacetPair {
  readonly claim: GoldClaim;
  readonly wanted: string | undefined;
  readonly given: string | undefined;
  readonly right: boolean;
}

/** Pair the values of one facet over the figures found, without those for which neither side has a value. */
export function pairFacet(
  facet: Facet,
  gold: readonly GoldClaim[],
  { hits }: Comparison,
  text: string,
): readonly FacetPair[] {
  return hits.flatMap(({ gold: claim, prediction }) => {
    if (facet.leaves?.(claim) === true) return [];
    const given = facet.ofPrediction(prediction);
    const wanted = facet.ofGold(facet.marked === true ? mergePerson(claim, gold) : claim, text);
    if (wanted === undefined && (given === undefined || facet.marked === true)) return [];
    const right = wanted !== undefined && given !== undefined && facet.agree(wanted, given);
    return [{ claim, wanted, given, right }];
  });
}

/** Tally a facet: right where both give agreeing values; else spurious for each value given, and missed for each value wanted. */
export function tallyFacet(facet: Facet, gold: readonly GoldClaim[], comparison: Comparison, text: string): Tally {
  const pairs = pairFacet(facet, gold, comparison, text);
  const wrong = pairs.filter(({ right }) => !right);
  return {
    right: pairs.length - wrong.length,
    spurious: wrong.filter(({ given }) => given !== undefined).length,
    missed: wrong.filter(({ wanted }) => wanted !== undefined).length,
  };
}

/** Merge the age and sex that the gold's statements of one person give. */
function mergePerson(claim: GoldClaim, gold: readonly GoldClaim[]): GoldClaim {
  if (claim.same === undefined) return claim;
  const told = gold.filter(({ same }) => same === claim.same);
  const age = told.find((one) => one.age !== undefined)?.age;
  const sex = told.find((one) => one.sex !== undefined)?.sex;
  return { ...claim, ...defined({ age, sex }) };
}

const small = new Set(['the', 'of', 'and', 'a', 'an']);

/**
 * Tell whether two names of a speaker share a word other than "the" or "of": "police" and "Norvale police", "Lt. Okafor" and
 * "Perrin Okafor".
 */
function shareWord(wanted: string, given: string): boolean {
  const words = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !small.has(word));
  const ours = words(given);
  return words(wanted).some((word) => ours.includes(word));
}
