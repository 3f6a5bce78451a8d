import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['The group spoke of 40 dead soldiers.', ['killed 40 [40 dead soldiers]']],
  ['Divers searched for eleven missing sailors.', ['missing 11 [eleven]']],
])('reads fates told by an adjective: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each(['The map shows two dead ends.', 'The dead man was not named.', 'Rangers found 12 injured birds.'])(
  'finds nobody in: %s',
  (text) => {
    expect(tellFindings(text)).toEqual([]);
  },
);
