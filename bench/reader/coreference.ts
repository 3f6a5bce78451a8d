import { type Cluster, type ClusterScores, scoreClusters } from './clusters.ts';
import type { GoldSentence, ReaderSentence, ReadMention } from './gold.ts';

/** Scores with and without entities that are mentioned only once. */
export interface CoreferenceScores {
  readonly all: ClusterScores;
  readonly repeated: ClusterScores;
}

/** A document with its reading, sentence by sentence. */
export interface ReadDocument {
  readonly sentences: readonly GoldSentence[];
  readonly readings: readonly ReaderSentence[];
}

interface Placed extends ReadMention {
  readonly sentence: number;
  /** Lemma of the mention's head, in lower case. */
  readonly lemma: string;
}

/** Score the entities found, and a baseline on the same found mentions. */
export function scoreCoreference(documents: readonly ReadDocument[]): {
  readonly found: CoreferenceScores;
  readonly headMatch: CoreferenceScores;
} {
  const rows = documents.map(({ sentences, readings }) => {
    const mentions = readings.flatMap((reading, sentence) =>
      (reading.mentions ?? []).map((mention): Placed => {
        const lemma = (reading.lemmas?.[mention.head] ?? '').toLowerCase();
        return { ...mention, sentence, lemma };
      }),
    );
    return {
      gold: gather(
        sentences.flatMap((sentence, at) =>
          (sentence.mentions ?? []).map(({ start, end, entity }) => [entity, spell(at, start, end)] as const),
        ),
      ),
      found: gather(mentions.map(({ entity, sentence, start, end }) => [entity, spell(sentence, start, end)] as const)),
      headMatch: matchHeads(mentions),
    };
  });
  return {
    found: scoreBoth(rows.map(({ gold, found }) => ({ gold, found }))),
    headMatch: scoreBoth(rows.map(({ gold, headMatch }) => ({ gold, found: headMatch }))),
  };
}

/** Link every mention to the nearest earlier one whose head has the same lemma: the baseline. */
function matchHeads(mentions: readonly Placed[]): readonly Cluster[] {
  return gather(mentions.map(({ lemma, sentence, start, end }) => [lemma, spell(sentence, start, end)] as const));
}

function scoreBoth(documents: readonly { gold: readonly Cluster[]; found: readonly Cluster[] }[]): CoreferenceScores {
  const repeated = (clusters: readonly Cluster[]): readonly Cluster[] => clusters.filter(({ size }) => size > 1);
  return {
    all: scoreClusters(documents),
    repeated: scoreClusters(documents.map(({ gold, found }) => ({ gold: repeated(gold), found: repeated(found) }))),
  };
}

function gather(mentions: readonly (readonly [string | number, string])[]): readonly Cluster[] {
  const clusters = new Map<string | number, Set<string>>();
  for (const [entity, mention] of mentions) {
    const known = clusters.get(entity);
    if (known === undefined) clusters.set(entity, new Set([mention]));
    else known.add(mention);
  }
  return [...clusters.values()];
}

function spell(sentence: number, start: number, end: number): string {
  return `${sentence} ${start} ${end}`;
}
