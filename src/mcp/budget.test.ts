import { countTokens } from 'gpt-tokenizer';
import { describe, expect, it } from 'vitest';
import { chooseShort, estimateTokens, halve, shorten } from './budget.ts';

describe('the estimate of tokens', () => {
  it.each([
    'At least 12 people were killed in a fire at a mill in Norwick, police said on Monday.',
    JSON.stringify({ id: 'incident-73772511e7e489cc', article: 'text-0f3a91bc77d2e4a1', start: 1204, end: 1231 }),
    'https://courier.example/2031/05/06/springfield-mill-fire-police-12.html?id=8f3c',
    'Не менее 12 человек погибли при пожаре',
    '“Twelve,” said the ministry’s spokesman — “no more.”',
    '工場の火災で12人が死亡',
  ])('is no lower than a tokenizer counts: %s', (text) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(countTokens(text) * 0.95);
  });
});

describe('an answer', () => {
  const words = (count: number) => () => 'word '.repeat(count);

  it('is the fullest that is short enough', async () => {
    expect(await chooseShort([words(9000), words(4000), words(10)])).toHaveLength(20_000);
  });

  it('is the last where none is', async () => {
    expect(await chooseShort([words(9000), words(8000)])).toHaveLength(40_000);
  });

  it('is tried with half as much, and half of that', () => {
    expect(halve(10)).toEqual([10, 5, 2, 1]);
  });

  it('is cut between characters', () => {
    expect(shorten('a  fire', 20)).toBe('a fire');
    expect(shorten('fire 🔥🔥', 7)).toBe('fire …');
  });
});
