import { describe, expect, it } from 'vitest';
import { findNames, namePattern } from './names.ts';

const wordsOf = (text: string, names: readonly string[]): readonly string[] =>
  findNames(text, names).map(({ start, end }) => text.slice(start, end));

describe('findNames', () => {
  it.each([
    ['Ada Quill, 34, died. Quill had worked there.', ['Ada Quill', 'Quill']],
    ['ADA QUILL; ada-quill.html', ['ADA QUILL', 'ada-quill']],
    ['Quillan wrote with a quill.', []],
    ['Ada Quills', []],
    ['Ada was a nurse. They loved Ada’s jokes.', ['Ada', 'Ada']],
    ['Mary Ada Renn and Ada Renn live in Ada.', []],
  ])('in %s', (text, found) => expect(wordsOf(text, ['Ada Quill'])).toEqual(found));

  it.each([
    ['Her brother, Tom Quill, 40, said Tom.', ['Tom Quill', 'Tom']],
    ['“Tom always laughed,” said Tom Quill.', ['Tom', 'Tom Quill']],
    ['the mother, Liora J. Quill; Ada M. Quill', ['Liora J. Quill', 'Ada M. Quill']],
    ['his aunt, Berta van der Quill, and Ada “Addie” Quill', ['Berta van der Quill', 'Ada “Addie” Quill']],
    ['Tovin Quill, 19, died. TOM QUILL', ['Tovin Quill', 'TOM QUILL']],
    ['a son, Sam Renn-Quill, and a daughter, Eva Quill-Renn', ['Sam Renn-Quill', 'Eva Quill-Renn']],
    ['The family, the Quills, left.', ['Quills']],
    ['June Quill was there in June.', ['June Quill']],
  ])('finds all of the names of whoever has the family name: %s', (text, found) =>
    expect(wordsOf(text, ['Ada Quill'])).toEqual(found),
  );

  it.each([
    ['Mayor Quill and Mrs. Quill met Dr. Quill.', ['Quill', 'Quill', 'Quill']],
    ['On Monday Quill left. When Quill came, in May Quill said.', ['Quill', 'Quill', 'Quill']],
    ['Police Officer Quill; Prime Minister Quill', ['Quill', 'Quill']],
    ['Tom Renn, a friend of Quill, spoke.', ['Quill']],
    ['Tom Baker met the quills.', []],
    ['Neighbours said Quill (left) was kind.', ['Quill']],
  ])('takes no title, day or other word for a name: %s', (text, found) =>
    expect(wordsOf(text, ['Ada Quill'])).toEqual(found),
  );

  it('finds each part of a name of three and more', () => {
    const text =
      'Ana Lucia Brell Orvado died. Ms Brell was 30. Lucia Orvado, or Ana Lucia, lived in Lucia Bay; Mr Brell-Orvado.';
    expect(wordsOf(text, ['Ana Lucia Brell Orvado'])).toEqual([
      ...['Ana Lucia Brell Orvado', 'Brell', 'Lucia Orvado', 'Ana Lucia', 'Lucia', 'Brell-Orvado'],
    ]);
  });

  it('takes a given name that is a word as well only within a sentence', () => {
    expect(wordsOf('Will they come? They loved Will. Will Orme, 19, died.', ['Will Orme'])).toEqual([
      'Will',
      'Will Orme',
    ]);
  });

  it('needs a full name for a pattern, and finds nothing of nobody', () => {
    expect(namePattern(['Quill'])).toBeUndefined();
    expect(findNames('Quill', [])).toEqual([]);
  });
});
