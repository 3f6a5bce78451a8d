import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../test/kits/report-texts.ts';
import { tallyScene } from './index.ts';
import { type FigureStatement, isPeriod } from './statement.ts';

function print({ attribute, value }: FigureStatement): string {
  const figure = value.anchor ?? `${value.min}..${value.max ?? ''}`;
  return `${attribute} ${figure}`;
}

/** Tally an invented report and tell its statements of one kind, a line each, in order. */
function tell(text: string, wanted: (statement: FigureStatement) => boolean): readonly string[] {
  return tallyScene(readDraftSentences({ text })).statements.filter(wanted).map(print);
}

const tellTotals = (text: string) =>
  tell(text, ({ scope, value, modality }) => scope === 'total' && value.min > 0 && modality === 'asserted');

describe('tallyScene totals', () => {
  it.each([
    [
      'the figure the report gives, not the one person it describes',
      'Three people were killed in Harrowgate on Monday. Mara Voss, 34, was killed.',
      ['killed 3'],
    ],
    [
      'the persons where no figure is given',
      'Mara Voss, 34, was killed in Harrowgate on Monday. Daniel Orme, 19, was also killed.',
      ['killed 2'],
    ],
    [
      'others on top of the person told before',
      'A woman was wounded in Harrowgate on Monday. Two others were also wounded.',
      ['injured 3'],
    ],
    [
      'no hurt of those hit of whom none was',
      'Two men were killed in Harrowgate on Monday. A barge with 21 workers was hit, and none of them was injured.',
      ['killed 2'],
    ],
    [
      'no more people of a longer time',
      'A woman was killed in Harrowgate on Monday. Some 150 people have been killed this year. Another 31 people were killed in raids.',
      ['killed 1'],
    ],
    [
      'others hurt, not others dead',
      'A man was killed and two others were wounded in Harrowgate on Monday.',
      ['killed 1', 'injured 2'],
    ],
    [
      'members of an enumeration',
      'An attack in Harrowgate on Monday killed 14 soldiers as well as 170 civilians.',
      ['killed 184'],
    ],
    [
      'those a figure includes once',
      'Raids in Harrowgate on Monday killed 10 people including four children and two women.',
      ['killed 10'],
    ],
    ['fighters who die as dead', 'Eighteen militants were killed in a raid in Harrowgate on Monday.', ['killed 18']],
    [
      'gunmen who die as attackers',
      'Two gunmen were killed by police in Harrowgate on Monday.',
      ['perpetratorsKilled 2'],
    ],
    [
      'both ends where one member may hold the other',
      'An attack in Harrowgate on Monday killed 14 soldiers and 170 people.',
      ['killed 170..184'],
    ],
    [
      'those also killed, of another class',
      'The attack in Harrowgate on Monday killed 170 civilians. Thirteen soldiers were also killed.',
      ['killed 183'],
    ],
    [
      'what is told place by place',
      'Floods killed five people in Harrowgate, four in Tarn and three in Ottley on Monday.',
      ['killed 12'],
    ],
    [
      'a whole and its parts by place',
      'Floods killed nine people in Harrowgate on Monday, seven in Tarn and two in Ottley.',
      ['killed 9'],
    ],
    [
      'members of each sex and age',
      'A coach overturned in Harrowgate on Monday. The dead are five men, three women and two children.',
      ['killed 10'],
    ],
    [
      'those aboard',
      'A van with eight people aboard fell into a gorge in Harrowgate on Monday; all of them died.',
      ['killed 8'],
    ],
    [
      'everyone on board',
      'A plane carrying 10 passengers and two guards crashed in Harrowgate on Monday. Everyone on board died.',
      ['killed 12'],
    ],
    [
      'that nobody lived',
      'A plane with 12 people on board crashed in Harrowgate on Monday. Nobody survived.',
      ['killed 12'],
    ],
    ['a family by its number', 'A fire in Harrowgate on Monday killed a family of four.', ['killed 4']],
    ['half of a number', 'Half of the 40 passengers were killed in a crash in Harrowgate on Monday.', ['killed 20']],
    [
      'one and some of an enumeration',
      'A 16-year-old and two children were shot in Harrowgate on Monday.',
      ['casualties 3', 'injured 3'],
    ],
    [
      'those hurt, not those brought to hospital who died there',
      'Four people were shot in Harrowgate on Monday. All four victims were taken to hospital. One of them later died.',
      ['casualties 4', 'killed 1', 'injured 3'],
    ],
    [
      'the hurt of whom the dead were some',
      'Two boys were killed and a girl was injured in Harrowgate on Monday. An 8-year-old boy, a 9-year-old boy and a 16-year-old girl were shot.',
      ['killed 2', 'injured 1'],
    ],
    ['a family member by member', 'A couple and their two children were killed in Harrowgate on Monday.', ['killed 4']],
    [
      'the hurt among those shot',
      'Six people were shot, one fatally, in Harrowgate on Monday.',
      ['casualties 6', 'killed 1', 'injured 5'],
    ],
    [
      'the dead among those shot',
      'Six people were shot in Harrowgate on Monday. Two of them died.',
      ['casualties 6', 'killed 2', 'injured 4'],
    ],
    [
      'all shot as hurt where nobody died',
      'Four people were shot in Harrowgate on Monday.',
      ['casualties 4', 'injured 4'],
    ],
    [
      'a figure whose people are then named',
      'He wounded two other people, Mara Voss and Daniel Orme, in Harrowgate on Monday.',
      ['injured 2'],
    ],
    [
      'an enumeration of a figure and a person',
      'Three men and a teenager were wounded in Harrowgate on Monday.',
      ['injured 4'],
    ],
    [
      'not as hurt those of whom one died in hospital',
      'Two boys were shot in Harrowgate on Monday. They were taken to hospital, where one of them died.',
      ['casualties 2', 'casualties 2', 'killed 1', 'injured 1'],
    ],
    [
      'who did it apart from whom it was done to',
      'A man shot and killed his wife and then killed himself in Harrowgate on Monday.',
      ['killed 1', 'perpetratorsKilled 1'],
    ],
    [
      'a plural told again',
      'Two men were wounded in Harrowgate on Monday. They were taken to hospital.',
      ['injured 2', 'injured 2'],
    ],
  ])('%s', (_, text, totals) => expect(tellTotals(text)).toEqual(totals));
});

