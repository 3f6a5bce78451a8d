import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewSentence, viewText } from '../../../test/kits/views.ts';
import type { SentenceView } from '../view.ts';
import { chainFrom, chainTo, inheritRoles, type PeoplePhrase, readGroups } from './index.ts';

function wordsOf(view: SentenceView, { first, last }: PeoplePhrase): string {
  return view.tokens
    .slice(first, last)
    .map(({ form }) => form)
    .join(' ');
}

/** Print a group: words, count, then what is said of it besides. */
function print(view: SentenceView, group: PeoplePhrase): string {
  const { count, noun, sex, age, role, governor } = group;
  const marks = (['additional', 'partOf', 'none', 'possessor'] as const).filter((mark) => group[mark]);
  const years = age === undefined ? '' : `${age}y`;
  const facts = [noun || '-', sex, years, role, governor && `after ${governor}`, ...marks].filter(Boolean);
  return `${wordsOf(view, group)} = ${count?.anchor ?? count?.vague ?? '?'}: ${facts.join(' ')}`;
}

function tell(text: string): readonly string[] {
  const view = viewSentence(text);
  return readGroups(view).map((group) => print(view, group));
}

describe('readGroups', () => {
  it.each([
    ['Eleven people were killed.', ['Eleven people = 11: people']],
    ['At least 13 soldiers died.', ['At least 13 soldiers = 13: soldier']],
    ['Two masked gunmen fled.', ['Two masked gunmen = 2: gunman suspect']],
    ['They were both hurt.', ['They = 2: they']],
    ['Both men died.', ['Both men = 2: man male']],
    ['The pair were shot.', ['The pair = 2: pair']],
    ['A pair of gloves lay there.', []],
    ['All but three of the 40 passengers drowned.', ['All but three of the 40 passengers = 37: passenger partOf']],
    ['All but three of the crew drowned.', ['All but three of the crew = ?: crew partOf']],
    ['Three of the 40 passengers drowned.', ['Three of the 40 passengers = 3: passenger partOf']],
    ['All 38 aboard died.', ['All 38 aboard = 38: -']],
    ['A man, 26, was found.', ['A man , 26 = 1: man male 26y']],
    ['137 were killed.', ['137 = 137: -']],
    ['Three others were hurt.', ['Three others = 3: - additional']],
    ['Two more people died.', ['Two more people = 2: people additional']],
    ['Dozens of worshippers fled.', ['Dozens of worshippers = dozens: worshipper']],
    ['Four lorry drivers died.', ['Four lorry drivers = 4: driver']],
    ['Six reenactors were hurt.', ['Six reenactors = 6: reenactors']],
    ['They freed the two hostages.', ['They = ?: they', 'the two hostages = 2: hostage']],
  ])('reads counted people: %s', (text, expected) => {
    expect(tell(text)).toEqual(expected);
  });

  it.each([
    'Four police cars burned.',
    'Police department records burned.',
    'Several shops burned.',
    'It cost 40 dollars.',
    'He came at 11 p.m. to the gate.',
    'The 9 mm rounds lay there.',
  ])('counts nobody: %s', (text) => {
    expect(readGroups(viewSentence(text)).filter((group) => group.counted)).toEqual([]);
  });

  it.each([
    ['Two of them died.', ['Two of them = 2: - partOf']],
    ['One of the victims died.', ['One of the victims = 1: victim victim partOf']],
    ['Seven of the eight passengers died.', ['Seven of the eight passengers = 7: passenger partOf']],
    ['One of those shot died.', ['One of those = 1: - partOf']],
    ['Two of the injured died.', ['Two of the injured = 2: - partOf']],
    ['One of those two guards died.', ['One of those two guards = 1: guard officer partOf']],
  ])('reads parts: %s', (text, expected) => {
    expect(tell(text)).toEqual(expected);
  });

  it.each([
    ['Mara Voss, 41, was killed.', ['Mara Voss , 41 = 1: - 41y']],
    ['Mara Voss (41) was killed.', ['Mara Voss ( 41 = 1: - 41y']],
    ['The driver, Peter Renn, 40, died.', ['The driver , Peter Renn , 40 = 1: driver 40y']],
    ['Mara Voss, a nurse, died.', ['Mara Voss , a nurse = 1: nurse']],
    ['Deputy Peter Renn fired first.', ['Deputy Peter Renn = 1: deputy officer']],
  ])('reads named people with age, title and apposition: %s', (text, expected) => {
    expect(tell(text)).toEqual(expected);
  });

  it('takes no neighbour in a list for an apposition', () => {
    expect(readGroups(viewSentence('Mara Voss, a nurse and two guards died.'))).toHaveLength(3);
    expect(readGroups(viewSentence('The driver and Mara Voss died.'))).toHaveLength(2);
    expect(readGroups(viewSentence('He shot Mara Voss, two guards fled.'))).toHaveLength(3);
  });

  it.each([
    ['A 22-year-old man was shot.', ['A 22 - year - old man = 1: man male 22y']],
    ['The 17-month-old girl lived.', ['The 17 - month - old girl = 1: girl female 1y']],
    ['A 3-week-old boy lived.', ['A 3 - week - old boy = 1: boy male 0y']],
    ['A 22-year-old was shot.', ['A 22 - year - old = 1: - 22y']],
    ['Another man was shot.', ['Another man = 1: man male additional']],
    ['A second victim was shot.', ['A second victim = 1: victim victim additional']],
    ['The first victim was shot.', ['The first victim = 1: victim victim']],
    ['The body of a third victim lay there.', ['a third victim = 1: victim victim after of additional']],
    ['A married couple died.', ['A married couple = 2: couple']],
    ['An Albanian was hurt.', ['An Albanian = 1: -']],
    ['An Albanian flag burned.', []],
    ['Women were hurt by the blast.', ['Women = ?: woman female']],
    ['They ran with police officers.', ['They = ?: they', 'police officers = ?: officer officer after with']],
  ])('reads described people: %s', (text, expected) => {
    expect(tell(text)).toEqual(expected);
  });

  it('reads no thing and no modifier as a person', () => {
    expect(tell('An old mill burned.')).toEqual([]);
    expect(tell('The victim advocate office burned.')).toEqual([]);
  });

  it.each([
    ['No one else was hurt.', ['No one = 0: - additional none']],
    ['Nobody was hurt.', ['Nobody = 0: - none']],
    ['None was hurt.', ['None = 0: - none']],
    ['No officers were hurt.', ['No officers = 0: officer officer none']],
    ['No other passengers were hurt.', ['No other passengers = 0: passenger additional none']],
    ['Not one soldier was hurt.', ['one soldier = 0: soldier none']],
    ['No shots were fired.', []],
  ])('reads denied people: %s', (text, expected) => {
    expect(tell(text)).toEqual(expected);
  });

  it.each([
    ['She was hurt and he fled.', ['She = 1: she female', 'he = 1: he male']],
    ['They shot him near her.', ['They = ?: they', 'him = 1: him male', 'her = 1: her female after near']],
    ['Both were hurt.', ['Both = 2: both']],
    ['Both gates burned.', []],
    ['Her gate burned.', []],
  ])('reads pronouns: %s', (text, expected) => {
    expect(tell(text)).toEqual(expected);
  });

  it.each([
    ['One man died and another was hurt.', ['One man = 1: man male', 'another = 1: - additional']],
    ['Two died and a third was hurt.', ['Two = 2: -', 'a third = 1: - additional']],
    ['One died and the other was hurt.', ['One = 1: -', 'the other = 1: - additional']],
    ['Another street was shut.', []],
    ['A third of it burned.', []],
  ])('reads people left out: %s', (text, expected) => {
    expect(tell(text)).toEqual(expected);
  });

  it('marks who owns what follows, and no shortened "is"', () => {
    expect(tell("The man's pistol lay there.")).toEqual(['The man = 1: man male possessor']);
    expect(tell("She's killed.")).toEqual(['She = 1: she female']);
  });
});

