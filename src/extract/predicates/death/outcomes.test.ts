import { expect, it } from 'vitest';
import { tellFindings } from '../../../../test/kits/sentences.ts';

it.each([
  ['Four men were shot, and two did not survive.', 'killed 2 [two]'],
  ['A hiker fell to her death.', 'killed 1 [A hiker]'],
  ['Ilo Renn, 40, committed suicide in jail.', 'killed 1 [Ilo Renn, 40]'],
  ['Two hikers froze to death.', 'killed 2 [Two hikers]'],
])('reads the outcome in: %s', (text, finding) => expect(tellFindings(text)).toContain(finding));

it.each([
  'The bill did not survive the vote.',
  'The mill did not survive the flood.',
  'The climb was met with applause.',
])('finds nobody in: %s', (text) => expect(tellFindings(text)).toEqual([]));
