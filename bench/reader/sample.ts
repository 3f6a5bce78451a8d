import type { TrainedReader } from '../../src/annotate/reader/index.ts';
import { scoreCoreference } from './coreference.ts';
import { groupDocuments, readTestParts } from './corpora.ts';
import type { GoldSentence } from './gold.ts';
import { readDocuments } from './ours.ts';
import { scoreByGenre } from './scores.ts';

/**
 * Number of sentences of each part that a quick check reads, as whole documents from the first on; more of `uner`, since a
 * sentence has few names.
 */
const sampleSentences = { ewt: 200, gum: 200, uner: 1000 } as const;

/** Score the first documents of three test parts in a folder of corpora; by part and measure, in percent. */
export async function scoreSample(
  folder: string,
  reader: TrainedReader,
): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
  const parts = readTestParts(folder);
  const scores: Record<string, Record<string, number>> = {};
  for (const name of ['ewt', 'gum', 'uner'] as const) {
    const documents = takeDocuments(parts[name], sampleSentences[name]);
    const readings = await readDocuments(
      documents.map((document) => document.map(({ words }) => words)),
      reader,
    );
    scores[name] = { ...scoreByGenre(documents.flat(), readings.flat()).all };
    if (name !== 'gum') continue;
    const rows = documents.map((sentences, at) => ({ sentences, readings: readings[at] ?? [] }));
    scores[name].conll = scoreCoreference(rows).found.all.conll;
  }
  return scores;
}

function takeDocuments(sentences: readonly GoldSentence[], atLeast: number): readonly (readonly GoldSentence[])[] {
  const taken: (readonly GoldSentence[])[] = [];
  let count = 0;
  for (const document of groupDocuments(sentences)) {
    if (count >= atLeast) break;
    taken.push(document);
    count += document.length;
  }
  return taken;
}
