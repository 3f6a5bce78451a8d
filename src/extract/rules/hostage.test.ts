import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/sentences.ts';

it.each([
  ['Gunmen took 12 teachers hostage.', ['hostages 12 [12 teachers hostage]']],
  ['He was held captive for a week.', ['hostages 1 [He]']],
  ['The third gunman held about 20 traders and shoppers in a cold store.', ['hostages 20 [about 20 traders]']],
  ['Rebels kidnapped 30 pupils.', ['hostages 30 [30 pupils]']],
  ['Twenty hostages remain inside.', ['hostages 20']],
])('reads people held by attackers: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'Police held a meeting with 20 residents.',
  'Hostage negotiators arrived.',
  'She spoke to a captive audience.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
