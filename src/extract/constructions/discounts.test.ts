import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Reports that 30 people died were false.', 'denied'],
  ['A mass shooting is defined as four or more people killed.', 'hypothetical'],
  ['One in five people was killed by smoke.', 'hypothetical'],
  ['On average one villager was killed every 25 minutes.', 'hypothetical'],
  ['One in every 40 villagers was injured.', 'hypothetical'],
  ['Some 24 people were displaced per minute last year.', 'hypothetical'],
])('takes no figure from: %s', (text, modality) => {
  const findings = tellFindings(text);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.every((finding) => finding.endsWith(modality))).toBe(true);
});

it.each([
  'Reports said that 30 people died.',
  'One of five people was killed.',
  'The floods injured 50 in three districts of Harrowgate.',
  'Two villagers were killed a day after the blast.',
])('keeps the figure of: %s', (text) => {
  expect(tellFindings(text)).not.toEqual([]);
  expect(tellFindings(text)[0]).not.toMatch(/denied|hypothetical/);
});

it.each([
  ['Claims that 30 people died spread online. They are false, police say.', 'denied'],
  ["In the film's first scene, six soldiers die on a beach.", 'hypothetical'],
  ['The drill assumed a blast with 25 dead.', 'hypothetical'],
  ['The new series, filmed in Harrowgate, follows a detective after five women are murdered.', 'hypothetical'],
  ['A thriller set in Harrowgate tells of a fire in which nine people die.', 'hypothetical'],
  ['The drama, which begins on Tuesday, opens with a blast that kills four people.', 'hypothetical'],
  ['The novel imagines a flood that drowns twelve passengers.', 'hypothetical'],
  ['Crews held a drill on Tuesday in which a crash injured 20 people.', 'hypothetical'],
  ['The story of a fictional town tells how six people were shot.', 'hypothetical'],
  ['Lund, a man of 81 whose barn was lost, died of heart failure on the Friday before the water came.', 'hypothetical'],
  ['A mass shooting is one in which four or more people are shot.', 'hypothetical'],
])('takes no figure from: %s', (text, modality) => {
  expect(tellFindings(text).every((finding) => finding.endsWith(modality))).toBe(true);
});

it.each([
  'Three marchers were killed at a protest against a film.',
  'Two soldiers were killed when a drill went wrong.',
  'A series of blasts killed three people.',
  'The author of the novel was among three people killed on Monday.',
  'Three people were killed when fire broke out at a film studio.',
  'The show went on after two people were killed outside.',
])('keeps the figure of: %s', (text) => {
  expect(tellFindings(text)).toHaveLength(1);
  expect(tellFindings(text)[0]).not.toMatch(/denied|hypothetical/);
});
