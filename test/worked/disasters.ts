import type { DateValue } from '../../src/model/index.ts';
import { inventOne } from '../kits/invented-reports.ts';
import type { Example } from './example.ts';

const fifthOfMarch: DateValue = {
  kind: 'date',
  edtf: '2031-03-05',
  earliest: '2031-03-05',
  latest: '2031-03-05',
  precision: 'day',
};
const flood = { type: 'disaster' } as const;
const crash = { type: 'accident', incident: { date: fifthOfMarch } } as const;
const missing = (says: string) => ({ says, attribute: 'missing' }) as const;

const lateDeath = [
  inventOne('a', '12', { accumulation: 'final' }, { published: '2031-03-06' }),
  inventOne('b', '13', { accumulation: 'running' }, { published: '2031-04-20' }),
];

/** Examples of disasters and accidents: the missing, who is affected, and deaths that come late. */
export const disasterExamples: readonly Example[] = [
  {
    says: 'a flood: 12 dead and 5 missing',
    reports: [{ id: 'a', published: '2031-03-06', claims: [{ says: '12' }, missing('5')] }],
    asked: flood,
    coded: { 'emdat killed': '12 / 17 / 17', 'recorder killed': '12', 'emdat entry': 'meets them' },
  },
  {
    says: 'a flood: 8 dead and 30 missing on Monday; 21 dead on Friday, no word of the missing',
    reports: [
      { id: 'a', outlet: 'Outlet a', published: '2031-03-03', claims: [{ says: '8' }, missing('30')] },
      { id: 'b', outlet: 'Outlet b', published: '2031-03-07', claims: [{ says: '21' }] },
    ],
    asked: flood,
    coded: { 'emdat killed': '21' },
  },
  {
    says: 'a landslide: 40 missing, no word of the dead',
    reports: [{ id: 'a', claims: [missing('40')] }],
    asked: flood,
    coded: { 'emdat killed': '0 / 40 / 40', 'recorder killed': 'none' },
  },
  {
    says: 'a storm: 2 dead, hundreds hurt',
    reports: [{ id: 'a', claims: [{ says: '2' }, { says: 'hundreds', attribute: 'injured' }] }],
    asked: flood,
    coded: { 'emdat injured': '200', 'emdat entry': 'meets them' },
  },
  {
    says: 'a flood: 200 to 300 driven from home',
    reports: [{ id: 'a', claims: [{ says: '200-300', attribute: 'displaced' }] }],
    asked: flood,
    coded: { 'emdat displaced': '200 / 250 / 300', 'emdat entry': 'meets them' },
  },
  {
    says: 'a fire: 4 dead and 9 hurt',
    reports: [{ id: 'a', claims: [{ says: '4' }, { says: '9', attribute: 'injured' }] }],
    asked: { type: 'fire' },
    coded: { 'emdat killed': '4', 'emdat entry': 'does not', 'recorder entry': 'no criteria' },
  },
  {
    says: 'a bombing that killed 50: no disaster of EM-DAT’s kinds',
    reports: [inventOne('a', '50')],
    coded: { 'emdat killed': '50', 'emdat entry': 'does not' },
  },
  {
    says: 'an air crash on 5 March: 12 dead; on 20 April the toll rises to 13',
    reports: lateDeath,
    asked: crash,
    coded: { 'recorder killed': '13' },
  },
  {
    says: 'the same, where deaths after more than 30 days are not of the accident (ICAO)',
    reports: lateDeath,
    asked: { ...crash, maxDeathDelayDays: 30 },
    coded: { 'recorder killed': '12', 'recorder reasons': '12 accepted, 13 scope' },
  },
];
