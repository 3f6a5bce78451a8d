import { describe, expect, it } from 'vitest';
import { findMoments } from './moments.ts';
import { parseQuestion } from './parse.ts';
import { stemOf } from './words.ts';

const told = (words: readonly { readonly text: string }[]): string => words.map(({ text }) => text).join(' ');

function parse(text: string): Readonly<Record<string, unknown>> {
  const question = parseQuestion(text);
  if ('misfit' in question) return { misfit: question.misfit };
  const { about, group, source, part, agent, moments, ...rest } = question;
  return {
    ...rest,
    about: told(about),
    ...(group.length > 0 && { group: told(group) }),
    ...(source.length > 0 && { source: told(source) }),
    ...(part.length > 0 && { part: told(part) }),
    ...(agent.length > 0 && { agent: told(agent) }),
    ...(moments.length > 0 && { moments: moments.map(({ from, to }) => `${from}/${to}`) }),
  };
}

describe('a question', () => {
  const figure = { kind: 'figure', attribute: 'killed', about: 'Norwick mill fire' } as const;
  it.each([
    ['How many people were killed in the Norwick mill fire?', figure],
    ['What was the death toll of the Norwick mill fire?', figure],
    ['How many lost their lives in the Norwick mill fire as of 7 May 2031?', { ...figure, asOf: '2031-05-07' }],
    ['By 7 May 2031, how many died in the Norwick mill fire?', { ...figure, asOf: '2031-05-07' }],
    ['How many died in the Norwick mill fire, according to the fire brigade?', { ...figure, source: 'fire brigade' }],
    [
      'How many deaths did Velm General Hospital report after the Norwick mill fire?',
      { ...figure, source: 'Velm General Hospital' },
    ],
    ['How many children were killed in the Norwick mill fire?', { ...figure, group: 'children' }],
    [
      'What is the lowest number of dead in the Norwick mill fire under the ucdp policy?',
      { ...figure, end: 'low', policy: 'ucdp' },
    ],
    [
      'How many attackers died in the raid on Corder?',
      { kind: 'figure', attribute: 'perpetratorsKilled', about: 'raid Corder' },
    ],
    ['How many hostages were freed in Corder?', { kind: 'figure', attribute: 'rescued', about: 'Corder' }],
    [
      'How many had to leave their homes in the Velm flood?',
      { kind: 'figure', attribute: 'displaced', about: 'Velm flood' },
    ],
    [
      'How many were missing on 7 May 2031 after the Velm flood?',
      { kind: 'figure', attribute: 'missing', about: 'Velm flood', asOf: '2031-05-07' },
    ],
    [
      'How many died in Tamworth in the Velm flood?',
      { kind: 'figure', attribute: 'killed', about: 'Tamworth Velm flood', part: 'Tamworth' },
    ],
    [
      'How many died in Tamworth when the Velm burst its banks?',
      { kind: 'figure', attribute: 'killed', about: 'Tamworth Velm burst banks', part: 'Tamworth' },
    ],
    [
      'How many people are on the fire brigade’s list of injured of the mill fire?',
      { kind: 'figure', attribute: 'injured', about: 'mill fire', source: 'fire brigade' },
    ],
    [
      'How many did Corder police arrest after the mill fire?',
      { kind: 'figure', attribute: 'arrested', about: 'Corder police mill fire', agent: 'Corder police' },
    ],
    ['Which armed group is blamed for the Corder bombing?', { kind: 'who-did', about: 'Corder bombing' }],
    ['In which year did the Alva sink?', { kind: 'when', about: 'Alva sink' }],
    ['Who said that 14 people died in Corder?', { kind: 'who-said', attribute: 'killed', figure: 14, about: 'Corder' }],
    ['Who claimed responsibility for the Corder bombing?', { kind: 'who-did', about: 'Corder bombing' }],
    ['When was the Corder bombing?', { kind: 'when', about: 'Corder bombing' }],
    ['Where did the Alva sink?', { kind: 'where', about: 'Alva sink' }],
    [
      'Which reports disagree about the injured in Corder?',
      { kind: 'disagree', attribute: 'injured', about: 'Corder' },
    ],
  ])('%s', (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  it('tells the day of an incident from the day up to which is asked', () => {
    expect(parse('How many people were killed on 7 May 2031 in Corder?')).toEqual({
      ...{ kind: 'figure', attribute: 'killed', about: 'Corder' },
      moments: ['2031-05-07/2031-05-07'],
    });
  });

  it.each([
    ['', 'nothing was asked'],
    ['How many people will die in the next flood in Velm?', 'what may come'],
    ['How many have died in floods across Velm this year?', 'more than one incident'],
    ['How many seats does the ferry Alva have?', 'counts nothing'],
    ['How many people live in Corder?', 'counts nothing'],
    ['Who is the mayor of Corder?', 'ask how many'],
    ['Who said that people died in Corder?', 'say which figure'],
    ['Why did the Alva sink?', 'ask how many'],
  ])('is none that can be looked up: "%s"', (text, misfit) => {
    expect(parse(text)).toEqual({ misfit: expect.stringContaining(misfit) });
  });
});

describe('words', () => {
  it.each([
    ['capsizing', 'capsized'],
    ['harbour', 'harbor'],
    ['theatre', 'theater'],
    ['stories', 'story'],
    ['killed', 'killing'],
  ])('%s is %s', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  it.each([
    ['mill', 'mile'],
    ['port', 'part'],
    ['12', '120'],
  ])('%s is not %s', (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b));
  });
});

describe('dates', () => {
  it.each([
    ['on 7 May 2031', '2031-05-07/2031-05-07'],
    ['on May 7, 2031', '2031-05-07/2031-05-07'],
    ['2031-05-07', '2031-05-07/2031-05-07'],
    ['in Feb. 2032', '2032-02-01/2032-02-29'],
    ['in 2031', '2031-01-01/2031-12-31'],
    ['on 31 June 2031', ''],
    ['some 3100 people', ''],
  ])('%s', (text, expected) => {
    expect(
      findMoments(text)
        .map(({ from, to }) => `${from}/${to}`)
        .join(' '),
    ).toBe(expected);
  });
});
