import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['About 70 workers were taken ill on Thursday.', ['injured 70 [About 70 workers]']],
  ['A woman has a broken pelvis.', ['injured 1 [A woman]']],
  ['The blast caused injuries to a policeman.', ['injured 1 [a policeman]']],
  ['Four people suffered gunshot wounds.', ['struck 4 [Four people]']],
  ['Four people suffered non-life-threatening injuries.', ['hospitalised 4 [Four people]']],
  ['A man with a gunshot wound ran to a shop.', ['struck 1 [A man]']],
])('reads people hurt: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'Nurses are sick of waiting.',
  'The firm suffered losses.',
  'The storm brought burns to the hills.',
  'Rangers found 12 injured birds.',
  'The club suffered two defeats.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
