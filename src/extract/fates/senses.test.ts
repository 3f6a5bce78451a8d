import { describe, expect, it } from 'vitest';
import type { Token } from '../../model/index.ts';
import { sensesOf } from './senses.ts';

const makeToken = (lower: string, lemma: string, pos: Token['pos']): Token =>
  ({ form: lower, lower, lemma, pos, start: 0, end: lower.length }) as Token;

describe('senses of predicates', () => {
  it('are found by lemma and word class', () => {
    expect(sensesOf(makeToken('rescued', 'rescue', 'VERB'))).toEqual(['saving']);
    expect(sensesOf(makeToken('drowned', 'drown', 'VERB'))).toEqual(['dying']);
  });

  it('are none of words that say nothing of people, nor of the same word in another class', () => {
    expect(sensesOf(makeToken('painted', 'paint', 'VERB'))).toEqual([]);
    expect(sensesOf(makeToken('drowned', 'drown', 'PUNCT'))).toEqual([]);
  });
});
