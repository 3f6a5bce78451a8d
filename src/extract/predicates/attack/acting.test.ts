import { expect, it } from 'vitest';
import { tellFindings } from '../../../../test/kits/sentences.ts';

it.each([
  ['Five gunmen took part in the raid.', ['perpetrators 5 [Five gunmen]']],
  ['Three masked attackers stormed the hall.', ['perpetrators 3 [Three masked attackers]']],
  ['He is the only one of the four suspected attackers still alive.', ['perpetrators 4']],
  ['A group of four gunmen attacked the post.', ['perpetrators 4 [A group of four gunmen]']],
  ['Earlier reports that five gunmen took part were wrong.', ['perpetrators 5 [five gunmen] denied']],
  ['Police arrested three gunmen.', ['arrested 3 [three gunmen]']],
])('reads how many attacked: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'Four men took part in the race.',
  'A group of four friends attacked the plan.',
  'All four candidates spoke.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
