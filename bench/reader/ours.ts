import { readDeeply, type TrainedReader } from '../../src/annotate/reader/index.ts';
import type { DeepLayers, Sentence, Token } from '../../src/model/index.ts';
import type { NameSpan, ReaderSentence } from './gold.ts';

/** A document: the words of each sentence. */
export type ReaderDocument = readonly (readonly string[])[];

const nameTypes: Readonly<Record<string, string>> = { person: 'PER', organisation: 'ORG', place: 'LOC' };

/** Read documents one after the other with the whole reader, as an article is read, but every sentence. */
export async function readDocuments(
  documents: readonly ReaderDocument[],
  reader: TrainedReader,
): Promise<readonly (readonly ReaderSentence[])[]> {
  const read: (readonly ReaderSentence[])[] = [];
  for (const document of documents) {
    const { tokens, sentences } = layOut(document);
    const layers = await readDeeply('gold', tokens, sentences, reader, { useOf: () => 'judge', links: true });
    read.push(sentences.map((sentence) => cutReading(sentence, layers)));
  }
  return read;
}

/** Read documents without keeping the layers, to measure speed with or without coreference; returns the number of words. */
export async function passDocuments(
  documents: readonly ReaderDocument[],
  reader: TrainedReader,
  links: boolean,
): Promise<number> {
  let words = 0;
  for (const document of documents) {
    const { tokens, sentences } = layOut(document);
    const { syntax } = await readDeeply('gold', tokens, sentences, reader, { useOf: () => 'judge', links });
    words += syntax.items.length;
  }
  return words;
}

/** Make the tokens and sentences that the words would have in a text with single spaces between them. */
function layOut(document: ReaderDocument): {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
} {
  const tokens: Token[] = [];
  let start = 0;
  const sentences = document.map((words, block): Sentence => {
    const first = tokens.length;
    for (const form of words) {
      const range = { start, end: start + form.length };
      tokens.push({ ...range, form, lower: form.toLowerCase(), lemma: form, pos: 'X' });
      start = range.end + 1;
    }
    return { start: tokens[first]?.start ?? start, end: start - 1, first, last: tokens.length, block };
  });
  return { tokens, sentences };
}

/** Extract the part of the layers that concerns one sentence, counting words from its first. */
function cutReading(
  { first, last }: Sentence,
  { syntax, mentions, properNames, coreference }: DeepLayers,
): ReaderSentence {
  const words = syntax.items.filter(({ token }) => token >= first && token < last);
  const names = properNames.items.flatMap((name): readonly NameSpan[] => {
    const type = nameTypes[name.type];
    if (name.first < first || name.last > last || type === undefined) return [];
    return [{ start: name.first - first, end: name.last - first, type }];
  });
  return {
    upos: words.map(({ upos }) => upos),
    lemmas: words.map(({ lemma }) => lemma),
    heads: words.map(({ head }) => (head === undefined ? 0 : head - first + 1)),
    relations: words.map(({ deprel }) => deprel),
    names,
    mentions: mentions.items.flatMap((mention, at) => {
      if (mention.first < first || mention.last > last) return [];
      const { type, head } = mention;
      const entity = coreference.items[at]?.entity ?? at;
      return [{ start: mention.first - first, end: mention.last - first, type, head: head - first, entity }];
    }),
  };
}
