import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Floods killed four people in Harrowgate and six in Tarn.', ['killed 4 [four people]', 'killed 6 [six]']],
  ['In Harrowgate four, in Tarn six died.', ['killed 6 [six]', 'killed 4 [four]']],
  [
    'Nine people died in the flood, seven of them in the town of Harrowgate and the other two in nearby Tarn.',
    ['killed 9 [Nine people]', 'killed 7 [seven of them] part', 'killed 2 [two] part'],
  ],
  ['Seven people were killed in Harrowgate and two in Tarn.', ['killed 7 [Seven people]', 'killed 2 [two]']],
  [
    'Sixty people were rescued, four of them by a fishing boat.',
    ['rescued 60 [Sixty people]', 'rescued 4 [four of them] part'],
  ],
  [
    'Seventeen people died that night and one six weeks later.',
    ['killed 17 [Seventeen people]', 'killed 1 [one] part'],
  ],
  ['Three people died and two in the crowd fled.', ['killed 3 [Three people]']],
  ['Nine people died; two of them had set out at dawn.', ['killed 9 [Nine people]']],
])('reads parts that repeat no verb: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each(['The club scored two goals in Harrowgate and one in Tarn.'])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
