import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../test/kits/report-texts.ts';
import { stateOf } from './individual.ts';
import { registerPeople } from './register.ts';

/** Register the people of an invented report and tell each on a line: name or nouns, age, role, what became of them. */
function tellPeople(text: string): readonly string[] {
  return registerPeople(readDraftSentences({ text })).people.map(({ name, nouns, age, role, ...person }) =>
    [
      name ?? ([...new Set(nouns)].join('/') || 'somebody'),
      age,
      role,
      stateOf({ name, nouns, age, role, ...person } as never),
    ]
      .filter((word) => word !== undefined)
      .join(' '),
  );
}

describe('registerPeople joins', () => {
  it.each([
    [
      'a victim told of twice',
      'A man was shot and killed in Harrowgate on Monday. The man died at a hospital, police said.',
      ['man killed'],
    ],
    [
      'a name to the nameless',
      'A man was shot in Harrowgate on Monday. Police identified him as Ilo Renn, 34. Renn died on Tuesday.',
      ['Ilo Renn 34 killed'],
    ],
    [
      'who a victim is identified as',
      'A man was killed in Harrowgate on Monday. The victim was identified as Ilo Renn.',
      ['Ilo Renn victim killed'],
    ],
    [
      'what a victim is said to be',
      'The victim was a man. He was killed in Harrowgate on Monday.',
      ['victim/man victim killed'],
    ],
    [
      'pronouns to whoever came to harm',
      'A woman was shot in Harrowgate on Monday. She was taken to a hospital. She is expected to survive.',
      ['woman injured'],
    ],
    [
      'an age told later',
      'A man was wounded in Harrowgate on Monday. The 34-year-old man is in hospital.',
      ['man 34 injured'],
    ],
    [
      'a surname to its bearer',
      'Mara Voss was wounded in Harrowgate on Monday. Voss was taken to hospital.',
      ['Mara Voss injured'],
    ],
    [
      'a name with and without its middle',
      'Mara Ines Voss was wounded in Harrowgate on Monday. Mara Voss was taken to hospital.',
      ['Mara Ines Voss injured'],
    ],
    [
      'months and years of an infant',
      'A 22-month-old boy was killed in Harrowgate on Monday. The 2-year-old died at home.',
      ['boy 1 killed'],
    ],
    [
      'another one told of again in a sum',
      'Three people were killed and another wounded in Harrowgate on Monday. The shooting left three dead and another wounded.',
      ['somebody injured'],
    ],
    [
      'an attacker told dead again',
      'A suspect was killed by officers in Harrowgate on Monday. He died of his wounds.',
      ['suspect suspect killed'],
    ],
    [
      'a child that shot itself, who is no suspect',
      'A 9-year-old boy fatally shot himself in Harrowgate on Monday. He died at home.',
      ['boy 9 killed'],
    ],
    [
      'kin of the dead',
      'A man was killed in Harrowgate on Monday. Mara Voss said her brother died at once.',
      ['man/brother killed', 'Mara Voss'],
    ],
  ])('%s', (_, text, people) => expect(tellPeople(text)).toEqual(people));
});

describe('registerPeople keeps apart', () => {
  it.each([
    [
      'another man',
      'A man was wounded in Harrowgate on Monday. Another man was wounded.',
      ['man injured', 'man injured'],
    ],
    [
      'a second victim',
      'A man was killed in Harrowgate on Monday. A second victim was wounded.',
      ['man killed', 'victim victim injured'],
    ],
    [
      'ages that differ',
      'A 19-year-old man was killed in Harrowgate on Monday. A 34-year-old man was also killed.',
      ['man 19 killed', 'man 34 killed'],
    ],
    [
      'sexes that differ',
      'A man was killed in Harrowgate on Monday. A woman was also killed.',
      ['man killed', 'woman killed'],
    ],
    [
      'names that differ',
      'Mara Voss was killed in Harrowgate on Monday. Daniel Orme was also killed.',
      ['Mara Voss killed', 'Daniel Orme killed'],
    ],
    [
      'a child and a grown man',
      'A man was wounded in Harrowgate on Monday. A boy was wounded too.',
      ['man injured', 'boy injured'],
    ],
    [
      'two of one sentence',
      'A man was killed and a man was wounded in Harrowgate on Monday.',
      ['man killed', 'man injured'],
    ],
    [
      'victim and suspect',
      'A man shot a woman in Harrowgate on Monday. The man was arrested. The victim died.',
      ['man suspect', 'woman/victim victim killed'],
    ],
    [
      'who is charged and who was killed',
      'Officer Hal Orme arrested a man. He was charged with killing Mara Voss in Harrowgate.',
      ['Hal Orme officer', 'man suspect', 'Mara Voss killed'],
    ],
  ])('%s', (_, text, people) => expect(tellPeople(text)).toEqual(people));
});

describe('registerPeople reads roles', () => {
  it('takes a reflexive for the one who did it', () => {
    expect(tellPeople('A man shot his wife before killing himself in Harrowgate on Monday.')).toEqual([
      'man suspect killed',
      'wife struck',
    ]);
  });

  it('tells another boy from the one who shot, not from the one told of before', () => {
    const text =
      'A boy was killed in Harrowgate on Monday. Police said a teenager shot and killed another boy by mistake.';
    expect(tellPeople(text)).toEqual(['boy killed', 'teenager suspect']);
  });

  it('takes whoever hurt himself for one, suspect or not', () => {
    const text = 'A suspect shot himself in Harrowgate on Monday. A teenager who shot himself was taken to hospital.';
    expect(tellPeople(text)).toEqual(['suspect/teenager suspect injured']);
  });

  it('takes the gun that fired for no act of whoever stood by', () => {
    const text = 'Mara Voss and a friend were in Harrowgate on Monday when it fired and struck Voss.';
    expect(tellPeople(text)).toContain('Mara Voss struck');
  });

  it('calls nobody a suspect who only speaks', () => {
    expect(tellPeople('A woman said a man was wounded in Harrowgate on Monday.')).toEqual(['woman', 'man injured']);
  });
});
