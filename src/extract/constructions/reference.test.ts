import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['The toll rose to nine.\nThe service, whose own figure on Monday was seven, said so.', ['killed 7']],
  ['Nineteen people were injured.\nThe number of children among them, four, did not change.', ['injured 4']],
  ['Seven teenagers were hurt.\nAn eighth teenager was injured.', ['injured 8', 'injured 1 [An eighth teenager] more']],
])('leans on the figure told before: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'The fair opened at noon.\nThe figure was seven.',
  'The toll rose to nine.\nThe total was 40,000 crowns.',
  'The toll rose to nine.\nThe figure was 12 percent.',
  'The toll rose to nine.\nThe number could rise.',
])('finds no figure in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});

it('reads no total from an ordinal that does not follow the figure told', () => {
  expect(tellFindings('Two people were killed.\nA fifth man was injured.')).toEqual(['injured 1 [A fifth man] more']);
});
