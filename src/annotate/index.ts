import type { Annotations, Article, Context, Layer, Outcome, Range } from '../model/index.ts';
import { anchorOf } from '../text/calendar.ts';
import { cutTokens } from '../text/index.ts';
import { readNames } from './names/index.ts';
import type { Settings } from './options.ts';
import { type Gazetteer, readPlaces } from './places/index.ts';
import { readQuantities } from './quantities/index.ts';
import { readDeeply, type TrainedReader } from './reader/index.ts';
import { chooseSentences, type SentenceUse } from './reader/sentence-prefilter.ts';
import { readTimes } from './times/index.ts';
import { readLocalDays } from './times/local-days.ts';

export { defaults, type Settings } from './options.ts';
export type { GazetteerName, GazetteerPlace } from './places/gazetteer.ts';
export { type Gazetteer, openGazetteer } from './places/index.ts';
export { type Decoder, type LinkScorer, makeReader, type PieceCutter, type TrainedReader } from './reader/index.ts';

/** What annotating needs beside the article: the opened gazetteer, which the caller loads. */
export interface Options extends Partial<Settings> {
  readonly gazetteer: Gazetteer;
}

function layerOf<T extends Range>(name: string, article: Article, items: readonly T[]): Layer<T> {
  return { name, text: article.text.id, producer: { name, version: '1' }, items };
}

/**
 * Lay the token, sentence, quantity, time, place and name layers over an article's text.
 *
 * Boilerplate blocks carry no tokens and so no annotation. Times count from the article's own publication date where its
 * page vouches for it; link resolves the rest again.
 */
export function annotate(article: Article, options: Options, _context: Context): Outcome<Annotations> {
  const { tokens, sentences } = cutTokens(article);
  const blocks = article.blocks.filter((block) => block.kind !== 'boilerplate');
  const names = readNames(article, tokens.items, sentences.items, options.gazetteer);
  const places = readPlaces(article, tokens.items, sentences.items, options.gazetteer, names);
  const anchor = anchorOf(article);
  const times = readLocalDays(readTimes(article.text.value, anchor, blocks), places, anchor, article.published?.value);
  return {
    value: {
      tokens,
      sentences,
      quantities: readQuantities(tokens, sentences),
      times: layerOf('times', article, times),
      names: layerOf('names', article, names),
      places: layerOf('places', article, places),
    },
    issues: [],
  };
}

/**
 * Add what the trained reader finds: syntax, mentions, proper names and coreference over the same tokens.
 *
 * Sentences that can hold no claim, nor a name a claim needs, are spared unless `everySentence` is set; without `links` the
 * coreference layer leaves every mention to itself.
 *
 * Apart from `annotate` because the network answers in its own time; everything else is had at once and without it.
 */
export async function deepen(
  article: Article,
  annotations: Annotations,
  reader: TrainedReader,
  { everySentence, links }: Settings,
  _context: Context,
): Promise<Outcome<Annotations>> {
  const { tokens, sentences } = annotations;
  const chosen = everySentence ? undefined : chooseSentences(article, annotations);
  const useOf = (at: number): SentenceUse => chosen?.[at] ?? 'judge';
  const deep = await readDeeply(article.text.id, tokens.items, sentences.items, reader, { useOf, links });
  return { value: { ...annotations, deep }, issues: [] };
}
