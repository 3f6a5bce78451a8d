import type { Range } from '../../src/model/index.ts';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** List the sentences of a text by the Unicode rules; no reading of ours is in it. */
export function wholeSentence(text: string): readonly Range[] {
  return [...sentences.segment(text)].map(({ index, segment }) => ({
    start: index,
    end: index + segment.trimEnd().length,
  }));
}
