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
