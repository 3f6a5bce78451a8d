import { describe, expect, it } from 'vitest';
import { readDraft, readDraftSentences } from '../../../test/kits/report-texts.ts';
import { assignScenes } from './assign.ts';
import { readTriggers } from './triggers.ts';

/** A Thursday. */
const published = '2024-05-16';
const own = 'A bombing in Harrowgate killed 12 people on Tuesday.';

/** Part an invented report into scenes: the words of each scene's sentences, the main one first. */
function tellScenes(text: string): readonly (readonly string[])[] {
  return assignScenes(readDraftSentences({ text, published })).map(({ sentences }) =>
    sentences.map(({ sentence }) => sentence.view.tokens.map((token) => token.form).join(' ')),
  );
}

function tellMain(text: string) {
  const main = readDraft({ text, published }).mentions.find((mention) => mention.main);
  return { type: main?.type, date: main?.when[0]?.value?.edtf, place: main?.where[0]?.name };
}

describe('assignScenes opens another scene', () => {
  it.each([
    ['a year before the incident word', `${own} The 2017 bombing of a market killed 40 people.`, 1],
    ['an earlier month', `${own} In March, gunmen killed 40 people in Velmoor.`, 1],
    [
      'a separate incident',
      'A man was shot in Harrowgate on Tuesday. In a separate shooting, two people were wounded in Velmoor.',
      1,
    ],
    ['what goes on about it', `${own} The 2017 bombing of a market killed 40 people. The attack left 100 wounded.`, 2],
  ])('for %s', (_, text, sentences) => {
    expect(tellScenes(text).map((scene) => scene.length)).toEqual([1, sentences]);
  });

  it('and returns to its own day', () => {
    const text = `${own} The 2017 bombing of a market killed 40 people.\nThe attack on Tuesday wounded 30.`;
    expect(tellScenes(text).map((scene) => scene.length)).toEqual([2, 1]);
  });
});

describe('assignScenes stays in its scene', () => {
  it.each([
    ['a weekday of the same week', `${own} Three of the wounded died on Wednesday.`],
    ['its own day told again', `${own} The bombing on 14 May also wounded 30.`],
    ['a long time without violence', `${own} The market opened in 1998.`],
    [
      'other people hurt',
      'A man was shot in Harrowgate on Tuesday. Three other people with gunshot wounds were found.',
    ],
    ['the attack as such', `${own} The attack wounded 30.`],
  ])('for %s', (_, text) => expect(tellScenes(text)).toHaveLength(1));
});

describe('describeScene dates the happening', () => {
  it.each([
    [
      'not the arrest',
      'Ilo Renn, 30, was arrested Thursday. He is accused of killing Mara Voss, who was shot Tuesday in Harrowgate.',
      '2024-05-14',
    ],
    ['not the death in hospital', 'A man was shot on Tuesday. He died on Wednesday at a hospital.', '2024-05-14'],
    [
      'by the day told with its hour',
      'The men played cards on Saturday where the shooting happened. Gunmen came about 1 a.m. Sunday and killed two men.',
      '2024-05-12',
    ],
    ['not a day ahead', 'Two men were killed on Monday. A vigil for those killed is next Friday.', '2024-05-13'],
    ['not a birth', 'Mara Voss, who was born on 8 September 1999, was killed on Monday.', '2024-05-13'],
    ['not the briefing', 'Police said on Wednesday that two men were killed on Monday.', '2024-05-13'],
  ])('%s', (_, text, date) => expect(tellMain(text).date).toBe(date));
});

describe('describeScene places the happening', () => {
  it.each([
    ['not in the hospital', 'A man was shot in Boston on Tuesday. He was taken to Mercy Hospital in Denver.', 'Boston'],
    ['not where the hurt were flown', 'A man was shot in Boston on Tuesday. He was airlifted to Denver.', 'Boston'],
    ['not where the suspect was found', 'A man arrested in Denver shot two people in Boston on Tuesday.', 'Boston'],
    [
      'not where the outlet is',
      'Two people were killed in a shooting in Boston on Tuesday. A Denver man was arrested.',
      'Boston',
    ],
    [
      'not in a neighbourhood named like a city',
      'A man was shot in Austin on Tuesday, Chicago police said. He ran through the Austin neighborhood.',
      'Chicago',
    ],
    ['at a hospital that was attacked', 'Two people were killed in a shooting outside a hospital in Denver.', 'Denver'],
  ])('%s', (_, text, place) => expect(tellMain(text).place).toBe(place));
});

describe('readTriggers', () => {
  const tell = (text: string) =>
    readDraftSentences({ text }).flatMap(({ view }) => readTriggers(view).map(({ type }) => type));

  it.each([
    ['a noun', 'The blast shook Harrowgate on Monday.', 'bombing'],
    ['a verb', 'Gunmen opened fire in Harrowgate.', 'shooting'],
  ])('reads %s', (_, text, type) => expect(tell(text)).toContain(type));

  it('tells opened fire from a fire', () => {
    expect(tell('Gunmen opened fire in Harrowgate.')).not.toContain('fire');
    expect(tell('A fire destroyed the mill.')).toContain('fire');
  });

  it.each([
    ['a fire department', 'The fire department of Harrowgate has a new chief.'],
    ['a shooting range', 'A shooting range opens in Harrowgate on Monday.'],
    ['who is fired', 'The council fired its clerk.'],
  ])('is not misled by %s', (_, text) => expect(tell(text)).toEqual([]));
});
