import { describe, expect, it } from 'vitest';
import { absolute, type MentionSpec, makeReading, town, weekday } from '../../../test/kits/link-documents.ts';
import { defaults } from '../options.ts';
import { describeIncidents, gatherFacts, MentionIndex } from './index.ts';

const ostrel = town('Ostrel', 'XO');
let serial = 0;

function next(): number {
  serial += 1;
  return serial;
}

/** Make the facts of one mention in an article and a story of its own. */
function facts(words: string, spec: Omit<MentionSpec, 'words'>, published = '2031-03-24', story = next()) {
  const reading = makeReading({
    paragraphs: [words],
    published,
    outlet: `outlet ${story} ${next()}`,
    mentions: [{ words, ...spec }],
  });
  return reading.mentions.map((mention) => gatherFacts(reading, mention, story, defaults.incidents));
}

function join(...mentions: readonly ReturnType<typeof facts>[]) {
  const shelf = new MentionIndex(defaults.incidents);
  shelf.put(new Map(mentions.flat().entries()));
  return describeIncidents(shelf, { storyIds: {}, reportDays: {} }, defaults.incidents.nearKm, []).incidents;
}

const airport = facts('The group was behind the deadly bombing outside Ostrel airport in 2028.', {
  type: 'bombing',
  when: [absolute('2028', '2028')],
  where: [ostrel],
  venues: ['Ostrel airport'],
});

/** A report of a war that gives the war's own toll and dates its news to the day the war began. */
function lookBackTo(day: string, words: string, published: string) {
  const toll = '9,000 have died in the war';
  return facts(
    `${words} ${toll}.`,
    {
      type: 'bombing',
      main: true,
      when: [absolute(day, day)],
      where: [ostrel],
      counts: [{ attribute: 'killed', words: toll, count: 9000, period: { kind: 'war', places: [] } }],
    },
    published,
    1,
  );
}

describe('reports of a war that date their news to the day it began', () => {
  const day = '2030-10-07';
  const november = lookBackTo(
    day,
    'Bombs fell on a bakery in Ostrel in the war that began on 2030-10-07;',
    '2030-11-20',
  );

  it('stay apart where they are of other weeks', () => {
    const later = lookBackTo(
      day,
      'Bombs fell on a bridge in Ostrel in the war that began on 2030-10-07;',
      '2031-02-03',
    );
    expect(join(november, later)).toHaveLength(2);
  });

  it('are joined where they are of one week', () => {
    const same = lookBackTo(
      day,
      'Bombs fell on the bakery in Ostrel in the war that began on 2030-10-07;',
      '2030-11-21',
    );
    expect(join(november, same)).toHaveLength(1);
  });
});

