import { inventOne } from '../kits/invented-reports.ts';
import { town } from './design.ts';
import type { Example } from './example.ts';

const attacker = (says = 'a person 1') =>
  ({ says, attribute: 'perpetratorsKilled', victims: ['perpetrators'] }) as const;
const group = (name: string) => ({ kind: 'actor', name }) as const;

/** Examples of who is counted: parts of a figure, attackers, several attributes. */
export const peopleExamples: readonly Example[] = [
  {
    says: 'four shot dead and the gunman, a shooting',
    reports: [{ id: 'a', claims: [{ says: '4' }, attacker()] }],
    asked: { type: 'shooting' },
    coded: { 'gva killed': '5', 'gtd killed': '5', 'acled killed': '5', 'recorder killed': '4', 'ucdp killed': '4' },
  },
  {
    says: 'only the gunman died',
    reports: [{ id: 'a', claims: [attacker()] }],
    asked: { type: 'shooting' },
    coded: { 'gva killed': '1', 'gtd row nkill': '1', 'gtd row nkillter': '1', 'recorder killed': 'none' },
  },
  {
    says: 'five dead “including the gunman”',
    reports: [{ id: 'a', claims: [{ says: '5' }, { ...attacker(), scope: 'subset', of: 'a.0' }] }],
    coded: { 'recorder killed': '4', 'gva killed': '5', 'gtd killed': '5' },
  },
  {
    says: 'one outlet 5 with the gunman, another 4 without',
    reports: [
      { id: 'a', outlet: 'Outlet a', claims: [{ says: '5' }] },
      { id: 'b', outlet: 'Outlet b', claims: [{ says: '4' }, attacker()] },
      { id: 'c', outlet: 'Outlet c', claims: [{ says: '4' }] },
    ],
    coded: { 'recorder reasons': '4 accepted, 5 perpetrators-included' },
  },
  {
    says: 'a clash: 9 killed, and 3 fighters of the group',
    reports: [{ id: 'a', claims: [{ says: '9' }, attacker('3')] }],
    asked: { type: 'clash' },
    coded: { 'ucdp killed': '12', 'ucdp row best': '12', 'ucdp row deaths_a': '3', 'ucdp row deaths_unknown': '9' },
  },
  {
    says: '12 killed, four of them soldiers, an attack',
    reports: [{ id: 'a', claims: [{ says: '12' }, { says: '4', scope: 'subset', of: 'a.0', victims: ['soldiers'] }] }],
    asked: { type: 'armed-attack' },
    coded: { 'ucdp row deaths_civilians': '8', 'ucdp row deaths_unknown': '4', 'ucdp row best': '12' },
  },
  {
    says: '12 people, three of them children',
    reports: [{ id: 'a', claims: [{ says: '12' }, { says: '3', scope: 'subset', of: 'a.0', victims: ['children'] }] }],
    coded: { 'recorder killed': '12', 'recorder reasons': '3 subset, 12 accepted' },
  },
  {
    says: '12 villagers and 3 guards',
    reports: [
      {
        id: 'a',
        claims: [
          { says: 'sum 15', parts: ['a.1', 'a.2'] },
          { says: '12', scope: 'subset', of: 'a.0', victims: ['civilians'] },
          { says: '3', scope: 'subset', of: 'a.0', victims: ['police'] },
        ],
      },
    ],
    coded: { 'recorder killed': '15', 'gtd killed': '15' },
  },
  {
    says: 'a girl of seven died, where another report counts 4',
    reports: [inventOne('a', 'a person 1'), inventOne('b', '4')],
    coded: { 'recorder killed': '4', 'recorder reasons': '1 subset, 4 accepted' },
  },
  {
    says: 'six shot, no word of the dead',
    reports: [inventOne('a', '6', { attribute: 'casualties' })],
    asked: { type: 'shooting' },
    coded: { 'acled killed': '0', 'recorder killed': 'none', 'recorder casualties': '6' },
  },
  {
    says: 'ten hurt, no word of the dead',
    reports: [inventOne('a', '10', { attribute: 'injured' })],
    coded: { 'acled row fatalities': '0', 'gtd row nwound': '10', 'gtd row nkill': 'blank' },
  },
  {
    says: 'the number of attackers: two say 4, a newer one 6',
    reports: [
      inventOne('a', '4', { attribute: 'perpetrators' }, { published: '2031-05-02' }),
      inventOne('b', '4', { attribute: 'perpetrators' }, { published: '2031-05-02' }),
      inventOne('c', '6', { attribute: 'perpetrators' }, { published: '2031-05-03' }),
    ],
    coded: { 'gtd row nperps': '4', 'recorder perpetrators': '4 / 6 / 6' },
  },
  {
    says: '20 held hostage',
    reports: [inventOne('a', '20', { attribute: 'hostages' })],
    asked: { type: 'siege' },
    coded: { 'gtd row ishostkid': '1', 'gtd row nhostkid': '20', 'gtd row attacktype1': '5' },
  },
  {
    says: 'two groups claim it, each on its own',
    reports: [
      {
        id: 'a',
        claims: [
          { says: '3' },
          { attribute: 'responsibility', says: group('Red Tide'), modality: 'claimed', by: 'perpetrator:Red Tide' },
          { attribute: 'responsibility', says: group('Grey Front'), modality: 'claimed', by: 'perpetrator:Grey Front' },
        ],
      },
    ],
    coded: { 'gtd row claimed': '1', 'gtd row compclaim': '1' },
  },
  {
    says: 'the police name a group outright',
    reports: [
      { id: 'a', claims: [{ says: '3' }, { attribute: 'perpetrator', says: group('Red Tide'), by: 'police' }] },
    ],
    coded: { 'gtd row guncertain1': '0', 'gtd row claimed': '0', 'acled row actor1': 'Red Tide' },
  },
  {
    says: 'nobody is named',
    reports: [inventOne('a', '3')],
    coded: { 'gtd row gname': 'Unknown', 'gtd row guncertain1': 'blank', 'ucdp row side_a': 'blank' },
  },
  {
    says: 'one suicide attacker, two towns, 21 dead with the attacker: which town it was is not told',
    reports: [
      {
        id: 'a',
        outlet: 'Marl Courier',
        text: 'A suicide bomber struck in Alda and Berrin, killing 21 people including the bomber. Ten soldiers were hurt.',
        claims: [
          { says: '21', quote: 'killing 21 people' },
          {
            says: 'a person 1',
            attribute: 'perpetratorsKilled',
            scope: 'subset',
            of: 'a.0',
            victims: ['perpetrators'],
            quote: 'including the bomber',
          },
          { says: '10', attribute: 'injured', victims: ['soldiers'], quote: 'Ten soldiers' },
          town('Alda'),
          town('Berrin'),
          { attribute: 'type', says: { kind: 'category', term: 'bombing' }, quote: 'suicide bomber' },
        ],
      },
    ],
    coded: {
      'gtd row nkill': '11 + 10',
      'gtd row nkillter': '1 + 0',
      'gtd row nwound': '5 + 5',
      'gtd row nwoundte': 'blank + blank',
      'gtd row suicide': 'blank + blank',
      'gtd row attacktype1': '3 + 3',
      'gtd row targtype1': 'blank + blank',
      'ucdp row best': '10 + 10',
      'ucdp row event_clarity': '2 + 2',
      'acled row fatalities': '11 + 10',
      'acled row sub_event_type': 'blank + blank',
    },
  },
  {
    says: 'a ferry sinks: no attack, so no row in any of the three schemes',
    reports: [inventOne('a', '9')],
    asked: { type: 'accident' },
    coded: { 'gtd row nkill': '', 'ucdp row best': '', 'acled row fatalities': '', 'recorder killed': '9' },
  },
];
