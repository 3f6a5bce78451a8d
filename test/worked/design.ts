import type { PlaceValue } from '../../src/model/index.ts';
import { type InventedClaim, inventOne } from '../kits/invented-reports.ts';
import type { Example } from './example.ts';

/** Make a place claim for a town of an invented state. */
export const town = (name: string): InventedClaim => ({
  attribute: 'place',
  says: { kind: 'place', name, level: 'city', id: name, state: 'Velm', country: 'XX' } satisfies PlaceValue,
  quote: name,
});

const towns = (toll: string): Example['reports'] => [
  {
    id: 'a',
    outlet: 'Marl Courier',
    text: `Gunmen killed ${toll} people in Alda, Berrin and Cove.`,
    claims: [{ says: toll, quote: `killed ${toll} people` }, town('Alda'), town('Berrin'), town('Cove')],
  },
];

const bomber = (text: string): Example['reports'] => [
  {
    id: 'a',
    outlet: 'Marl Courier',
    text,
    claims: [
      { says: '20', victims: ['civilians'], quote: '20 worshippers' },
      { says: 'a person 1', attribute: 'perpetratorsKilled', victims: ['perpetrators'], quote: 'suicide bomber' },
      { says: { kind: 'actor', name: 'Red Tide' }, attribute: 'perpetrator', quote: 'Red Tide' },
    ],
  },
];

const group = { kind: 'actor', name: 'Red Tide' } as const;

