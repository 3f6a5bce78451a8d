import { inventOne } from '../kits/invented-reports.ts';
import type { Example } from './example.ts';

const on = (published: string) => ({ published });
const police = (more: object = {}) => ({ by: 'police', ...more });

/** Examples of several reports: who says it, when, and how many do. */
export const reportExamples: readonly Example[] = [
  {
    says: 'two outlets agree',
    reports: [inventOne('a', '9'), inventOne('b', '9')],
    coded: { 'recorder status': 'agreed', 'recorder grade': 'corroborated', 'recorder killed': '9' },
  },
  {
    says: 'two outlets agree, one by the police',
    reports: [inventOne('a', '9', police()), inventOne('b', '9')],
    coded: { 'recorder grade': 'confirmed' },
  },
  {
    says: 'one outlet',
    reports: [inventOne('a', '9')],
    coded: { 'recorder status': 'single-source', 'recorder grade': 'single' },
  },
  {
    says: 'the police say 9, two outlets 12',
    reports: [inventOne('a', '9', police()), inventOne('b', '12'), inventOne('c', '12')],
    coded: { 'recorder killed': '9 / 9 / 12', 'gtd killed': '12', 'acled killed': '12', 'ucdp killed': '9 / 9 / 12' },
  },
  {
    says: 'the police say 12, one outlet 9',
    reports: [inventOne('a', '12', police()), inventOne('b', '9')],
    coded: { 'recorder killed': '9 / 12 / 12', 'acled killed': '12', 'gtd killed': '9', 'recorder grade': 'contested' },
  },
  {
    says: 'three outlets, three figures',
    reports: [inventOne('a', '9'), inventOne('b', '10'), inventOne('c', '12')],
    coded: {
      'recorder killed': '9 / 10 / 12',
      'ucdp killed': '9 / 9 / 12',
      'gtd killed': '9',
      'acled killed': '9',
      'recorder status': 'disputed',
    },
  },
  {
    says: 'three outlets, two of them 10',
    reports: [inventOne('a', '9'), inventOne('b', '10'), inventOne('c', '10')],
    coded: {
      'recorder killed': '9 / 10 / 10',
      'gtd killed': '10',
      'gtd rule': 'D3',
      'acled killed': '10',
      'acled rule': 'A3',
    },
  },
  {
    says: 'four outlets, two and two',
    reports: [inventOne('a', '9'), inventOne('b', '9'), inventOne('c', '11'), inventOne('d', '11')],
    coded: { 'gtd killed': '9', 'gtd rule': 'D4', 'acled killed': '9', 'acled rule': 'A2' },
  },
  {
    says: 'an outlet’s 9, its own 12 the day after',
    reports: [
      inventOne('a', '9', {}, { ...on('2031-05-02'), outlet: 'Marl Courier' }),
      inventOne('b', '12', {}, { ...on('2031-05-03'), outlet: 'Marl Courier' }),
    ],
    coded: {
      'recorder killed': '12',
      'recorder reasons': '9 later, 12 accepted',
      'recorder status': 'updated',
      'recorder history': '9, 12',
    },
  },
  {
    says: 'an outlet’s 12, its own 9 the day after',
    reports: [
      inventOne('a', '12', {}, { ...on('2031-05-02'), outlet: 'Marl Courier' }),
      inventOne('b', '9', {}, { ...on('2031-05-03'), outlet: 'Marl Courier' }),
    ],
    coded: { 'recorder killed': '9', 'recorder reasons': '9 accepted, 12 revised', 'acled killed': '9' },
  },
  {
    says: 'the police say 3, Marl police 9 the day after',
    reports: [
      inventOne('a', '3', police(), on('2031-05-02')),
      inventOne('b', '9', police({ by: 'police:Marl police' }), on('2031-05-03')),
    ],
    coded: { 'recorder killed': '9', 'gva killed': '9' },
  },
  {
    says: 'one outlet 9, another 12 four days on, a third 12',
    reports: [
      inventOne('a', '9', {}, on('2031-05-02')),
      inventOne('b', '12', {}, on('2031-05-06')),
      inventOne('c', '12', {}, on('2031-05-06')),
    ],
    coded: { 'recorder killed': '12', 'acled killed': '12', 'gtd killed': '12', 'recorder history': '9, 12' },
  },
  {
    says: '“3 more died” the day after the same outlet’s 9',
    reports: [
      inventOne('a', '9', {}, { ...on('2031-05-02'), outlet: 'Marl Courier' }),
      inventOne(
        'b',
        '3',
        { accumulation: 'new', scope: 'additional' },
        { ...on('2031-05-03'), outlet: 'Marl Courier' },
      ),
    ],
    coded: { 'recorder killed': '12' },
  },
  {
    says: '“revised down from 19 to 17” takes everybody’s 19 back',
    reports: [
      inventOne('a', '19', {}, on('2031-05-02')),
      inventOne('b', '17', { revisedFrom: { kind: 'count', min: 19, max: 19, anchor: 19 } }, on('2031-05-03')),
    ],
    coded: { 'recorder killed': '17', 'recorder reasons': '17 accepted, 19 revised' },
  },
  {
    says: 'a verbatim copy',
    reports: [inventOne('a', '9'), inventOne('b', '9')],
    asked: { copies: [['a', 'b']] },
    coded: { 'recorder status': 'single-source', 'recorder grade': 'single' },
  },
  {
    says: 'two papers, one wire',
    reports: [inventOne('a', '9', {}, { wire: 'Velm Wire' }), inventOne('b', '9', {}, { wire: 'Velm Wire' })],
    coded: { 'recorder grade': 'single' },
  },
  {
    says: 'two papers, one author',
    reports: [inventOne('a', '9', {}, { author: 'Ada Quill' }), inventOne('b', '9', {}, { author: 'Ada Quill' })],
    coded: { 'recorder grade': 'single' },
  },
  {
    says: 'two papers, one hospital',
    reports: [
      inventOne('a', '9', { by: 'medical:Marl hospital' }),
      inventOne('b', '9', { by: 'medical:Marl hospital' }),
    ],
    coded: { 'recorder grade': 'single' },
  },
  {
    says: 'two papers, two unnamed bystanders',
    reports: [inventOne('a', '9', { by: 'witness' }), inventOne('b', '9', { by: 'witness' })],
    coded: { 'recorder grade': 'corroborated' },
  },
  {
    says: 'the attackers’ 40 alone',
    reports: [inventOne('a', '40', { by: 'perpetrator:Red Tide', partisan: true })],
    coded: { 'recorder killed': '40', 'ucdp killed': '40', 'gtd killed': '40' },
  },
  {
    says: 'the attackers’ 40 beside a bystander’s 7',
    reports: [
      inventOne('a', '40', { by: 'perpetrator:Red Tide', partisan: true }),
      inventOne('b', '7', { by: 'witness' }),
    ],
    coded: {
      'recorder killed': '7',
      'ucdp killed': '7',
      'gtd killed': '7',
      'acled killed': '7',
      'acled notes': '40, by a party to the violence',
    },
  },
  {
    says: 'a lone 900 beside two outlets’ 12',
    reports: [inventOne('a', '900'), inventOne('b', '12'), inventOne('c', '12')],
    coded: { 'ucdp killed': '12', 'recorder killed': '12 / 12 / 900', 'ucdp reasons': '12 accepted, 900 unexplained' },
  },
  {
    says: 'a caption’s 5 in a report of 9',
    reports: [{ id: 'a', claims: [{ says: '9' }, { says: '5', block: 'caption' }] }],
    coded: { 'recorder killed': '9', 'recorder reasons': '5 later, 9 accepted' },
  },
  {
    says: '“at least 9” of an undated report, “12” of another',
    reports: [inventOne('a', 'at least 9'), inventOne('b', '12')],
    coded: { 'recorder killed': '9 / 12 / 12', 'recorder status': 'compatible' },
  },
  {
    says: 'morning 8, noon 8, evening 11, each another outlet’s',
    reports: [
      inventOne('a', '8', {}, on('2031-05-02T08:00:00Z')),
      inventOne('b', '8', {}, on('2031-05-02T12:00:00Z')),
      inventOne('c', '11', {}, on('2031-05-02T19:00:00Z')),
    ],
    coded: {
      'gtd killed': '11',
      'gtd rule': 'D2',
      'acled killed': '8',
      'recorder killed': '8 / 11 / 11',
      'recorder history': '8, 11',
    },
  },
];
