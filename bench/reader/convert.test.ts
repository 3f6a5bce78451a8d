import { describe, expect, it } from 'vitest';
import { type PeerSentence, rawNames, toUniversalHeads, trimmedNames } from './convert.ts';

/** Make a sentence from words written "form label head"; forms with a capital are proper nouns. */
function say(words: string, entities: PeerSentence['entities'] = []): PeerSentence {
  const rows = words
    .trim()
    .split(/\s*\n\s*/)
    .map((row) => row.split(' '));
  return {
    upos: rows.map(([form = '']) => (/^[A-Z]/.test(form) ? 'PROPN' : 'X')),
    lower: rows.map(([form = '']) => form.toLowerCase()),
    heads: rows.map(([, , head]) => Number(head)),
    labels: rows.map(([, label = '']) => label),
    entities,
  };
}

describe('toUniversalHeads', () => {
  it('hangs prepositions on their complements', () => {
    const went = say(`
      she nsubj 2
      went ROOT 0
      out prep 2
      of prep 3
      town pobj 4
    `);
    expect(toUniversalHeads(went)).toEqual([2, 0, 5, 5, 2]);
  });

  it('hangs "be" on its predicate, but not after "there"', () => {
    const teacher = say(`
      he nsubj 2
      is ROOT 0
      a det 4
      teacher attr 2
      in prep 4
      Ostrel pobj 5
      . punct 2
    `);
    expect(toUniversalHeads(teacher)).toEqual([4, 4, 4, 0, 6, 4, 4]);
    const there = say(`
      there expl 2
      is ROOT 0
      hope attr 2
    `);
    expect(toUniversalHeads(there)).toEqual([2, 0, 2]);
    const where = say(`
      it nsubj 2
      was ROOT 0
      near prep 2
      Ostrel pobj 3
    `);
    expect(toUniversalHeads(where)).toEqual([4, 4, 4, 0]);
  });

  it('hangs every member of a coordination on the first', () => {
    const fruit = say(`
      pears ROOT 0
      , punct 1
      plums conj 1
      and cc 3
      figs conj 3
    `);
    expect(toUniversalHeads(fruit)).toEqual([0, 3, 1, 5, 1]);
  });

  it('hangs the words of a person on the first, not those of a body', () => {
    const words = `
      Mara compound 3
      Anna compound 3
      Lund nsubj 4
      slept ROOT 0
    `;
    expect(toUniversalHeads(say(words, [[0, 3, 'PERSON']]))).toEqual([4, 1, 1, 0]);
    expect(toUniversalHeads(say(words, [[0, 3, 'ORG']]))).toEqual([3, 3, 4, 0]);
  });
});

describe('names of the peer', () => {
  it('keep people, organisations and places, and can be trimmed', () => {
    const words = `
      the det 3
      Ostrel compound 3
      Guild ROOT 0
      's case 3
    `;
    const sentence = say(words, [
      [0, 4, 'ORG'],
      [1, 2, 'NORP'],
    ]);
    expect(rawNames(sentence)).toEqual([{ start: 0, end: 4, type: 'ORG' }]);
    expect(trimmedNames(sentence)).toEqual([{ start: 1, end: 3, type: 'ORG' }]);
  });
});