describe('MentionShelf', () => {
  it('joins one bombing told in other words', () => {
    const plural = facts('The 2028 bombings outside Ostrel airport were attributed to its members.', {
      type: 'bombing',
      when: [absolute('2028', '2028')],
      where: [ostrel],
      venues: ['Ostrel airport'],
    });
    const [incident, ...rest] = join(airport, plural);
    expect(rest).toEqual([]);
    expect(incident?.because.map(({ rule }) => rule)).toContain('incident/same-venue');
    expect(incident?.title).toBe('Bombing at Ostrel airport, 2028');
  });

  it('keeps two attacks of one year in one town apart', () => {
    const ward = facts('It attacked a maternity ward in Ostrel in May 2030.', {
      when: [absolute('May 2030', '2030-05')],
      where: [ostrel],
      venues: ['maternity ward'],
    });
    const school = facts('It attacked Ostrel University in November 2030.', {
      when: [absolute('November 2030', '2030-11')],
      where: [ostrel],
      venues: ['Ostrel University'],
    });
    expect(join(ward, school)).toHaveLength(2);
  });

  it('keeps attacks of one day in two countries apart, whatever their figures', () => {
    const spec = (words: string) => ({
      type: 'bombing' as const,
      when: [weekday('Friday', 5)],
      counts: [{ attribute: 'killed' as const, words, count: 60 }],
    });
    const here = facts('A bomb killed 60 on Friday.', { ...spec('killed 60'), where: [ostrel] });
    const there = facts('A bomb killed 60 on Friday.', { ...spec('killed 60'), where: [town('Velmora')] });
    expect(join(here, there)).toHaveLength(2);
  });

  it('does not join on equal tolls alone, nor on one town and kind a week apart', () => {
    const count = (words: string) => [{ attribute: 'killed' as const, words, count: 60 }];
    const [a, b] = [
      facts('A blast killed 60.', { type: 'bombing', counts: count('killed 60') }),
      facts('Bombers killed 60.', { type: 'bombing', counts: count('killed 60') }),
    ];
    expect(join(a, b)).toHaveLength(2);
    const first = facts('Two men were shot in Ostrel on Friday.', {
      type: 'shooting',
      main: true,
      when: [weekday('Friday', 5)],
      where: [ostrel],
    });
    const later = facts(
      'Two men were shot in Ostrel on Friday.',
      { type: 'shooting', main: true, when: [weekday('Friday', 5)], where: [ostrel] },
      '2031-03-31',
    );
    expect(join(first, later)).toHaveLength(2);
  });

  it('joins main mentions of one story although their figures differ and one has no date', () => {
    const dated = facts(
      '41 died in Ostrel on Friday.',
      { main: true, type: 'shooting', when: [weekday('Friday', 5)], where: [ostrel] },
      '2031-03-24',
      900,
    );
    const undated = facts(
      '44 were killed by gunmen in Ostrel.',
      { main: true, type: 'armed-attack', where: [ostrel] },
      '2031-03-25',
      900,
    );
    const [incident, ...rest] = join(dated, undated);
    expect(rest).toEqual([]);
    expect(incident?.date?.edtf).toBe('2031-03-21');
    expect(incident?.main).toBe(true);
  });

  it('keeps apart what one article tells as two, unless it names both alike', () => {
    const text =
      'The Cargo Gate bombing of 2028 shook Ostrel. Another bombing shook Ostrel in 2028. After the Cargo Gate bombing the airport closed.';
    const spec = { type: 'bombing' as const, where: [ostrel] };
    const reading = makeReading({
      paragraphs: [text],
      mentions: [
        {
          ...spec,
          words: 'The Cargo Gate bombing of 2028 shook Ostrel.',
          name: 'Cargo Gate bombing',
          when: [absolute('2028', '2028')],
        },
        { ...spec, words: 'Another bombing shook Ostrel in 2028.', when: [absolute('2028', '2028')] },
        { ...spec, words: 'After the Cargo Gate bombing the airport closed.', name: 'Cargo Gate bombing' },
      ],
    });
    const joined = join(reading.mentions.map((mention) => gatherFacts(reading, mention, 1, defaults.incidents)));
    expect(joined.map(({ mentions }) => mentions.length).sort()).toEqual([1, 2]);
  });

  it('keeps one name told under two dates apart', () => {
    const named = (year: string) =>
      facts(`The Cargo Gate bombing of ${year} is remembered.`, {
        type: 'bombing',
        name: 'Cargo Gate bombing',
        when: [absolute(year, year)],
      });
    expect(join(named('2028'), named('2030'))).toHaveLength(2);
  });

  it('tells pairs below the threshold as possibly the same, both ways', () => {
    const vague = facts('There was a bombing in Ostrel in 2028.', {
      type: 'bombing',
      when: [absolute('2028', '2028')],
      where: [ostrel],
    });
    const joined = join(airport, vague);
    expect(joined).toHaveLength(2);
    expect(joined.map(({ possiblySame }) => possiblySame)).toEqual([[joined[1]?.id], [joined[0]?.id]]);
  });
});

