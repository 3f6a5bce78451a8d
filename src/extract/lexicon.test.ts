import { describe, expect, it } from 'vitest';
import type { Token } from '../model/index.ts';
import { isParticiple, isPluralPerson, isThingAfterPeople, personLemma, personNoun, verbClass } from './lexicon.ts';

function word(lower: string, lemma = lower): Token {
  return { start: 0, end: lower.length, form: lower, lower, lemma, pos: 'X' };
}

describe('people nouns', () => {
  it.each([
    ['man', 'man', false],
    ['men', 'man', true],
    ['officers', 'officer', true],
    ['deputies', 'deputy', true],
    ['witnesses', undefined, false],
    ['people', 'people', true],
    ['police', 'police', true],
    ['casualties', 'casualty', true],
    ['table', undefined, false],
  ])('%s', (form, lemma, plural) => {
    expect(personLemma(word(form))).toBe(lemma);
    expect(isPluralPerson(word(form))).toBe(plural);
  });

  it('says class, sex and role', () => {
    expect(personNoun('girl')).toEqual({ classes: ['children'], sex: 'female' });
    expect(personNoun('policewoman')).toMatchObject({ classes: ['police'], sex: 'female', role: 'officer' });
    expect(personNoun('gunman')).toEqual({ classes: ['perpetrators'], role: 'suspect' });
    expect(personNoun('constructor')).toBeUndefined();
  });

  it('knows nouns that make a thing of people before them', () => {
    expect(isThingAfterPeople(word('department'))).toBe(true);
    expect(isThingAfterPeople(word('officer'))).toBe(false);
  });
});

describe('casualty verbs', () => {
  it.each([
    ['shot', 'shot', { lemma: 'shoot', class: 'struck' }],
    ['kills', 'kill', { lemma: 'kill', class: 'killed' }],
    ['drowned', 'drowned', { lemma: 'drown', class: 'died' }],
    ['walked', 'walk', undefined],
  ])('%s', (form, lemma, expected) => {
    expect(verbClass(word(form, lemma))).toEqual(expected);
  });

  it('tells participles from other forms', () => {
    expect(isParticiple(word('slain'))).toBe(true);
    expect(isParticiple(word('abducted', 'abduct'))).toBe(true);
    expect(isParticiple(word('killing', 'kill'))).toBe(false);
    expect(isParticiple(word('walked', 'walk'))).toBe(false);
  });
});
