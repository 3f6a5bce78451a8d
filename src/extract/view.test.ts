import { describe, expect, it } from 'vitest';
import { viewSentence, viewText } from '../../test/kits/views.ts';
import { rangeOf, wordAt } from './view.ts';

describe('viewSentences', () => {
  const text = 'Mara Voss, 41, died on Friday.\nTwo guards fled.';
  const views = viewText(text);

  it('counts tokens, quantities and names within their own sentence', () => {
    expect(views.map(({ paragraph, index }) => [paragraph, index])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const [first, second] = views;
    expect(first?.names.map(({ first, last }) => [first, last])).toEqual([[0, 2]]);
    expect(first?.nameOver.slice(0, 3).map((name) => name?.name)).toEqual(['Mara Voss', 'Mara Voss', undefined]);
    expect(first?.quantityOver[3]?.value.anchor).toBe(41);
    expect(second?.quantities.map(({ first, last }) => [first, last])).toEqual([[0, 1]]);
    expect(second?.quantityOver[0]).toBe(second?.quantities[0]);
    expect(second?.nameOver[0]).toBeUndefined();
  });

  it('joins the words so that every token begins where it says', () => {
    for (const view of views) {
      view.tokens.forEach((token, at) => {
        const start = view.wordStarts[at] ?? -1;
        expect(view.words.slice(start, start + token.lower.length)).toBe(token.lower);
      });
    }
  });

  it('gives words and ranges, and nothing outside the sentence', () => {
    const view = viewSentence('Two guards fled.');
    expect(wordAt(view, 0)).toBe('two');
    expect(wordAt(view, -1)).toBe('');
    expect(wordAt(view, 99)).toBe('');
    expect(rangeOf(view, 0, 2)).toEqual({ start: 0, end: 10 });
    expect(rangeOf(view, -3, 99)).toEqual({ start: 0, end: 16 });
  });
});
