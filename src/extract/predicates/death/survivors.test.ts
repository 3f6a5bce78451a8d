import { expect, it } from 'vitest';
import { tellFindings } from '../../../../test/kits/sentences.ts';

it.each([
  ['Nobody survived.', ['killed ? [Nobody]']],
  ['None of the 12 passengers survived.', ['killed 12 [the 12 passengers]']],
  ['There were no survivors.', ['killed ? [no survivors]']],
])('reads that nobody lived: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each(['Three people survived.', 'Rescuers found no survivors.', 'The mill survived the flood.'])(
  'finds no dead in: %s',
  (text) => {
    expect(tellFindings(text).filter((finding) => finding.startsWith('killed'))).toEqual([]);
  },
);
