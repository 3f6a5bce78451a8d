import { expect, it } from 'vitest';
import { tellFindings } from '../../../../test/kits/sentences.ts';

it.each([
  ['Four men were shot, and two did not survive.', 'killed 2 [two]'],
  ['A hiker fell to her death.', 'killed 1 [A hiker]'],
  ['Ilo Renn, 40, committed suicide in jail.', 'killed 1 [Ilo Renn, 40]'],
  ['About 70 workers were taken ill on Thursday.', 'injured 70 [About 70 workers]'],
  ['A woman has a broken pelvis.', 'injured 1 [A woman]'],
  ['Sixteen pupils were kept overnight.', 'hospitalised 16 [Sixteen pupils]'],
  ['Two men were taken into custody.', 'arrested 2 [Two men]'],
  ['A driver is in custody.', 'arrested 1 [A driver]'],
])('reads the outcome in: %s', (text, finding) => expect(tellFindings(text)).toContain(finding));

it.each([
  'The bill did not survive the vote.',
  'Nurses are sick of waiting.',
  'The papers are in safe custody.',
  'Two men were taken to the river.',
])('finds nobody in: %s', (text) => expect(tellFindings(text)).toEqual([]));
