import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Four are among the dead, the duty officer said.', ['killed 4 [Four] part']],
  ['No children were among the injured.', ['injured 0 [No children] part']],
  ['Among the dead were three children and a nurse.', ['killed 3 [three children] part', 'killed 1 [a nurse] part']],
  ['The injured include two porters.', ['injured 2 [two porters] part']],
  ['Thirteen of the dead were women.', ['killed 13 [Thirteen of the dead] part']],
  ['The dead are five men and three women, police said.', ['killed 5 [five men]', 'killed 3 [three women]']],
  ['The injured were four pupils.', ['injured 4 [four pupils]']],
  ['Those killed were a driver and two nurses.', ['killed 1 [a driver]', 'killed 2 [two nurses]']],
  ['The dead are all men.', []],
  ['The missing are two sailors and a nurse.', ['missing 2 [two sailors]', 'missing 1 [a nurse]']],
  ['The dead are Mara Voss, 34, and Ilo Renn, 41.', ['killed 1 [Mara Voss, 34]', 'killed 1 [Ilo Renn, 41]']],
  ['Two of the injured died overnight.', ['killed 2 [Two of the injured] part']],
])('reads who is among the dead: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'Three walkers stood among the dead leaves.',
  'The missing link was found in two archives.',
  'Among those present were two judges.',
  'The dead are buried on two hills.',
  'The injured are in two hospitals.',
  'The missing were sought by two divers.',
  'The dead were his sons.',
  'The wounded are being told by two doctors.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
