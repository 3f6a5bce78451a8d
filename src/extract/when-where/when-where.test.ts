import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../test/kits/report-texts.ts';
import { answer, doubled } from './model.ts';

/** A Thursday. */
const published = '2024-05-16';

function tellMain(text: string) {
  const main = readDraft({ text, published }).mentions.find((mention) => mention.main);
  return { date: main?.when[0]?.value?.edtf, place: main?.where[0]?.name };
}

describe('a happening has the day it was on', () => {
  it.each([
    [
      'not the day it was told',
      'A bomb killed 12 people in Leeds on Monday, the mayor said on Wednesday.',
      '2024-05-13',
    ],
    [
      'not the day its trial opened',
      'The trial of a man accused of killing two people in Leeds on 7 May opened on Tuesday.',
      '2024-05-07',
    ],
    [
      'not the arrest over it',
      'Police on Tuesday arrested a driver over the deaths of two people in a crash in Hull.',
      undefined,
    ],
    [
      'the day of a raid with arrests',
      'Soldiers killed two people and arrested nine in Leeds on Tuesday, the army said.',
      '2024-05-14',
    ],
    ['the day a fire began', 'Four people were killed in a fire in Leeds that began on Sunday.', '2024-05-12'],
    [
      'not the arrest',
      'Two men were arrested on Wednesday. A blast killed four people in Leeds on Sunday.',
      '2024-05-12',
    ],
    ['not the burial', 'Four people killed in a fire in Leeds on Sunday were buried on Wednesday.', '2024-05-12'],
    [
      'not the march',
      'Hundreds marched in Leeds on Tuesday after two people were killed in a crash on Sunday.',
      '2024-05-12',
    ],
    [
      'not the beginning of a count',
      'Since the truce took effect on 10 October, 900 people died. Three were killed in Leeds on Tuesday.',
      '2024-05-14',
    ],
  ])('%s', (_, text, day) => expect(tellMain(text).date).toBe(day));
});

describe('what is told beside the news', () => {
  const days = (text: string) =>
    readDraft({ text, published }).mentions.map(({ main, when }) => [main, when[0]?.value?.edtf]);

  it('says no day for what an earlier time is told of', () => {
    const text = 'A bomb killed 12 people in Leeds on Monday. A bomb in Hull had killed nine people the year before.';
    expect(days(text).filter(([main, day]) => main === false && day === '2024-05-13')).toEqual([]);
  });
});

describe('a happening has the place it was at', () => {
  it.each([
    ['not the seat of who speaks', 'A bomb killed 12 people in Leeds on Monday, officials in London said.', 'Leeds'],
    [
      'not the dateline',
      'LONDON (Agency) - A crash killed four people in Leeds on Sunday.\nPolice in Leeds are searching.',
      'Leeds',
    ],
    [
      'not the hospital',
      'Four people were killed in a fire in Leeds on Sunday. Others were taken to a hospital in Boston.',
      'Leeds',
    ],
  ])('%s', (_, text, place) => expect(tellMain(text).place).toBe(place));
});

describe('answer', () => {
  const candidates = [
    { key: 'a', signs: ['near'] },
    { key: 'b', signs: ['far'] },
    { key: 'b', signs: ['far'] },
  ];

  it('shares one probability, and lets mentions of one answer stand together', () => {
    const answers = answer(candidates, ['nothing'], { near: 0.5 });
    const [first, second] = answers.map(({ best }) => best.key);
    expect([first, second]).toEqual(['b', 'a']);
    expect(answers.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThan(1);
  });

  it('leaves what no sign speaks for to nothing', () => {
    expect(answer(candidates, ['nothing'], { nothing: 9 })[0]?.probability).toBeLessThan(0.01);
  });
});

it('marks signs by whose happening they are of', () => {
  expect(doubled(['near'], false)).toEqual(['near', 'o near']);
});
