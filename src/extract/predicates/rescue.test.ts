import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Police later brought 18 people out alive.', ['rescued 18 [18 people]']],
  ['A helicopter picked two men off the roof of a barn.', ['rescued 2 [two men]']],
  ['Two men clung to a roof for 19 hours before a helicopter lifted them off.', ['rescued 2 [Two men]']],
  ['Ten have been found alive, most of them with relatives.', ['rescued 10 [Ten]']],
  ['By noon 159 people had been brought ashore.', ['rescued 159 [159 people]']],
  ['Three people were pulled alive from the rubble.', ['rescued 3 [Three people]']],
  ['163 survivors have been registered.', ['rescued 163 [163 survivors]']],
])('reads people brought to safety: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'He pulled the driver from his car.',
  'The crew lifted a box.',
  'He pulled two friends out of the meeting.',
  'The crew brought 18 boxes ashore.',
  'Fans lifted two players up.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