it('takes a headline that counts to one at its word', () => {
  const title = '1 killed, 2 wounded in Harrowgate';
  const text = 'A woman, 34, was killed in Harrowgate on Monday. Two others were wounded. A woman, 36, died there.';
  const { statements } = tallyScene(readDraftSentences({ title, text }));
  const totals = statements.filter(({ scope, attribute }) => scope === 'total' && attribute === 'killed');
  expect(totals.map(print)).toEqual(['killed 1']);
});

describe('tallyScene counts the persons a report tells together', () => {
  const lead = 'A man, 34, was wounded in Harrowgate on Monday.';
  const filler =
    'Police closed Mill Street. Officers searched a yard. Nobody was held. The street has a mill. It was dark.';

  it.each([
    ['those told one after the other', `${lead} A girl, 9, was shot in the leg.`, ['injured 2']],
    ['the dead of one sentence', 'Ilo Renn, 34, and Mara Voss, 30, were killed in Harrowgate.', ['killed 2']],
    ['who dies at the end of the report', `${lead} ${filler} The man died on Tuesday.`, ['killed 1']],
    ['nobody told long after', `${lead} ${filler} A girl, 9, was killed in Velmoor.`, ['injured 1']],
    [
      'no second one dead in other words',
      'Ilo Renn, 34, was killed in Harrowgate. His wife slept. A boy, 9, was killed there too.',
      ['killed 1'],
    ],
  ])('%s', (_, text, totals) => expect(tellTotals(text)).toEqual(totals));
});

describe('tallyScene leaves out', () => {
  it('a wounded person who then died of the injured', () => {
    expect(tellTotals('Mara Voss, 34, was wounded in Harrowgate on Monday. She later died.')).toEqual(['killed 1']);
  });

  it.each([
    ['so far this year', 'A man was killed in Harrowgate on Monday. Forty people have been killed so far this year.'],
    [
      'over many happenings',
      'A man was killed in Harrowgate on Monday. Forty people were killed in separate shootings across the city.',
    ],
    ['since a month', 'Since January, 40 people have been killed in Harrowgate. A man was killed on Monday.'],
  ])('figures of a longer time: %s', (_, text) => {
    expect(tell(text, isPeriod)).toEqual(['killed 40']);
    expect(tellTotals(text)).toEqual(['killed 1']);
  });

  it('no figure since the incident itself', () => {
    const text = "Forty people were wounded in Harrowgate. Twelve have died since Monday's attack.";
    expect(tell(text, isPeriod)).toEqual([]);
  });

  it('plans and denials', () => {
    expect(tellTotals('The bomb in Harrowgate could have killed 40 people on Monday.')).toEqual([]);
  });
});

describe('tallyScene scopes', () => {
  it('makes persons parts of the figure they belong to', () => {
    const { statements } = tallyScene(
      readDraftSentences({ text: 'Three people were killed in Harrowgate on Monday. Mara Voss, 34, was killed.' }),
    );
    expect(statements.map(({ scope, of }) => [scope, of?.value.anchor])).toEqual([
      ['total', undefined],
      ['subset', 3],
    ]);
  });

  it('states that nobody was hurt as zero', () => {
    expect(tell('No one was injured in Harrowgate on Monday.', () => true)).toEqual(['injured 0']);
  });
});

describe('the people that counted ones are of', () => {
  const classesOf = (text: string) =>
    tallyScene(readDraftSentences({ text })).statements.map(({ value, victims }) => [value.min, ...victims].join(' '));

  it.each([
    ['tourists of a nation', 'The blast killed 12 German tourists.', '12 german'],
    ['its nationals', 'Two French nationals died in Harrowgate.', '2 french'],
    ['engineers of one', 'The blast killed two Chinese engineers.', '2 chinese'],
    ['nobody in particular', 'The blast in a German hotel killed 12 people.', '12'],
    ['a single person', 'A Chinese engineer died in Harrowgate.', '1'],
  ])('are told: %s', (_, text, told) => expect(classesOf(text)).toContain(told));
});
