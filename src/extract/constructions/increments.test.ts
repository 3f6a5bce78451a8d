import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['The floods brought 71 additional deaths, taking the total to 1,070.', ['killed 71', 'killed 1070']],
  ['Three more people died on Monday, bringing the total to 19.', ['killed 3 [Three more people] more', 'killed 19']],
  ['Another four patients died, pushing the confirmed tally to 14.', ['killed 4 [four patients] more', 'killed 14']],
  ['Six more were wounded, raising the count since Sunday to 27.', ['injured 6 [Six more] more', 'injured 27']],
  ['The clinic had told of 12 deaths.\n\nOvernight two were added, taking the total to 14.', ['killed 14']],
  ['A third victim has died after the fire.', ['killed 3', 'killed 1 [A third victim] more']],
  ['A fifth miner has died in hospital.', ['killed 5', 'killed 1 [A fifth miner] more']],
  ['Two people were killed.\n\nA third victim died overnight.', ['killed 3', 'killed 1 [A third victim] more']],
])('reads what a figure has grown to: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  ['Three people died. The firm raised the total to 40 million euros.', 'killed 40000000'],
  ['Two people died as a shop opened, bringing the total to 12 shops.', 'killed 12'],
  ['Two people were hurt.\n\nA third person has died.', 'killed 3'],
  ['His third wife died.', 'killed 3'],
  ['A second officer said one person died.', 'killed 2'],
  ['A third man was killed by the train.', 'killed 3'],
])('reads no such figure in: %s', (text, wrong) => {
  expect(tellFindings(text)).not.toContain(wrong);
});
