import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Five people remained in intensive care.', ['hospitalised 5 [Five people]']],
  ['Three of them were in critical condition.', ['hospitalised 3 [Three of them] part']],
  ['Eight passengers were taken to a hospital in Tarn.', ['hospitalised 8 [Eight passengers]']],
  ['Four were in a ward and not expected to live.', ['hospitalised 4 [Four]']],
  ['Another 50 were left with burns.', ['hospitalised 50 [50] more']],
  ['Sixteen pupils were kept overnight.', ['hospitalised 16 [Sixteen pupils]']],
])('reads the state of the hurt: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'The firm is expected to make a profit.',
  'Two men were taken to jail.',
  'The car is in good condition.',
  'Two men were taken to the river.',
  'The hospital in Tarn has 40 beds.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});

it.each([['The crash sent nine people to area hospitals.', 'struck 9 [nine people]']])(
  'leaves the outcome open only where it is: %s',
  (text, finding) => expect(tellFindings(text)).toEqual([finding]),
);
