import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['The death toll rose from 12 to 19 overnight.', ['killed 19']],
  ['The number of people known to have died in the flood has climbed to 13.', ['killed 13']],
  ['The ministry revised the toll down from 19 to 17.', ['killed 17']],
  ['Deaths from the cyclone reached 18.', ['killed 18']],
  ['The death toll rose by three to 19.', ['killed 19']],
  ['Officials put the number of dead at 14 on Friday.', ['killed 14']],
  [
    'She put the injured at 61 and the number of those who have left their homes at about 5,000.',
    ['injured 61', 'displaced 5000'],
  ],
  ['The number of dead and injured stands at 80.', ['casualties 80']],
  ['A council that had spoken of 31 deaths said its list now held 15 names.', ['killed 31', 'killed 15']],
  ['The toll could reach 40.', ['killed 40 hypothetical']],
  ['The death toll is expected to rise to 60.', ['killed 60 hypothetical']],
])('reads toll and number-of figures: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'The toll road raised fees to 12 crowns.',
  'The number of homes destroyed rose to 40.',
  'The drought took its toll on 12 villages.',
  'The list of speakers held 15 names.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
