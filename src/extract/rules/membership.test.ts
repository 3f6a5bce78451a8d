import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Four are among the dead, the duty officer said.', ['killed 4 [Four] part']],
  ['No children were among the injured.', ['injured 0 [No children] part']],
  ['Among the dead were three children and a nurse.', ['killed 3 [three children] part', 'killed 1 [a nurse] part']],
  ['The injured include two porters.', ['injured 2 [two porters] part']],
  ['Thirteen of the dead were women.', ['killed 13 [Thirteen of the dead] part']],
  ['Two of the injured died overnight.', ['killed 2 [Two of the injured] part']],
])('reads who is among the dead: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'Three walkers stood among the dead leaves.',
  'The missing link was found in two archives.',
  'Among those present were two judges.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
