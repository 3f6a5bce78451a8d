import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  [
    'Harrowgate blast kills 38 soldiers Print Tweet Views 1430 Related 43 civilians dead in Tarn Monitor speaks',
    'killed 38 [38 soldiers]',
  ],
  ['Flood kills nine people Share Email Trending 14 miners dead in Ottley pit Weather', 'killed 9 [nine people]'],
])('leaves out what a glued line tells of other news: %s', (text, finding) => {
  expect(tellFindings(text)).toEqual([finding]);
});

it.each([
  ['Related deaths aside, nine people were killed.', 'killed 9 [nine people]'],
  ['The Print shop fire killed nine people.', 'killed 9 [nine people]'],
  ['Share prices fell after nine people were killed.', 'killed 9 [nine people]'],
])('keeps the figure of: %s', (text, finding) => {
  expect(tellFindings(text)).toContain(finding);
});
