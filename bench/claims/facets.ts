import { defined } from '../../src/model/index.ts';
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
  /** Judge only where the gold says something: a reader may know more of a person than these words tell. */
  readonly marked?: boolean;
  /** Figures it is not judged on. */
  readonly leaves?: (claim: GoldClaim) => boolean;
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
    ofPrediction: ({ victims, attribute }) => {
      // Attackers are told by the attribute already.
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
    // A count of nobody says it is negated.
    ofGold: ({ modality }) => (modality === 'asserted' || modality === 'negated' ? undefined : modality),
    ofPrediction: ({ modality }) => (modality === 'asserted' || modality === 'negated' ? undefined : modality),
    agree: equal,
  },
  {
    name: 'accumulation',
    ofGold: ({ accumulation }) => (accumulation === 'final' ? undefined : accumulation),
    ofPrediction: ({ accumulation }) => (accumulation === 'final' ? undefined : accumulation),
    agree: equal,
    // An earlier happening's figure may stand as its own or as a statistic.
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

/** What gold and prediction say of one facet of a figure that was found. */
export interface FacetPair {
  readonly claim: GoldClaim;
  readonly wanted: string | undefined;
  readonly given: string | undefined;
  readonly right: boolean;
}

/** Pair one facet over the figures a comparison found, leaving out those on which both are silent. */
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

/** Tally the pairs of a facet: marked by both and agreeing, marked or otherwise by us, marked or otherwise by the gold. */
export function tallyFacet(facet: Facet, gold: readonly GoldClaim[], comparison: Comparison, text: string): Tally {
  const pairs = pairFacet(facet, gold, comparison, text);
  const wrong = pairs.filter(({ right }) => !right);
  return {
    right: pairs.length - wrong.length,
    spurious: wrong.filter(({ given }) => given !== undefined).length,
    missed: wrong.filter(({ wanted }) => wanted !== undefined).length,
  };
}

/** Put together what all statements of one person tell of age and sex. */
function mergePerson(claim: GoldClaim, gold: readonly GoldClaim[]): GoldClaim {
  if (claim.same === undefined) return claim;
  const told = gold.filter(({ same }) => same === claim.same);
  const age = told.find((one) => one.age !== undefined)?.age;
  const sex = told.find((one) => one.sex !== undefined)?.sex;
  return { ...claim, ...defined({ age, sex }) };
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
