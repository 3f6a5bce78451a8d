import type { Annotations, Article, Context, Layer, Outcome, Range } from '../model/index.ts';
import { anchorOf } from '../text/calendar.ts';
import { cutTokens } from '../text/index.ts';
import { readNames } from './names/index.ts';
import { type Gazetteer, readPlaces } from './places/index.ts';
import { readQuantities } from './quantities/index.ts';
import { readTimes } from './times/index.ts';

export type { Gazetteer } from './places/index.ts';

/** Settings a config file may hold; there are none yet. */
export type Settings = Readonly<Record<never, never>>;

/** What annotating needs beside the article: the opened gazetteer, which the caller loads. */
export interface Options extends Settings {
  readonly gazetteer: Gazetteer;
}

export const defaults: Settings = {};

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
  return {
    value: {
      tokens,
      sentences,
      quantities: readQuantities(tokens, sentences),
      times: layerOf('times', article, readTimes(article.text.value, anchorOf(article), blocks)),
      names: layerOf('names', article, names),
      places: layerOf('places', article, readPlaces(article, tokens.items, sentences.items, options.gazetteer, names)),
    },
    issues: [],
  };
}
