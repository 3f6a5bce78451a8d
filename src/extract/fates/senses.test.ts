import { describe, expect, it } from 'vitest';
import { viewText } from '../../../test/kits/views.ts';
import { sensesOf } from './senses.ts';

const sensesIn = (text: string): readonly string[] =>
  viewText(text).flatMap(({ tokens }) =>
    tokens.flatMap((token) => sensesOf(token).map((sense) => `${token.lower} ${sense}`)),
  );

describe('senses of predicates', () => {
  it('are found by lemma and word class', () => {
    expect(sensesIn('Divers rescued nine anglers who had drowned.')).toEqual(
      expect.arrayContaining(['rescued saving', 'drowned dying']),
    );
  });

  it('are none of words that say nothing of people', () => {
    expect(sensesIn('The council painted a bench in the park.')).toEqual([]);
  });
});
