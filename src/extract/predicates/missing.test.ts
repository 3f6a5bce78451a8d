import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['27 people are missing.', ['missing 27 [27 people]']],
  ['Twenty-three more have not been found.', ['missing 23 [Twenty-three more] more']],
  ['Twelve people died and 3 were never found.', ['killed 12 [Twelve people]', 'missing 3 [3]']],
  ['Six people are still unaccounted for.', ['missing 6 [Six people]']],
  ['Eight sailors have yet to be found.', ['missing 8 [Eight sailors]']],
  ['Forty people are feared trapped in the ruins.', ['missing 40 [Forty people] feared']],
])('reads people missing: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'No weapon has been found.',
  'Two missing pages were never found.',
  'Nobody is unaccounted for.',
  'A missing person report was filed.',
  'The letter has two missing pages.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
