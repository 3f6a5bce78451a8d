import { expect, it } from 'vitest';
import { foldLetters, foldName, foldWords } from './fold.ts';

it('folds case and diacritics, not letters of their own', () => {
  expect(foldLetters('Élise Ørn')).toBe('elise ørn');
});

it('folds what stands between words', () => {
  expect(foldWords(' The Hill-Side Courier.')).toBe('the hill side courier');
});

it('folds a name as reports write it', () => {
  expect(foldName('The  U.N. mission’s chief')).toBe('un missions chief');
  expect(foldName('Theodor Vale')).toBe('theodor vale');
});
