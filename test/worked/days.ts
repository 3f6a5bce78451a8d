import { type DateValue, defined, type PlaceValue } from '../../src/model/index.ts';
import { inventOne } from '../kits/invented-reports.ts';
import type { Example } from './example.ts';

const days = (earliest: string, latest: string, precision: DateValue['precision']): DateValue => ({
  kind: 'date',
  edtf: earliest === latest ? earliest : `${earliest}/${latest}`,
  earliest,
  latest,
  precision,
});
const at = (date: DateValue, place?: PlaceValue) => ({ incident: { date, ...defined({ place }) } });
const place = (name: string, level: PlaceValue['level'], more: object = {}): PlaceValue => ({
  kind: 'place',
  name,
  level,
  country: 'NO',
  ...more,
});
const reports = [inventOne('a', '10')];
const one = days('2031-03-05', '2031-03-05', 'day');

/** Examples of date and place: precision codes, and tolls over several days. */
export const dayExamples: readonly Example[] = [
  {
    says: 'on one day',
    reports,
    asked: at(one),
    coded: {
      'ucdp row date_prec': '1',
      'acled row time_precision': '1',
      'gtd row iday': '5',
      'gtd row approxdate': 'blank',
    },
  },
  {
    says: 'within three days',
    reports,
    asked: at(days('2031-03-05', '2031-03-07', 'days')),
    coded: {
      'ucdp row date_prec': '2',
      'acled row time_precision': '2',
      'gtd row iday': '0',
      'gtd row approxdate': '2031-03-05 to 2031-03-07',
    },
  },
  {
    says: 'within a week',
    reports,
    asked: at(days('2031-03-03', '2031-03-09', 'week')),
    coded: { 'ucdp row date_prec': '3', 'acled row time_precision': '2' },
  },
  {
    says: 'in March',
    reports,
    asked: at(days('2031-03-01', '2031-03-31', 'month')),
    coded: { 'ucdp row date_prec': '4', 'acled row time_precision': '3', 'gtd row imonth': '3', 'gtd row iday': '0' },
  },
  {
    says: 'in 2031',
    reports,
    asked: at(days('2031-01-01', '2031-12-31', 'year')),
    coded: { 'ucdp row date_prec': '5', 'gtd row imonth': '0', 'gtd row iyear': '2031' },
  },
  {
    says: 'no date',
    reports,
    coded: { 'ucdp row date_prec': 'blank', 'acled row event_date': 'blank', 'gtd row iyear': 'blank' },
  },
  {
    says: '10 killed in fighting on three days',
    reports,
    asked: { type: 'clash', ...at(days('2031-03-01', '2031-03-03', 'days')) },
    coded: { 'acled shares': '4 + 3 + 3', 'ucdp shares': 'one event', 'gtd shares': 'one event' },
  },
  {
    says: 'a bombing some time within three days is one event',
    reports,
    asked: at(days('2031-03-01', '2031-03-03', 'days')),
    coded: { 'acled shares': 'one event' },
  },
  {
    says: 'in a town',
    reports,
    asked: at(one, place('Alda', 'city', { lat: 60.1, lon: 10.4 })),
    coded: {
      'ucdp row where_prec': '1',
      'acled row geo_precision': '1',
      'gtd row specificity': '1',
      'ucdp row priogrid_gid': '216381',
      'acled row iso': '578',
    },
  },
  {
    says: 'in a county',
    reports,
    asked: at(one, place('Alda County', 'district')),
    coded: { 'ucdp row where_prec': '3', 'acled row geo_precision': '2', 'gtd row specificity': '3' },
  },
  {
    says: 'in a province',
    reports,
    asked: at(one, place('Velm', 'state')),
    coded: { 'ucdp row where_prec': '4', 'acled row geo_precision': '3', 'gtd row specificity': '4' },
  },
  {
    says: 'in a country',
    reports,
    asked: at(one, place('Norway', 'country')),
    coded: { 'ucdp row where_prec': '6', 'gtd row specificity': '5', 'ucdp row country': 'Norway' },
  },
  {
    says: 'at sea',
    reports,
    asked: at(one, place('North Sea', 'water')),
    coded: { 'ucdp row where_prec': '7' },
  },
  {
    says: 'near a town',
    reports: [
      { id: 'a', claims: [{ says: '10' }, { attribute: 'place', says: place('Alda', 'city', { near: true }) }] },
    ],
    asked: at(one, place('Alda', 'city')),
    coded: { 'ucdp row where_prec': '2', 'acled row geo_precision': '2', 'gtd row vicinity': '1' },
  },
];