/** The eleven examples the policies were designed by, in their order. */
export const designExamples: readonly Example[] = [
  {
    says: '13 US troops as well as 170 civilians died, and the bomber',
    reports: [
      {
        id: 'a',
        text: '13 US troops as well as 170 civilians died, and the bomber.',
        claims: [
          { says: 'sum 183', parts: ['a.1', 'a.2'] },
          { says: '13', scope: 'subset', of: 'a.0', victims: ['soldiers'], quote: '13 US troops' },
          { says: '170', scope: 'subset', of: 'a.0', victims: ['civilians'], quote: '170 civilians' },
          { says: 'a person 1', attribute: 'perpetratorsKilled', quote: 'the bomber' },
        ],
      },
    ],
    coded: { 'gtd row nkill': '184', 'gtd row nkillus': '13', 'gtd row nkillter': '1', 'recorder killed': '183' },
  },
  {
    says: '170 killed, including 13 US troops; no word of the bomber',
    reports: [
      {
        id: 'a',
        text: '170 killed, including 13 US troops.',
        claims: [
          { says: '170', quote: '170 killed' },
          { says: '13', scope: 'subset', of: 'a.0', victims: ['soldiers'], quote: '13 US troops' },
        ],
      },
    ],
    coded: { 'gtd row nkill': '170', 'gtd row nkillus': '13', 'gtd row nkillter': 'blank' },
  },
  {
    says: 'a suicide bomber of a named group and 20 worshippers die',
    reports: bomber('A suicide bomber of Red Tide and 20 worshippers died.'),
    coded: {
      'gtd row nkill': '21',
      'gtd row nkillter': '1',
      'gtd row suicide': '1',
      'ucdp row type_of_violence': '3',
      'ucdp row deaths_civilians': '20',
      'ucdp row best': '20',
    },
  },
  {
    says: 'dozens killed',
    reports: [inventOne('a', 'dozens')],
    coded: { 'acled killed': '12', 'gtd row nkill': 'blank', 'recorder killed': '24 / blank / blank' },
  },
  {
    says: 'several killed in a market',
    reports: [{ id: 'a', text: 'Several people were killed in a market.', claims: [{ says: 'several' }] }],
    coded: { 'acled killed': '10' },
  },
  {
    says: 'several killed on one motorcycle',
    reports: [{ id: 'a', text: 'Several people riding on one motorcycle were killed.', claims: [{ says: 'several' }] }],
    coded: { 'acled killed': '3' },
  },
  {
    says: 'there were casualties',
    reports: [
      {
        id: 'a',
        claims: [{ attribute: 'casualties', says: { kind: 'count', min: 1, max: null, vague: 'casualties' } }],
      },
    ],
    coded: { 'acled row fatalities': '0', 'gtd row nkill': 'blank' },
  },
  {
    says: '12 killed in fighting, 1–3 March',
    reports: [inventOne('a', '12')],
    asked: {
      type: 'clash',
      incident: {
        date: {
          kind: 'date',
          edtf: '2031-03-01/2031-03-03',
          earliest: '2031-03-01',
          latest: '2031-03-03',
          precision: 'days',
        },
      },
    },
    coded: {
      'acled row fatalities': '4 + 4 + 4',
      'acled row event_date': '1 March 2031 + 2 March 2031 + 3 March 2031',
      'ucdp row event_clarity': '2',
      'ucdp row date_prec': '2',
      'ucdp row best': '12',
    },
  },
  {
    says: 'morning: one agency 8; evening: two independent agencies 11; the attackers claim 40',
    reports: [
      inventOne('a', '8', {}, { published: '2031-05-02T08:00:00Z' }),
      inventOne('b', '11', {}, { published: '2031-05-02T19:00:00Z' }),
      inventOne('c', '11', {}, { published: '2031-05-02T19:30:00Z' }),
      inventOne('d', '40', { by: 'perpetrator:Red Tide', partisan: true }, { published: '2031-05-02T20:00:00Z' }),
    ],
    coded: {
      'gtd row nkill': '11',
      'gtd row addnotes': 'Other figures for the dead: 40, by a party to the violence; 8.',
      'recorder killed': '8 / 11 / 11',
      'recorder reasons': '8 later, 11 accepted, 40 partisan',
    },
  },
  {
    says: 'three towns, 7 dead in all',
    reports: towns('7'),
    coded: {
      'ucdp row best': '3 + 2 + 2',
      'ucdp row where_coordinates': 'Alda + Berrin + Cove',
      'gtd shares': '3 + 2 + 2',
    },
  },
  {
    says: 'three towns, 2 dead in all',
    reports: towns('2'),
    coded: { 'ucdp row best': '2', 'ucdp row where_coordinates': 'Velm', 'ucdp row where_prec': '4' },
  },
  {
    says: 'no claim; police suspect a group',
    reports: [
      {
        id: 'a',
        claims: [{ says: '3' }, { attribute: 'perpetrator', says: group, modality: 'alleged', by: 'police' }],
      },
    ],
    coded: { 'gtd row claimed': '0', 'gtd row guncertain1': '1', 'gtd row gname': 'Red Tide' },
  },
  {
    says: 'a group posts a credible claim online',
    reports: [
      {
        id: 'a',
        text: 'Three people died. Red Tide claimed the attack in a statement posted online.',
        claims: [
          { says: '3', quote: 'Three people died' },
          {
            attribute: 'responsibility',
            says: group,
            modality: 'claimed',
            by: 'perpetrator:Red Tide',
            quote: 'Red Tide claimed',
          },
        ],
      },
    ],
    coded: { 'gtd row claimed': '1', 'gtd row claimmode': '7', 'gtd row guncertain1': '0', 'gtd row compclaim': '0' },
  },
  {
    says: 'four near-simultaneous bombs across a city, 40 dead in all',
    reports: [
      {
        id: 'a',
        text: 'Four near-simultaneous bombs across the city killed 40 people.',
        claims: [
          { says: '40', quote: 'killed 40 people' },
          { attribute: 'weapon', says: { kind: 'category', term: 'bomb' }, quote: 'bombs' },
        ],
      },
    ],
    coded: {
      'gtd row nkill': '10 + 10 + 10 + 10',
      'gtd row multiple': '1 + 1 + 1 + 1',
      'gtd row addnotes': Array(4)
        .fill('One toll is told for four attacks; it is divided in whole numbers, the rest to the first.')
        .join(' + '),
      'recorder killed': '40',
    },
  },
];
