import { expect, it } from 'vitest';
import { tellFindings } from '../../../../test/kits/sentences.ts';

it.each([
  ['Both men died at the scene.', ['killed 2 [Both men]']],
  ['The raid ended with two pilots dead.', ['killed 2 [two pilots]']],
  ['Nine people have lost their lives.', ['killed 9 [Nine people]']],
  ['Two attackers blew themselves up at the gate.', ['killed 2 [Two attackers]']],
  ['Adding the three assailants, 22 people died.', ['killed 3 [the three assailants]', 'killed 22 [22 people]']],
  ['Twelve miners are feared dead.', ['killed 12 [Twelve miners] feared']],
  [
    'Seven of the eight people listed earlier have since been found dead.',
    ['killed 7 [Seven of the eight people] part'],
  ],
  ['Six prisoners were hanged.', ['killed 6 [Six prisoners]']],
  ['No one died at the mill.', ['killed 0 [No one]']],
  ['A man killed two cousins, then himself.', ['killed 2 [two cousins]', 'killed 1 [A man]']],
])('reads people dying: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'A woman of 81 died of heart failure.',
  'The lane is a dead end.',
  'The engine died.',
  'The gallery hung two portraits.',
  'Two soldiers hung about the gate.',
  'He washed the car, then himself.',
  'The boys blew up two balloons.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
