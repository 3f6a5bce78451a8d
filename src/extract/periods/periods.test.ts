import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../test/kits/report-texts.ts';
import { markPeriods } from './mark.ts';
import { readPeriod } from './read-period.ts';

const published = '2031-05-20';
const lead = 'A strike on a house in Norrby killed five people on Monday, medics said.';

function periodOf(sentence: string) {
  const view = readDraftSentences({ text: `${lead}\n\n${sentence}`, published }).at(-1)?.view;
  if (view === undefined) throw new Error('no sentence was read');
  const { since, kind, noun, rolling } = readPeriod(view);
  return [since?.edtf, kind, noun, rolling];
}

describe('readPeriod', () => {
  it.each([
    [
      'At least 3,120 people have been killed since the civil war erupted in March 2029.',
      '2029-03',
      'war',
      'civil war',
    ],
    ['The fighting has killed 410 people since 7 April 2031.', '2031-04-07', 'war', 'fighting'],
    ['The cholera outbreak has killed 120 people since January 2031.', '2031-01', 'epidemic', 'cholera outbreak'],
    ['Some 300,000 people have died in the war.', undefined, 'war', 'war'],
  ])('reads since when and over what: %s', (sentence, since, kind, noun) => {
    expect(periodOf(sentence)).toEqual([since, kind, noun, undefined]);
  });

  it('reads nothing where nothing is said', () => {
    expect(periodOf('Two people were hurt.')).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('markPeriods', () => {
  const day = Math.floor(Date.parse(published) / 86_400_000);
  const marks = (text: string) =>
    markPeriods(readDraftSentences({ text, published }), day).flatMap(({ findings }) =>
      findings.map(({ period }) => period === true),
    );

  it.each([
    `${lead} More than 31,000 people have been killed in the war since October 2029, the health ministry says.`,
    `${lead} The five-year conflict has killed more than 250,000 people.`,
  ])('marks the figures of a war, not that of the strike: %s', (text) => {
    const [own, ...others] = marks(text);
    expect(own).toBe(false);
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(Boolean)).toBe(true);
  });

  it.each([
    lead,
    'A fire at a mill in Norrby killed 12 people and hurt 30 on Monday, police said. The toll rose to 14 on Tuesday.',
    `${lead} It recalled the siege of a school in Velm. The siege ended with more than 300 people killed, including 186 children.`,
    'A quake struck Norrby on Monday. At least 1,200 people were killed, officials said.',
  ])('leaves the figures of one happening: %s', (text) => {
    expect(marks(text).some(Boolean)).toBe(false);
  });
});
