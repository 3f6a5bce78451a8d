import { describe, expect, it } from 'vitest';
import { type InventedClaim, type InventedReport, inventStory } from '../../test/kits/invented-reports.ts';
import {
  type ActorMention,
  type ClaimValue,
  type DateValue,
  dayValue,
  isCountRecord,
  type TermRecord,
} from '../model/index.ts';
import { isRoundingOf } from './counts/numbers.ts';
import { defaults, reconcile } from './index.ts';

const context = { now: '2031-05-10T00:00:00Z', seed: 1 };
const group = (name: string): ClaimValue => ({ kind: 'actor', name });
const statement = (text: string): ClaimValue => ({ kind: 'statement', text });
const report = (id: string, ...claims: InventedClaim[]): InventedReport => ({ id, outlet: `Outlet ${id}`, claims });

function incidentOf(reports: readonly InventedReport[]) {
  const [incident] = reconcile(inventStory(reports), defaults, context).value.incidents;
  if (incident === undefined) throw new Error('no incident');
  return incident;
}

function termOf(
  reports: readonly InventedReport[],
  attribute: 'perpetrator' | 'weapon' | 'responsibility',
): TermRecord {
  const record = incidentOf(reports).attributes[attribute];
  if (record === undefined || isCountRecord(record)) throw new Error('no term record');
  return record;
}

describe('who is blamed', () => {
  const rows: readonly (readonly [string, InventedClaim[], string])[] = [
    [
      'named',
      [{ attribute: 'perpetrator', says: group('Red Tide'), by: 'police:Marl police' }],
      'Red Tide is named by Marl police. This edition only repeats who says so.',
    ],
    [
      'suspected',
      [{ attribute: 'perpetrator', says: group('Red Tide'), by: 'police:Marl police', modality: 'alleged' }],
      'Red Tide is suspected according to Marl police. This edition only repeats who says so.',
    ],
    [
      'charged',
      [{ attribute: 'perpetrator', says: group('Red Tide'), by: 'police:Marl police', cue: 'charged' }],
      'Red Tide is charged according to Marl police. This edition only repeats who says so.',
    ],
    [
      'claimed and denied',
      [
        { attribute: 'perpetrator', says: group('Red Tide'), by: 'perpetrator:Red Tide', modality: 'claimed' },
        { attribute: 'perpetrator', says: group('Red Tide'), by: 'official:the ministry', modality: 'denied' },
      ],
      'Red Tide is said to have claimed it (Red Tide) and cleared, or denies it, according to the ministry. This edition only repeats who says so.',
    ],
  ];
  it.each(rows.map(([name, claims, why]) => ({ name, claims, why })))('$name', ({ claims, why }) => {
    expect(termOf([report('a', ...claims)], 'perpetrator').why).toBe(why);
  });

  it('names nobody where it is only denied', () => {
    const denied: InventedClaim = { attribute: 'responsibility', says: group('Red Tide'), modality: 'denied' };
    expect(termOf([report('a', denied)], 'responsibility')).toMatchObject({ value: null, status: 'unknown' });
  });
});

describe('categories', () => {
  const weapon = (term: string): InventedClaim => ({ attribute: 'weapon', says: { kind: 'category', term } });

  it('takes the value most independent witnesses give; a second weapon disputes nothing', () => {
    const record = termOf([report('a', weapon('rifle')), report('b', weapon('rifle'), weapon('knife'))], 'weapon');
    expect(record).toMatchObject({ value: 'rifle', status: 'compatible' });
    expect(record.why).toBe('Two reports give rifle; knife is told too.');
    expect(record.readings.map(({ difference }) => difference)).toEqual([undefined, 'scope']);
  });
});

describe('dates and places', () => {
  const date = (value: DateValue): InventedClaim => ({ attribute: 'date', says: value });
  const may: DateValue = {
    kind: 'date',
    edtf: '2031-05',
    earliest: '2031-05-01',
    latest: '2031-05-31',
    precision: 'month',
  };

  it('takes the narrower date of equal witnesses and keeps every claim', () => {
    const incident = incidentOf([report('a', date(may)), report('b', date(dayValue('2031-05-02')))]);
    expect(incident.date).toMatchObject({ value: '2031-05-02', precision: 'day', status: 'compatible' });
    expect(incident.date.claims).toEqual(['a.0', 'b.0']);
  });

  it('says where dates cannot be one', () => {
    const days = ['2031-05-02', '2031-05-02', '2031-05-09'].map((day, index) =>
      report(`r${index}`, date(dayValue(day))),
    );
    expect(incidentOf(days).date).toMatchObject({ value: '2031-05-02', status: 'disputed' });
  });

  it('leaves date and place open where nothing is told', () => {
    const incident = incidentOf([report('a', { says: '3' })]);
    expect(incident.date).toEqual({ value: null, precision: 'unknown', status: 'unknown', claims: [] });
    expect(incident.place).toEqual({ name: null, precision: 'unknown', claims: [] });
  });

  it('writes a city into its own field', () => {
    const place: ClaimValue = { kind: 'place', name: 'Marl Harbour', level: 'city', country: 'XX' };
    expect(incidentOf([report('a', { attribute: 'place', says: place })]).place).toEqual({
      name: 'Marl Harbour',
      precision: 'city',
      codes: { ucdp: 1, acled: 1 },
      city: 'Marl Harbour',
      country: 'XX',
      claims: ['a.0'],
    });
  });
});

