import { expect, it } from 'vitest';
import type { Token } from '../model/index.ts';
import { mendTags } from './tags.ts';

/** Tokens of words written as form/TAG. */
function tag(words: string): readonly Token[] {
  let start = 0;
  return words.split(' ').map((word) => {
    const [form = '', pos = 'X'] = word.split('/');
    const token = { start, end: start + form.length, form, lower: form.toLowerCase(), lemma: form.toLowerCase(), pos };
    start = token.end + 1;
    return token as Token;
  });
}

it.each([
  '3/NUM killed/VERB ,/PUNCT 4/NUM hurt/NOUN in/ADP crash/NOUN',
  'Teen/NOUN fatally/ADV shot/NOUN in/ADP Orrin/PROPN',
  '9/NUM -/PUNCT year/NOUN -/PUNCT old/ADJ shot/PROPN in/ADP head/NOUN',
])('tags the participle of harm as a verb: %s', (words) => {
  const mended = mendTags(tag(words), 'headline');
  expect(mended.filter(({ pos, lower }) => pos === 'VERB' && /^(?:hurt|shot)$/.test(lower))).toHaveLength(1);
});

it.each([
  'He/PRON heard/VERB one/NUM shot/NOUN at/ADP noon/NOUN',
  'The/DET shot/NOUN missed/VERB',
  'two/NUM hurt/ADJ men/NOUN left/VERB',
])('leaves alone: %s', (words) => {
  const tokens = tag(words);
  expect(mendTags(tokens, 'body')).toBe(tokens);
});
