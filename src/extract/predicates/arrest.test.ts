import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Two men were taken into custody.', ['arrested 2 [Two men]']],
  ['A driver is in custody.', ['arrested 1 [A driver]']],
  ['Police arrested three gunmen.', ['arrested 3 [three gunmen]']],
  ['Forty protesters were detained.', ['detained 40 [Forty protesters]']],
  ['The arrest of two clerks surprised the town.', ['arrested 2 [two clerks]']],
])('reads people arrested: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'The papers are in safe custody.',
  'Police held a meeting with 20 residents.',
  'Cardiac arrest is common.',
  'The custody of the land is disputed.',
  'The camera captured two flashes.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
