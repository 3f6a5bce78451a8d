import { inventOne } from '../kits/invented-reports.ts';
import type { Example } from './example.ts';

const one = (says: string, coded: Example['coded'], claim: object = {}): Example => ({
  says: `“${says}” of one report`,
  reports: [inventOne('a', says, claim)],
  coded,
});

/** Examples of the words of a single figure. */
export const wordExamples: readonly Example[] = [
  one('12', {
    'recorder killed': '12',
    'ucdp killed': '12',
    'gtd killed': '12',
    'acled killed': '12',
    'gva killed': '12',
  }),
  one('at least 12', { 'recorder killed': '12', 'gtd killed': '12', 'acled killed': '12' }),
  one('more than 12', { 'recorder killed': '12', 'gtd killed': '12' }),
  one('up to 12', { 'recorder killed': '1 / 12 / 12', 'gtd killed': '12' }),
  one('nearly 100', { 'recorder killed': '100', 'ucdp killed': '100' }),
  one('about 40', { 'recorder killed': '40', 'acled killed': '40' }),
  one('8-12', { 'recorder killed': '8 / 8 / 12', 'ucdp killed': '8 / 8 / 12', 'gtd killed': '8', 'acled killed': '8' }),
  one('several', {
    'recorder killed': '3 / blank / blank',
    'ucdp killed': '3',
    'acled killed': '10',
    'gtd killed': 'blank',
  }),
  one('scores', { 'recorder killed': '40 / blank / blank', 'acled killed': '12', 'gtd killed': 'blank' }),
  one('hundreds', { 'acled killed': '100', 'ucdp killed': '200', 'gva killed': '200 / blank / blank' }),
  one('a person 1', { 'recorder killed': '1', 'gtd killed': '1', 'acled killed': '1' }),
  one('12', { 'acled injured': 'blank', 'recorder injured': '12', 'gtd row nwound': '12' }, { attribute: 'injured' }),
  {
    says: '“dozens” of one report, “30” of another',
    reports: [inventOne('a', 'dozens'), inventOne('b', '30')],
    coded: { 'recorder killed': '30', 'acled killed': '30', 'recorder reasons': '30 accepted, dozens rounding' },
  },
  {
    says: '“more than 130” of one report, “133” of another',
    reports: [inventOne('a', 'more than 130'), inventOne('b', '133')],
    coded: {
      'recorder killed': '130 / 133 / 133',
      'recorder reasons': '130 rounding, 133 accepted',
      'gtd killed': '130',
    },
  },
  {
    says: '“no one was killed”',
    reports: [inventOne('a', '0', { modality: 'negated' })],
    coded: { 'recorder killed': '0', 'acled killed': '0', 'gtd killed': '0' },
  },
  {
    says: '“feared dead: 40”, “12 killed”',
    reports: [{ id: 'a', claims: [{ says: '40', modality: 'feared' }, { says: '12' }] }],
    coded: { 'recorder killed': '12', 'recorder reasons': '12 accepted, 40 scope' },
  },
  {
    says: '“12 killed”, “90 killed since January”',
    reports: [{ id: 'a', claims: [{ says: '12' }, { says: '90', accumulation: 'period' }] }],
    coded: { 'recorder killed': '12', 'ucdp killed': '12', 'recorder reasons': '12 accepted, 90 scope' },
  },
  {
    says: 'a figure its own speaker denies',
    reports: [inventOne('a', '20', { modality: 'denied', by: 'police' }), inventOne('b', '4')],
    coded: { 'recorder killed': '4', 'recorder reasons': '4 accepted, 20 speaker' },
  },
  {
    says: 'only a denied figure',
    reports: [inventOne('a', '20', { modality: 'denied', by: 'police' })],
    coded: { 'recorder killed': 'blank', 'recorder grade': 'withdrawn' },
  },
  {
    says: 'an alleged 30 beside an asserted 12',
    reports: [inventOne('a', '30', { modality: 'alleged' }), inventOne('b', '12')],
    coded: {
      'recorder killed': '12 / 12 / 30',
      'ucdp killed': '12 / 12 / 30',
      'gtd killed': '12',
      'acled killed': '12',
    },
  },
];
