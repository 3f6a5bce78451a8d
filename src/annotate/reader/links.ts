import type { NetworkTables } from '../../model/index.ts';
import type { NotedMention } from './noted.ts';
import { describeNew, describePair, pairTables } from './pairs.ts';

const vectorHalf = 64;

/** Weights of coreference as typed arrays. */
export interface LinkScorer {
  readonly window: number;
  readonly scale: number;
  /** Bucket of each distance up to the last limit; farther ones are in its bucket. */
  readonly buckets: Uint8Array;
  /** The tables of `pairTables`, one after the other, and where each begins. */
  readonly weights: Float64Array;
  readonly offsets: Int32Array;
  readonly fresh: Float64Array;
  readonly types: number;
}

export function makeLinkScorer({ coreference, labels }: Pick<NetworkTables, 'coreference' | 'labels'>): LinkScorer {
  const { window, scale, buckets } = coreference;
  const last = buckets.at(-1) ?? 0;
  const tableOf = (name: string): Float64Array => Float64Array.from(coreference.tables[name] ?? []);
  const tables = pairTables.map(tableOf);
  return {
    window,
    scale,
    buckets: Uint8Array.from(
      { length: last + 1 },
      (_, distance) => buckets.filter((limit) => limit <= distance).length,
    ),
    weights: Float64Array.from(tables.flatMap((table) => [...table])),
    offsets: Int32Array.from(tables, (_, at) => tables.slice(0, at).reduce((sum, table) => sum + table.length, 0)),
    fresh: tableOf('new'),
    types: labels.types.length,
  };
}

const features = new Int32Array(pairTables.length);

/**
 * Weigh linking a mention to an earlier one with `between` mentions between them; `linkMentions` does the same in two steps.
 *
 * @internal the parity test holds it to the scores of training
 */
export function scorePair(
  anaphor: NotedMention,
  antecedent: NotedMention,
  between: number,
  scorer: LinkScorer,
): number {
  return (
    scoreFeatures(anaphor, antecedent, between, scorer) + scorer.scale * multiply(anaphor.vector, antecedent.vector)
  );
}

function scoreFeatures(anaphor: NotedMention, antecedent: NotedMention, between: number, scorer: LinkScorer): number {
  describePair(features, anaphor, antecedent, between, scorer.types, scorer.buckets);
  const { weights, offsets } = scorer;
  let score = 0;
  for (let table = 0; table < features.length; table++) {
    score += weights[(offsets[table] ?? 0) + (features[table] ?? 0)] ?? 0;
  }
  return score;
}

/** Multiply one mention's vector as anaphor with another's as antecedent. */
function multiply(anaphor: Float32Array, antecedent: Float32Array): number {
  let product = 0;
  for (let k = 0; k < vectorHalf; k++) product += (anaphor[k] ?? 0) * (antecedent[vectorHalf + k] ?? 0);
  return product;
}

function lengthOf(vector: Float32Array, from: number): number {
  let sum = 0;
  for (let k = from; k < from + vectorHalf; k++) sum += (vector[k] ?? 0) ** 2;
  return Math.sqrt(sum);
}

/** Weigh that a mention begins a new entity. */
export function scoreNew(mention: NotedMention, scorer: LinkScorer): number {
  return (mention.vector[2 * vectorHalf] ?? 0) + (scorer.fresh[describeNew(mention, scorer.types)] ?? 0);
}

/** More than rounding can make of the bound below. */
const margin = 1e-3;

/**
 * Link every mention of an article to its best antecedent, as an index; undefined where it begins a new entity.
 *
 * Vectors are only multiplied where the product of their lengths, which theirs cannot exceed, could still make the pair the best.
 */
export function linkMentions(mentions: readonly NotedMention[], scorer: LinkScorer): readonly (number | undefined)[] {
  const lengths = Float64Array.from(mentions, ({ vector }) => lengthOf(vector, vectorHalf));
  return mentions.map((mention, i) => {
    const reach = scorer.scale * lengthOf(mention.vector, 0);
    let best = scoreNew(mention, scorer);
    let chosen: number | undefined;
    for (let j = Math.max(0, i - scorer.window); j < i; j++) {
      const antecedent = mentions[j];
      if (antecedent === undefined) continue;
      const score = scoreFeatures(mention, antecedent, i - j - 1, scorer);
      if (score + reach * (lengths[j] ?? 0) + margin < best) continue;
      const whole = score + scorer.scale * multiply(mention.vector, antecedent.vector);
      if (whole > best) {
        best = whole;
        chosen = j;
      }
    }
    return chosen;
  });
}

/** Number the entities: for every mention the first mention of its entity. */
export function joinLinks(antecedents: readonly (number | undefined)[]): readonly number[] {
  const entities: number[] = [];
  for (const [i, j] of antecedents.entries()) entities.push(j === undefined ? i : (entities[j] ?? i));
  return entities;
}
