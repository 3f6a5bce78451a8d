import { describe, expect, it } from 'vitest';
import { readReport } from '../../../test/kits/speech.ts';

const told = (text: string, attribute: string) =>
  readReport(text).claims.filter((claim) => claim.attribute === attribute);
const words = (text: string, attribute: string) =>
  told(text, attribute).map(({ value }) => (value.kind === 'statement' ? value.text : JSON.stringify(value)));

const opening = 'Two people were killed in a shooting in Dravik on Monday.\n';
const armed = 'Gunmen killed nine people in an attack in Dravik. Boko Haram claimed responsibility for the attack. ';

describe('reasons', () => {
  it.each([
    ['after the violence', 'The shooting stemmed from a dispute over a boat.', ['a dispute over a boat']],
    ['because of', 'The two men were killed because of a debt.', ['a debt']],
    ['in retaliation', 'The attack was in retaliation for a raid on the harbour.', ['a raid on the harbour']],
    ['before it', 'Police said a fight over a bicycle led to the shooting.', ['a fight over a bicycle']],
    ['as a motive', 'The motive was robbery, police said.', ['robbery']],
    ['as a quarrel', 'The men were shot after an argument over loud music.', ['an argument over loud music']],
    ['of a crash', 'The crash was caused by a worn brake cable, the inquiry found.', ['a worn brake cable']],
    ['as what it was aimed at', 'The shooting was aimed at a rival trader, police said.', ['a rival trader']],
    ['as a fear', 'The guards shot the men because they feared a raid.', ['they feared a raid']],
    [
      'as an occasion',
      'The shooting started after two boatmen refused to leave the quay.',
      ['two boatmen refused to leave the quay'],
    ],
    [
      'both',
      'Experts said that due to both the levy on salt and the dam in the hills, the ministry is a target.',
      ['the levy on salt', 'the dam in the hills'],
    ],
  ])('reads one told %s', (_, text, expected) => {
    expect(words(opening + text, 'reason')).toEqual(expected);
  });

  it.each([
    ['an open motive', 'The motive for the shooting remains unclear.'],
    ['a refusal', 'The officer could not talk about the shooting because of the inquiry.'],
    ['a question', 'Was the shooting caused by a debt?'],
    ['what is sought', 'Police want to know what led to the shooting.'],
    ['the violence itself', 'Two children were injured as a result of the shooting.'],
    ['no violence', 'The road was closed because of roadworks.'],
    ['a court date', 'The man is due to appear in court.'],
    ['a time', 'The shooting started after nightfall on the quay.'],
    ['talks', 'The talks were aimed at a truce.'],
    ['an opinion', 'It is a sad day because the harbour was full of families.'],
  ])('reads none from %s', (_, text) => {
    expect(words(opening + text, 'reason')).toEqual([]);
  });

  it('keeps a denied reason as denied', () => {
    expect(told(`${opening}The shooting was not caused by a debt, police said.`, 'reason')).toMatchObject([
      { modality: 'negated' },
    ]);
  });

  it.each([
    ['They have also cited the air strikes in the hills.', ['the air strikes in the hills']],
    [
      'The group has turned its propaganda on the state, alleging that it oppresses the valley.',
      ['it oppresses the valley'],
    ],
    [
      'The capital has always been a target of the group, as the army fought in the northern war.',
      ['the army fought in the northern war'],
    ],
  ])('reads what an armed group holds against others: %s', (text, expected) => {
    expect(words(armed + text, 'reason')).toEqual(expected);
    expect(told(armed + text, 'reason')).toMatchObject([{ modality: 'claimed' }]);
  });

  it.each([['Police cited the driver for speeding.'], ['As the mayor put it, the town will heal.']])(
    'reads no grievance from: %s',
    (text) => {
      expect(words(armed + text, 'reason')).toEqual([]);
    },
  );

  it('quotes both the cause and the words that make it one', () => {
    const [claim] = told(`${opening}The shooting stemmed from a dispute over a boat.`, 'reason');
    expect(claim?.evidence.map(({ quote }) => quote)).toEqual(['stemmed from', 'a dispute over a boat']);
  });
});

describe('warnings', () => {
  it('reads who warned whom of what', () => {
    const text = `${armed}\nThe harbour office had warned the mayor of an attack.`;
    expect(told(text, 'warning')).toMatchObject([
      { value: { text: 'an attack' }, attribution: { speaker: 'harbour office' }, warned: { whom: 'the mayor' } },
    ]);
  });

  it('reads a warning of which nobody says who gave it', () => {
    const text = `${armed}\nWarnings had been relayed to the port that an attack was near.`;
    expect(told(text, 'warning')).toMatchObject([
      { value: { text: 'an attack was near' }, warned: { whom: 'the port' } },
    ]);
  });

  it.each([
    ['in the wake of it', 'The embassy warned travellers of trouble following the attack.'],
    ['of no danger', 'The mayor warned drivers of delays.'],
  ])('leaves out one %s', (_, text) => {
    expect(words(`${armed}\n${text}`, 'warning')).toEqual([]);
  });
});

describe('facts about armed groups', () => {
  const facts = (text: string) =>
    readReport(armed + text).claims.flatMap((claim) =>
      claim.actor === undefined ? [] : [[claim.actor, claim.attribute, claim.value]],
    );

  it('reads since when it exists', () => {
    expect(facts('Boko Haram was founded in 2002.')).toMatchObject([['Boko Haram', 'inception', { edtf: '2002' }]]);
  });

  it('reads it of the group last spoken of', () => {
    expect(facts('The group emerged in 2002.')).toMatchObject([['Boko Haram', 'inception', { edtf: '2002' }]]);
  });

  it('reads what it is part of, and not the other way round', () => {
    expect(facts('Boko Haram is a branch of the Islamic State.')).toMatchObject([
      ['Boko Haram', 'affiliation', { name: 'Islamic State' }],
    ]);
  });

  it('reads where it is active', () => {
    expect(facts('Boko Haram operates in Nigeria and Cameroon.')).toMatchObject([
      ['Boko Haram', 'area', { country: 'NG' }],
      ['Boko Haram', 'area', { country: 'CM' }],
    ]);
  });

  it('reads how strong it is', () => {
    expect(facts('Boko Haram has about 2,000 fighters.')).toMatchObject([['Boko Haram', 'strength', { anchor: 2000 }]]);
  });

  it.each([
    ['what it formed', 'Boko Haram formed a line of cars in 2002.'],
    ['who was killed', 'The army killed 40 Boko Haram fighters.'],
    ['a thing based on another', 'The film is based on a book.'],
  ])('reads none from %s', (_, text) => {
    expect(facts(text)).toEqual([]);
  });
});