function enumerate(text: string, kind: 'body' | 'headline' = 'body'): readonly string[] {
  const view = viewSentence(text, kind);
  return chainFrom(view, readGroups(view), 0).map((group) => wordsOf(view, group));
}

describe('chainFrom, chainTo', () => {
  it.each([
    ['13 soldiers and 175 people were hurt.', ['13 soldiers', '175 people']],
    ['Two women, a boy and his father died.', ['Two women', 'a boy', 'his father']],
    ['A man as well as two women died.', ['A man', 'two women']],
    ['22 teachers and pupils were freed.', ['22 teachers']],
    ['Mara Voss, 22, of Harrowgate, and Peter Renn, 30, died.', ['Mara Voss , 22', 'Peter Renn , 30']],
  ])('collects %s', (text, expected) => {
    expect(enumerate(text)).toEqual(expected);
    const view = viewSentence(text);
    const groups = readGroups(view);
    expect(chainTo(view, groups, groups.length - 1).some((group) => group.first === 0)).toBe(true);
  });

  it('joins no part to its whole and no later clause', () => {
    expect(enumerate('Eleven people, eight of one family, died.')).toEqual(['Eleven people']);
    expect(enumerate('A man died after two women fled.')).toEqual(['A man']);
  });

  it('joins across a bare comma in a headline only', () => {
    expect(enumerate('Man, toddler dead after crash', 'headline')).toEqual(['Man', 'toddler']);
    expect(enumerate('Man, toddler dead after crash')).toEqual(['Man']);
  });
});

describe('inheritRoles', () => {
  function roles(text: string): readonly (string | undefined)[] {
    const [before, view] = viewText(text);
    if (before === undefined || view === undefined) throw new Error('two sentences wanted');
    return inheritRoles(view, readGroups(view), readGroups(before)).map((group) => group.role);
  }

  it('makes a third the same as the two before, where the numbers fit', () => {
    expect(roles('Two attackers were killed.\nA third was arrested.')).toEqual(['suspect']);
    expect(roles('Two attackers were killed.\nA fourth was arrested.')).toEqual([undefined]);
    expect(roles('Two attackers were killed.\nA third man was arrested.')).toEqual([undefined]);
  });
});

const pieces = [
  'the',
  'a',
  'one',
  'of',
  'those',
  'these',
  'two',
  'eleven',
  'dozens',
  'men',
  'women',
  'police',
  'officers',
  'victim',
  'old',
  '-',
  '22-year-old',
  'Mara Voss',
  ',',
  '41',
  'and',
  'as well as',
  'other',
  'others',
  'another',
  'third',
  'no',
  'not',
  'nobody',
  'they',
  'her',
  'both',
  "'s",
  'his',
  'gunman',
  'couple',
  'injured',
  'was',
  'shot',
  'department',
  'more',
  'by',
  '(',
  ')',
];

describe('invariants', () => {
  it('keeps groups sorted, disjoint and inside the sentence, heads inside groups, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (words) => {
        for (const view of viewText(words.join(' '))) {
          let end = 0;
          for (const group of readGroups(view)) {
            expect(group.first).toBeGreaterThanOrEqual(end);
            expect(group.last).toBeGreaterThan(group.first);
            expect(group.last).toBeLessThanOrEqual(view.tokens.length);
            expect(group.head).toBeGreaterThanOrEqual(group.first);
            expect(group.head).toBeLessThan(group.last);
            end = group.last;
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
