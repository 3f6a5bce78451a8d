import type { DeepLayers, Network, NetworkTables, Sentence, Token } from '../../model/index.ts';
import { type Encoded, encodeSentence, groupByLength, padBatch } from './batches.ts';
import { type Decoder, decodeSentence, makeDecoder, type SentenceReading, vectorWidth } from './decode.ts';
import { makeLayers, type PlacedReading } from './layers.ts';
import { joinLinks, type LinkScorer, linkMentions, makeLinkScorer } from './links.ts';
import { makeNumbering, noteMentions } from './noted.ts';
import { makePieceCutter, type PieceCutter } from './pieces.ts';
import type { SentenceUse } from './sentence-prefilter.ts';

export type { Decoder } from './decode.ts';
export type { LinkScorer } from './links.ts';
export type { PieceCutter } from './pieces.ts';

/** Padded pieces in a batch: past this the caches of a core are full and bigger batches are no faster. */
const piecesPerBatch = 512;

/** The trained reader, opened: a network and what its numbers mean. One sentence at a time is its view; links span an article. */
export interface TrainedReader {
  readonly network: Network;
  readonly cut: PieceCutter;
  readonly pieceLimit: number;
  readonly decoder: Decoder;
  readonly scorer: LinkScorer;
}

/** Put a reader together from an opened network and the tables beside its weights. */
export function makeReader(network: Network, tables: NetworkTables): TrainedReader {
  return {
    network,
    cut: makePieceCutter(tables),
    pieceLimit: tables.pieces.pieceLimit,
    decoder: makeDecoder(tables.labels),
    scorer: makeLinkScorer(tables),
  };
}

/** Read sentences, given as words, in batches of like length; what comes back is in their order. `judged` says for which fates are judged. */
export async function readSentences(
  sentences: readonly (readonly string[])[],
  reader: TrainedReader,
  pieces: number = piecesPerBatch,
  judged: readonly boolean[] = sentences.map(() => true),
): Promise<readonly SentenceReading[]> {
  const encoded = sentences.map((words) => encodeSentence(words, reader.cut, reader.pieceLimit));
  const readings = new Array<SentenceReading>(sentences.length);
  const numbers = sentences.map((_, index) => index);
  const sorts = [true, false].map((kind) => numbers.filter((index) => judged[index] === kind));
  const groups = sorts.flatMap((indexes) => groupByLength(encoded, pieces, indexes));
  for (const group of groups) {
    const rows = group.map((index) => encoded[index]).filter((row): row is Encoded => row !== undefined);
    const batch = padBatch(rows, judged[group[0] ?? 0] === true);
    const scores = await reader.network.run(batch);
    for (const [row, index] of group.entries()) {
      const words = (sentences[index] ?? []).slice(0, rows[row]?.starts.length);
      readings[index] = decodeSentence(scores, row, batch.words, words, reader.decoder);
    }
  }
  return readings;
}

/**
 * Read an article's sentences with the trained reader and lay syntax, mentions, names and coreference over its tokens.
 *
 * `useOf` says what each sentence is worth; those spared have no words in the layers. Mentions are linked where `links` is set. An article is batched by itself, so its layers never
 * depend on what else is read.
 */
export async function readDeeply(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  reader: TrainedReader,
  { useOf, links: linked }: { readonly useOf: (sentence: number) => SentenceUse; readonly links: boolean },
): Promise<DeepLayers> {
  const kept = sentences
    .map((sentence, number) => ({ sentence, number }))
    .filter(({ number }) => useOf(number) !== 'spare');
  const words = kept.map(({ sentence }) => tokens.slice(sentence.first, sentence.last).map(({ form }) => form));
  const judged = kept.map(({ number }) => useOf(number) === 'judge');
  const readings = await readSentences(words, reader, piecesPerBatch, judged);
  const numberOf = makeNumbering();
  const placed = kept.map(({ sentence, number }, index): PlacedReading => {
    const reading = readings[index] as SentenceReading;
    return {
      first: sentence.first,
      reading,
      mentions: noteMentions(words[index] ?? [], reading, number, vectorWidth, numberOf),
    };
  });
  const mentions = placed.flatMap((one) => one.mentions);
  const antecedents = linked ? linkMentions(mentions, reader.scorer) : mentions.map(() => undefined);
  const links = { antecedents, entities: joinLinks(antecedents) };
  return makeLayers(text, tokens, placed, reader.decoder.labels.types, links);
}
