import type { NetworkTables } from '../../model/index.ts';
import type { NotedMention } from './noted.ts';
import { describeNew, describePair, pairTables } from './pairs.ts';

const vectorHalf = 64;

/** Weights of coreference as typed arrays. */
export interface LinkScorer {
  readonly window: number;
  readonly scale: number;
  /** Bucket of each distance up to the last limit. */
  readonly bucket: (distance: number) => number;
  readonly tables: readonly (readonly [(typeof pairTables)[number], Float64Array])[];
  readonly fresh: Float64Array;
  readonly types: number;
}

export function makeLinkScorer({ coreference, labels }: Pick<NetworkTables, 'coreference' | 'labels'>): LinkScorer {
  const { window, scale, buckets } = coreference;
  const last = buckets.at(-1) ?? 0;
  const sorted = Uint8Array.from(
    { length: last + 1 },
    (_, distance) => buckets.filter((limit) => limit <= distance).length,
  );
  const tableOf = (name: string): Float64Array => Float64Array.from(coreference.tables[name] ?? []);
  return {
    window,
    scale,
    bucket: (distance) => sorted[Math.min(Math.max(distance, 0), last)] ?? 0,
    tables: pairTables.map((name) => [name, tableOf(name)]),
    fresh: tableOf('new'),
    types: labels.types.length,
  };
}

/** Weigh linking mention `i` to the earlier mention `j`. */
export function scorePair(mentions: readonly NotedMention[], i: number, j: number, scorer: LinkScorer): number {
  const anaphor = mentions[i];
  const antecedent = mentions[j];
  if (anaphor === undefined || antecedent === undefined) return Number.NEGATIVE_INFINITY;
  let product = 0;
  for (let k = 0; k < vectorHalf; k++) {
    product += (anaphor.vector[k] ?? 0) * (antecedent.vector[vectorHalf + k] ?? 0);
  }
  let score = product * scorer.scale;
  const features = describePair(anaphor, antecedent, i - j - 1, scorer.types, scorer.bucket);
  for (const [name, table] of scorer.tables) score += table[features[name]] ?? 0;
  return score;
}

/** Weigh that a mention begins a new entity. */
export function scoreNew(mention: NotedMention, scorer: LinkScorer): number {
  return (mention.vector[2 * vectorHalf] ?? 0) + (scorer.fresh[describeNew(mention, scorer.types)] ?? 0);
}

/** Link every mention of an article to its best antecedent, as an index; undefined where it begins a new entity. */
export function linkMentions(mentions: readonly NotedMention[], scorer: LinkScorer): readonly (number | undefined)[] {
  return mentions.map((mention, i) => {
    let best = scoreNew(mention, scorer);
    let chosen: number | undefined;
    for (let j = Math.max(0, i - scorer.window); j < i; j++) {
      const score = scorePair(mentions, i, j, scorer);
      if (score > best) {
        best = score;
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
