import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Police who stormed the room freed 18 people.', ['rescued 18 [18 people]']],
  ['Eighteen hostages were freed.', ['rescued 18 [Eighteen hostages]']],
  ['Three hostages were released on Monday.', ['rescued 3 [Three hostages]']],
  ['The rebels released two captives.', ['rescued 2 [two captives]']],
  ['They welcomed the release of 12 hostages.', ['rescued 12 [12 hostages]']],
])('reads people set free: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'The man was freed on bail.',
  'Two patients were released from hospital.',
  'Police released a statement.',
  'The zoo released two owls.',
  'The band released 12 songs.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
