import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../test/kits/report-texts.ts';

/** A Wednesday. */
const published = '2024-05-15';

type Case = readonly [text: string, day: string | undefined, place: string | undefined];

/** Tell the day and place of a report's own happening. */
function tellMain(text: string): readonly (string | undefined)[] {
  const main = readDraft({ text, published }).mentions.find((mention) => mention.main);
  return [main?.when[0]?.value?.edtf, main?.where[0]?.name];
}

const kinds: Readonly<Record<string, readonly Case[]>> = {
  'a count since a day is no day of the event': [
    [
      'Three people died in a strike on Leeds on Tuesday. Since the truce of 10 October, 900 have died.',
      '2024-05-14',
      'Leeds',
    ],
    [
      'Since fighting resumed on 3 January, 400 people have died. Two were killed in Hull on Monday.',
      '2024-05-13',
      'Hull',
    ],
    [
      'A bomb killed nine in York on Sunday, the 12th attack there since the election on 4 February.',
      '2024-05-12',
      'York',
    ],
    [
      'Four miners died in Derby on Monday. Since the pit opened on 6 May 2019, 30 have died in it.',
      '2024-05-13',
      'Derby',
    ],
    [
      'Six were shot dead in Bristol on Saturday. Since the curfew began on 1 March, 40 were arrested.',
      '2024-05-11',
      'Bristol',
    ],
  ],
  'an arrest is no day of the event': [
    ['Police on Monday arrested a man over the deaths of two women in a fire in Leeds.', undefined, 'Leeds'],
    ['A captain was arrested on Tuesday over the deaths of nine passengers in a sinking off Hull.', undefined, 'Hull'],
    ['Two men were arrested on Tuesday. A blast killed four people in York on Sunday.', '2024-05-12', 'York'],
    ['A driver was charged on Monday over the deaths of three people in a crash in Derby.', undefined, 'Derby'],
    ['Soldiers killed two people and arrested nine in Bristol on Tuesday, the army said.', '2024-05-14', 'Bristol'],
  ],
  'a march or burial is no day of the event': [
    ['Hundreds marched in Leeds on Tuesday after two people were killed in a crash on Sunday.', '2024-05-12', 'Leeds'],
    ['Three people killed in a fire in Hull on Saturday were buried on Tuesday.', '2024-05-11', 'Hull'],
    ['Crowds rallied in York on Monday after four people were killed in a fire on Friday.', '2024-05-10', 'York'],
    ['Mourners buried six miners on Tuesday. They were killed in a blast in Derby on Saturday.', '2024-05-11', 'Derby'],
    ['Police fired on a march in Bristol on Tuesday, killing two people.', '2024-05-14', 'Bristol'],
  ],
  'the day of telling is no day of the event': [
    [
      "The death toll from Monday's quake in Leeds has reached 30, the ministry said on Tuesday.",
      '2024-05-13',
      'Leeds',
    ],
    ['Police said on Tuesday that three men were killed in Hull on Sunday.', '2024-05-12', 'Hull'],
    ['“They came this morning and killed four,” the mayor of York said on Monday.', '2024-05-13', 'York'],
    ['The army announced on Tuesday it had killed two men in Derby on Saturday.', '2024-05-11', 'Derby'],
    ['A bomb killed nine people in Bristol on Sunday, a spokesman said on Tuesday.', '2024-05-12', 'Bristol'],
  ],
};

describe.each(Object.entries(kinds))('%s', (_, cases) => {
  it.each(cases)('%s', (text, day, place) => expect(tellMain(text)).toEqual([day, place]));
});

describe('a foiled plot takes nothing of what it is likened to', () => {
  it.each([
    [
      'Police in Leeds said on Tuesday they had foiled a plot and arrested four men. The 11 September 2001 attacks killed 2,977 people.',
    ],
    [
      'Police in Hull foiled a bombing on Tuesday and arrested two men. A bomb in London killed 52 people on 7 July 2005.',
    ],
    [
      'Agents in York stopped an attack on Monday and held three people. An attack in Paris killed 130 people on 13 November 2015.',
    ],
    [
      'Police in Derby averted a massacre on Tuesday and arrested a man. A bomb in Madrid killed 191 people on 11 March 2004.',
    ],
    [
      'Police in Bristol thwarted a shooting on Monday and arrested five. A shooting in Oslo killed 69 people on 22 July 2011.',
    ],
  ])('%s', (text) => {
    const days = readDraft({ text, published }).mentions.map(({ main, when }) => [
      main,
      when[0]?.value?.edtf?.slice(0, 4),
    ]);
    expect(days.filter(([main, year]) => main === true && year !== undefined && year !== '2024')).toEqual([]);
  });
});