describe('reasons', () => {
  it('joins one reason in other words and keeps another apart', () => {
    const { reasons } = incidentOf([
      report('a', { attribute: 'reason', says: statement('anger about the harbour treaty'), by: 'expert:Ada Quill' }),
      report('b', { attribute: 'reason', says: statement('their anger about the new harbour treaty') }),
      report('c', {
        attribute: 'reason',
        says: statement('revenge for a raid'),
        by: 'perpetrator:Red Tide',
        modality: 'claimed',
      }),
    ]);
    expect(reasons).toEqual([
      {
        summary: 'anger about the harbour treaty',
        kind: 'inferred',
        claims: ['a.0', 'b.0'],
        speakers: ['Ada Quill', 'Outlet b'],
        independentSources: 2,
      },
      {
        summary: 'revenge for a raid',
        kind: 'claimed',
        claims: ['c.0'],
        speakers: ['Red Tide'],
        independentSources: 1,
      },
    ]);
  });
});

describe('reasons that name what they are about', () => {
  it('joins those of one name its country and people share, whatever names all of them hold', () => {
    const { reasons } = incidentOf([
      report('a', { attribute: 'reason', says: statement('the part of Orsia in the Velmaran war') }),
      report('b', { attribute: 'reason', says: statement('what Orsia did in Velmara') }),
      report('c', { attribute: 'reason', says: statement('how Orsia treats the Tessali') }),
    ]);
    expect(reasons.map(({ claims }) => claims)).toEqual([['a.0', 'b.0'], ['c.0']]);
  });
});

describe('actors', () => {
  const mention = (article: string, name: string, ...aliases: string[]): ActorMention => ({
    article,
    type: 'organisation',
    name,
    aliases,
    ranges: [{ start: 0, end: 8 }],
    involved: true,
  });

  it('joins aliases across reports, publishes the involved and gives each what is said of it', () => {
    const year = (edtf: string): ClaimValue => ({
      kind: 'date',
      edtf,
      earliest: `${edtf}-01-01`,
      latest: `${edtf}-12-31`,
      precision: 'year',
    });
    const story = inventStory([
      report('a', { attribute: 'inception', says: year('2014') }, { attribute: 'perpetrator', says: group('RT') }),
      report('b', { attribute: 'inception', says: year('2015') }),
    ]);
    const actors = [
      [mention('a', 'Red Tide', 'RT', 'the group')],
      [mention('b', 'Red Tide of Marl', 'RT'), { ...mention('b', 'Harbour Union'), involved: false }],
    ];
    const readings = story.readings.map((reading, index) => ({ ...reading, actors: actors[index] ?? [] }));
    const { value } = reconcile({ ...story, readings }, defaults, context);
    expect(value.actors).toHaveLength(1);
    expect(value.actors[0]).toMatchObject({
      name: 'Red Tide of Marl',
      aliases: ['RT', 'Red Tide'],
      incidents: ['incident-1'],
      attributes: { inception: { value: '2014', status: 'disputed' } },
    });
    expect(value.incidents[0]?.attributes.inception).toBeUndefined();
    expect(value.incidents[0]?.attributes.perpetrator).toMatchObject({ value: 'Red Tide of Marl' });
  });
});

describe('failures', () => {
  it('uses the default for an unknown policy and says so', () => {
    const { value, issues } = reconcile(
      inventStory([report('a', { says: '3' })]),
      { ...defaults, policy: 'x' },
      context,
    );
    expect(issues.map(({ code }) => code)).toEqual(['reconcile/unknown-policy']);
    expect(value.incidents[0]?.attributes.killed).toMatchObject({ policy: 'recorder', best: 3 });
  });

  it('reports a claim whose incident was never linked', () => {
    const { issues } = reconcile(inventStory([report('a', { says: '3', incident: 'lost' })]), defaults, context);
    expect(issues).toMatchObject([{ code: 'reconcile/stray-claim', article: 'a', at: { start: 17, end: 47 } }]);
  });
});

describe('rounding', () => {
  it.each([
    [130, 133],
    [100, 133],
    [140, 133],
    [3200, 3187],
    [133, 133],
  ])('%i is a round form of %i', (round, exact) => expect(isRoundingOf(round, exact)).toBe(true));
  it.each([
    [133, 137],
    [130, 145],
    [0, 4],
    [150, 133],
  ])('%i is none of %i', (round, exact) => expect(isRoundingOf(round, exact)).toBe(false));
});
