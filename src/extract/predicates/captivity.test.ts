import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Gunmen took 12 teachers hostage.', ['hostages 12 [12 teachers hostage]']],
  ['He was held captive for a week.', ['hostages 1 [He]']],
  ['The third gunman held about 20 traders and shoppers in a cold store.', ['hostages 20 [about 20 traders]']],
  ['Rebels kidnapped 30 pupils.', ['hostages 30 [30 pupils]']],
  ['Six students remain kidnapped.', ['hostages 6 [Six students]']],
  ['Twelve of the hostages are still being held.', ['hostages 12 [Twelve of the hostages] part']],
  ['Twenty hostages remain inside.', ['hostages 20']],
])('reads people held by attackers: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'Two men are being held on theft charges.',
  'Police held a meeting with 20 residents.',
  'Hostage negotiators arrived.',
  'The hall held 40 guests.',
  'She spoke to a captive audience.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
