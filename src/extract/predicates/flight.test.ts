import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Some 3,400 have had to leave their homes.', ['displaced 3400 [Some 3,400]']],
  ['Around 3,400 residents have been moved out.', ['displaced 3400 [Around 3,400 residents]']],
  ['About 1,100 people have yet to return to their homes.', ['displaced 1100 [About 1,100 people]']],
  ['Forty tenants were made homeless by the fire.', ['displaced 40 [Forty tenants]']],
  ['Hundreds fled their homes.', ['displaced hundreds [Hundreds]']],
  ['Ninety people were evacuated.', ['displaced 90 [Ninety people]']],
])('reads people driven from home: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each(['A man left his home at eight.', 'Two patients moved out of hospital.', 'The homeless shelter has 40 beds.'])(
  'finds nobody in: %s',
  (text) => {
    expect(tellFindings(text)).toEqual([]);
  },
);

it.each([
  ['More than 12,000 people have fled.', 'displaced 12000 [More than 12,000 people]'],
  ['Floods forced thousands from their homes.', 'displaced thousands [thousands]'],
])('reads flight in: %s', (text, finding) => expect(tellFindings(text)).toEqual([finding]));

it.each(['Two men fled the scene.', 'Forty officers fled on foot.', 'They forced a man to leave.'])(
  'reads no flight in: %s',
  (text) => expect(tellFindings(text)).toEqual([]),
);
