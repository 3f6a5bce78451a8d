import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absolute, makeReading, town, weekday } from '../../test/kits/link-documents.ts';
import type { ArticleReading, Linked } from '../model/index.ts';
import { defaults, link } from './index.ts';

const context = { now: '2030-01-01T00:00:00Z', seed: 0 };
const velmora = town('Velmora');
const friday = 5;

function run(readings: readonly ArticleReading[]) {
  return link(readings, defaults, context);
}

/** Four reports of one attack: dated, undated, dated two months late, and undated with a full date in a caption. */
const first = makeReading({
  headline: 'Gunmen attack Harbour Hall in Velmora',
  outlet: 'Velmora Courier',
  published: '2031-03-24',
  paragraphs: [
    'At least 41 people were killed when gunmen stormed the Harbour Hall in Velmora on Friday night, the interior ministry said.',
    'The Ashen Banner said its fighters had carried out the attack on the concert by the Lanternmen.',
    'The group was behind the 2028 bombing outside Ostrel airport, in which 60 people died.',
  ],
  mentions: [
    {
      words: 'At least 41 people were killed when gunmen stormed the Harbour Hall in Velmora on Friday night',
      main: true,
      type: 'shooting',
      when: [weekday('Friday', friday)],
      where: [velmora],
      venues: ['Harbour Hall'],
      counts: [{ attribute: 'killed', words: 'At least 41 people were killed', count: 41 }],
    },
    {
      words: 'The group was behind the 2028 bombing outside Ostrel airport, in which 60 people died.',
      type: 'bombing',
      when: [absolute('2028', '2028')],
      where: [town('Ostrel', 'XO')],
      venues: ['Ostrel airport'],
      counts: [{ attribute: 'killed', words: '60 people died', count: 60 }],
    },
  ],
});
const undated = makeReading({
  headline: 'Why the Ashen Banner attacked Velmora',
  outlet: 'The Marren Post',
  paragraphs: [
    'Some 44 concertgoers died at the Harbour Hall in Velmora on Friday, where the Lanternmen were about to play.',
    'The Ashen Banner has a long history of hostility to the government in Velmora.',
    'Its deadliest attack was the Cargo Gate bombing at Ostrel International Airport during the 2028 evacuation.',
  ],
  mentions: [
    {
      words: 'Some 44 concertgoers died at the Harbour Hall in Velmora on Friday',
      main: true,
      type: 'armed-attack',
      when: [weekday('Friday', friday)],
      where: [velmora],
      venues: ['Harbour Hall'],
      counts: [{ attribute: 'killed', words: 'Some 44 concertgoers died', count: 44 }],
    },
    {
      words:
        'Its deadliest attack was the Cargo Gate bombing at Ostrel International Airport during the 2028 evacuation.',
      type: 'bombing',
      name: 'Cargo Gate bombing',
      when: [absolute('2028', '2028')],
      where: [town('Ostrel', 'XO')],
      venues: ['Ostrel International Airport'],
    },
  ],
});
const late = makeReading({
  headline: 'Velmora in fear after the Harbour Hall attack',
  outlet: 'Daily Quill',
  published: '2031-05-16',
  how: 'page',
  paragraphs: [
    'Velmora is in fear after the attack at the Harbour Hall, where 44 people were killed on Friday by gunmen of the Ashen Banner.',
    'The Lanternmen had just come on stage. In November 2029 the group attacked Ostrel University.',
  ],
  mentions: [
    {
      words: 'Velmora is in fear after the attack at the Harbour Hall, where 44 people were killed on Friday',
      main: true,
      type: 'shooting',
      when: [weekday('Friday', friday)],
      where: [velmora],
      venues: ['Harbour Hall'],
      counts: [{ attribute: 'killed', words: '44 people were killed', count: 44 }],
    },
    {
      words: 'In November 2029 the group attacked Ostrel University.',
      type: 'armed-attack',
      when: [absolute('November 2029', '2029-11')],
      where: [town('Ostrel', 'XO')],
      venues: ['Ostrel University'],
    },
  ],
});
const captioned = makeReading({
  outlet: 'Northern Wire',
  paragraphs: [
    'A sign reading "21.03.2031" stands before the Harbour Hall in Velmora on March 23, 2031.',
    'Gunmen stormed the Harbour Hall in Velmora on Friday and killed at least 43 people who had come to hear the Lanternmen; the Ashen Banner claimed the attack.',
  ],
  mentions: [
    {
      words: 'Gunmen stormed the Harbour Hall in Velmora on Friday and killed at least 43 people',
      main: true,
      type: 'shooting',
      when: [weekday('Friday', friday)],
      where: [velmora],
      venues: ['Harbour Hall'],
      counts: [{ attribute: 'killed', words: 'killed at least 43 people', count: 43 }],
    },
  ],
});
const elsewhere = makeReading({
  headline: 'Bus leaves mountain road near Terrick',
  outlet: 'The Marren Post',
  published: '2031-03-23',
  paragraphs: [
    'Nine passengers died when a bus left the pass above Terrick on Saturday, rescuers said. Ice covered the bends.',
  ],
  mentions: [
    {
      words: 'Nine passengers died when a bus left the pass above Terrick on Saturday',
      main: true,
      type: 'accident',
      when: [weekday('Saturday', 6)],
      where: [town('Terrick', 'XT')],
    },
  ],
});
const all = [first, undated, late, captioned, elsewhere];

