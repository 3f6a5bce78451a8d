import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Six people were shot, one fatally.', ['struck 6 [Six people]', 'killed 1 [one] part']],
  ['Nine were hurt, two critically.', ['injured 9 [Nine]', 'injured 2 [two] part']],
])('reads fates told by an adverb: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each(['The design is fatally flawed.'])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