describe('describeIncidents', () => {
  it('joins a report that looks back over a year to its incident, and no other of that year', () => {
    const attack = facts('Six were shot in the Harbour Hall on Friday.', {
      main: true,
      type: 'shooting',
      when: [weekday('Friday', 5)],
      venues: ['Harbour Hall'],
    });
    const later = (day: string) =>
      facts(
        `Velmora marked a year since the shooting in the Harbour Hall on ${day}.`,
        { main: true, type: 'shooting', when: [absolute(day, day)], venues: ['Harbour Hall'] },
        '2032-03-22',
      );
    expect(join(attack, later('2032-03-21'))).toHaveLength(1);
    expect(join(attack, later('2032-08-02'))).toHaveLength(2);
  });

  it('names the reports that only recall an incident, told aside weeks after it', () => {
    const spec = {
      type: 'bombing' as const,
      when: [absolute('2 May 2031', '2031-05-02')],
      where: [ostrel],
      venues: ['Ostrel airport'],
    };
    const words = 'The bombing of Ostrel airport on 2 May 2031 killed nine people.';
    const [told, recalled, beside] = [
      facts(words, { ...spec, main: true }, '2031-05-03'),
      facts(words, spec, '2031-08-20'),
      facts(words, spec, '2031-05-04'),
    ];
    const shelf = new MentionIndex(defaults.incidents);
    shelf.put(new Map([told, recalled, beside].flat().entries()));
    const days = Object.fromEntries(
      [told, recalled, beside]
        .flat()
        .map(({ article }, at) => [article, { day: ['2031-05-03', '2031-08-20', '2031-05-04'][at] ?? '' }]),
    );
    const [incident] = describeIncidents(
      shelf,
      { storyIds: {}, reportDays: days },
      defaults.incidents.nearKm,
      [],
    ).incidents;
    expect(incident?.articles).toHaveLength(3);
    expect(incident?.recalledBy).toEqual(recalled.map(({ article }) => article));
  });

  it('keeps like attacks in two towns no gazetteer knows apart', () => {
    const inTown = (name: string) =>
      facts(
        `Six were shot in ${name} on Friday.`,
        { main: true, type: 'shooting', when: [weekday('Friday', 5)] },
        '2031-03-24',
        950,
      );
    expect(join(inTown('Norwick'), inTown('Sallowford'))).toHaveLength(2);
    expect(join(inTown('Norwick'), inTown('Norwick'))).toHaveLength(1);
  });

  it('keeps apart two attacks of one town and day told of other hours, and a street of one name in two towns', () => {
    const spec = { main: true, type: 'shooting', when: [weekday('Friday', 5)] } as const;
    const inHall = (part: string) =>
      facts(`Guards were shot at the gate in Norwick on Friday ${part}.`, spec, '2031-03-24', 960);
    const score = (...pair: readonly ReturnType<typeof facts>[]) =>
      join(...pair).flatMap(({ nearlySame, because }) => [...because, ...(nearlySame?.[0]?.because ?? [])]);
    expect(score(inHall('morning'), inHall('evening')).map(({ rule }) => rule)).toContain('incident/other-hours');
    expect(score(inHall('morning'), inHall('morning')).map(({ rule }) => rule)).not.toContain('incident/other-hours');
    const inStreet = (name: string) =>
      facts(
        `A man was shot on Tanner Street in ${name} on Friday.`,
        { ...spec, venues: ['Tanner Street'] },
        '2031-03-24',
        961,
      );
    expect(join(inStreet('Norwick'), inStreet('Sallowford'))).toHaveLength(2);
    expect(join(inStreet('Norwick'), inStreet('Norwick'))).toHaveLength(1);
  });

  it('shows what spoke for joining the possibly same, and which incidents one report tells together', () => {
    const vague = facts('There was a bombing in Ostrel in 2028.', {
      type: 'bombing',
      when: [absolute('2028', '2028')],
      where: [ostrel],
    });
    const near = join(airport, vague)[0]?.nearlySame?.[0];
    expect(near?.score).toBeLessThan(defaults.incidents.joinScore);
    expect(near?.because.length).toBeGreaterThan(1);
    const text = 'A man was shot in the old mill on Friday. Another was shot in the brewery on Sunday.';
    const [first = '', second = ''] = text.split(/(?<=\.) /u);
    const weekend = makeReading({
      paragraphs: [text],
      published: '2031-03-24',
      mentions: [
        { words: first, type: 'shooting', when: [weekday('Friday', 5)], venues: ['old mill'] },
        { words: second, type: 'shooting', when: [weekday('Sunday', 0)], venues: ['brewery'] },
      ],
    });
    const told = join(weekend.mentions.map((mention) => gatherFacts(weekend, mention, 1, defaults.incidents)));
    expect(told.map(({ toldTogether }) => toldTogether?.map(({ incident }) => incident))).toEqual([
      [told[1]?.id],
      [told[0]?.id],
    ]);
  });
});