function incidentOf(linked: Linked, reading: ArticleReading, at: number) {
  const mention = reading.mentions[at]?.id ?? '';
  return linked.incidents.find(({ mentions }) => mentions.includes(mention));
}

describe('link', () => {
  const { value, issues } = run(all);

  it('gathers the reports of one attack into a story and leaves another out', () => {
    const story = value.stories.find(({ articles }) => articles.includes(first.article.id));
    expect(story?.articles.toSorted()).toEqual(
      [first, undated, late, captioned].map(({ article }) => article.id).sort(),
    );
    expect(story?.title).toBe('Shooting at Harbour Hall, Velmora, 21 March 2031');
    expect(story?.because?.length).toBeGreaterThan(2);
  });

  it('makes the attack one incident of all four, with figures that differ', () => {
    const incident = incidentOf(value, first, 0);
    expect(incident?.articles).toHaveLength(4);
    expect(incident?.date?.edtf).toBe('2031-03-21');
    expect(incident?.venue).toBe('Harbour Hall');
    expect(incident?.place?.name).toBe('Velmora');
    expect(new Set(incident?.because.flatMap(({ pair }) => pair)).size).toBe(4);
  });

  it('joins one bombing of long ago told under its place and under its name, and no other', () => {
    const bombing = incidentOf(value, first, 1);
    expect(bombing).toEqual(incidentOf(value, undated, 1));
    expect(bombing?.mentions).toHaveLength(2);
    expect(bombing?.title).toContain('Cargo Gate bombing');
    expect(incidentOf(value, late, 1)?.mentions).toHaveLength(1);
  });

  it('doubts the late page date and reads its Friday from the story', () => {
    expect(issues.map(({ code, article }) => [code, article])).toEqual([['time/anchor-disputed', late.article.id]]);
    expect(value.reportDays[late.article.id]).toEqual({ day: '2031-03-24', how: 'story' });
    const date = value.claims.find(({ article, attribute }) => article === late.article.id && attribute === 'date');
    expect(date?.value).toMatchObject({ earliest: '2031-03-21', latest: '2031-03-21' });
    expect(date?.resolution).toMatchObject({ anchor: 'story', value: { edtf: '2031-03-21' } });
    const killed = value.claims.find(({ article, attribute }) => article === late.article.id && attribute === 'killed');
    expect(killed?.asOf).toEqual({ value: '2031-03-24', how: 'story' });
  });

  it('dates the undated reports by the story, the one with a dated caption by that', () => {
    expect(value.reportDays[undated.article.id]).toEqual({ day: '2031-03-24', how: 'story' });
    expect(value.reportDays[captioned.article.id]).toEqual({ day: '2031-03-23', how: 'story' });
    const stated = value.claims.filter(
      ({ article, attribute }) => article === captioned.article.id && attribute === 'date',
    );
    expect(stated).toHaveLength(1);
    expect(stated[0]?.evidence[0]?.quote).toBe('Friday');
    expect(stated[0]?.resolution?.anchor).toBe('story');
  });

  it('points every claim and voice at an incident', () => {
    const ids = new Set(value.incidents.map(({ id }) => id));
    for (const { incident } of [...value.claims, ...value.voices]) expect(ids).toContain(incident);
    expect(value.claims).not.toHaveLength(0);
    expect(value.voices).toHaveLength(5);
  });

  it('gives the same result for any order of the readings', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(run(shuffled)).toEqual({ value, issues });
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the ids of what it had when one more article comes', () => {
    const before = run([first, undated, captioned]).value;
    const ids = new Set(value.incidents.map(({ id }) => id));
    for (const { id } of before.incidents) expect(ids).toContain(id);
    const stories = new Set(value.stories.map(({ id }) => id));
    for (const { id } of before.stories) expect(stories).toContain(id);
  });

  it('counts an article once that was read twice, and says so', () => {
    const twice = run([elsewhere, elsewhere]);
    expect(twice.issues.map(({ code }) => code)).toEqual(['link/repeated-article']);
    expect(twice.value.incidents).toHaveLength(1);
  });

  it('links nothing from nothing', () => {
    expect(run([]).value).toEqual({ copies: [], stories: [], incidents: [], claims: [], voices: [], reportDays: {} });
  });

  it('does not change its input', () => {
    const before = JSON.stringify(all);
    run(all);
    expect(JSON.stringify(all)).toBe(before);
  });
});
