import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Dead: 4', ['killed 4']],
  ['Killed - 4', ['killed 4']],
  ['Wounded – 9', ['injured 9']],
  ['Dead: 4. Injured: 9.', ['killed 4']],
  ['Dead: 4, injured: 9, missing: two', ['killed 4', 'injured 9', 'missing 2']],
  ['Dead: 4 Injured: 9', ['killed 4', 'injured 9']],
  ['Fatalities: at least 12', ['killed 12']],
  ['Killed: 4 soldiers', ['killed 4']],
  ['Injured 9', ['injured 9']],
  ['KIA: 3', ['killed 3']],
  ['The ambush left 3 soldiers KIA and 5 WIA, the army said.', ['killed 3 [3 soldiers]', 'injured 5']],
  ['The clash ended with 2 KIA, 4 WIA and 1 MIA.', ['killed 2', 'injured 4', 'missing 1']],
])('reads figures of bulletins: %s', (text, findings) => {
  expect(tellFindings(text).slice(0, findings.length)).toEqual(findings);
});

it.each([
  'Dead: 2024 in review',
  'Injured: see page 4',
  'Killed: 4 cows',
  'Missing: 12 pages of the ledger',
  'He sold 3 Kia cars.',
  'Wounded pride - 9 points lost',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
