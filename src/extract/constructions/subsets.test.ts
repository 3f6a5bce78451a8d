import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  [
    'Nine people were killed and three hurt, including a girl.',
    ['killed 9 [Nine people]', 'injured 3 [three]', 'injured 1 [a girl] part'],
  ],
  [
    '31 people were killed, including four children and a nurse.',
    ['killed 31 [31 people]', 'killed 4 [four children] part', 'killed 1 [a nurse] part'],
  ],
  [
    'Nineteen people have died, four children among them, and more than 50 were hurt.',
    ['killed 19 [Nineteen people]', 'injured 50 [more than 50]', 'killed 4 [four children] part'],
  ],
  ['The number of people killed has risen to 19, including 4 children.', ['killed 19', 'killed 4 [4 children] part']],
  ['Nine people died, among them two guards.', ['killed 9 [Nine people]', 'killed 2 [two guards] part']],
  ['Nine people died, including in Tarn.', ['killed 9 [Nine people]']],
])('reads parts of a figure named beside it: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each(['The cargo, including 40 crates, arrived.'])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
