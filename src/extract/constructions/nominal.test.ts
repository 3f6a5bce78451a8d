import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['There were 30 casualties.', ['casualties 30']],
  ['No injuries were reported.', ['injured 0']],
  ['Divers recovered 12 bodies.', ['killed 12']],
  ['The flood claimed 63 lives.', ['killed 63']],
  ['He condemned the killing of two judges.', ['killed 2 [two judges]']],
  ['The blast caused injuries to a policeman.', ['injured 1 [a policeman]']],
  ['The deaths on Friday of two pilots shocked the town.', ['killed 2 [two pilots]']],
  ['They welcomed the release of 12 hostages.', ['rescued 12 [12 hostages]']],
  ['The group says it has 12 hostages.', ['hostages 12']],
  // The wounds are one person's.
  ['She suffered multiple injuries.', ['hospitalised 1 [She]']],
])('reads casualties stated by nouns: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each(['He is serving two life sentences.', 'The storm brought burns to the hills.', 'They face the death penalty.'])(
  'finds nobody in: %s',
  (text) => {
    expect(tellFindings(text)).toEqual([]);
  },
);

it.each([
  ['Police call the triple slaying a feud.', ['killed 3']],
  ['The double-decker was slaying time.', []],
])('counts the dead of: %s', (text, findings) => expect(tellFindings(text)).toEqual(findings));
