import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Killed were two guards and a driver.', ['killed 2 [two guards]', 'killed 1 [a driver]']],
  ['Also hurt was a nurse.', ['injured 1 [a nurse]']],
  ['Injured in the crash near the dam were six tourists.', ['injured 6 [six tourists]']],
])('reads fates told before their people: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'Killed off in the second act was the best of its jokes.',
  'Arrested in the bay was the drift of the ice.',
  'Hit by delays, the new trains were two years late.',
])('finds nobody in: %s', (text) => expect(tellFindings(text)).toEqual([]));
