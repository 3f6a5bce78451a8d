import { expect, it } from 'vitest';
import { openGazetteer } from '../../src/annotate/index.ts';
import type { ToldEvent } from './events.ts';
import { judgeDay, judgePlace, readStretch } from './judge.ts';
import { comparePlaces } from './names.ts';

const day = (edtf: string) => {
  const [earliest = '', latest = earliest] = edtf.split('/');
  return { day: { edtf, earliest, latest }, place: [] };
};
// One town and the unit it is in; nobody's gazetteer knows the other names.
const names = comparePlaces(openGazetteer('variorum-gazetteer 1\t1\t1\nNorwick\tc\tGB\t\t\t\t1\t1\t\nnorwick\t\t0\n'));
const told = (place: string, ...within: string[]): ToldEvent => ({
  key: 'a',
  kind: 'fire',
  main: true,
  place,
  within,
  claims: [],
});

it('reads stretches to their last day', () => {
  const { first, last } = readStretch('2031-02');
  expect(last - first).toBe(27);
  expect(readStretch('2031-12/2032').last - readStretch('2031-12-01').first).toBe(31 + 365);
});

it.each([
  ['2031-03-04', '2031-03-04', 'right'],
  ['2031-03-04', '2031-03-05', 'wrong'],
  ['2031-03-04/2031-03-05', '2031-03-05', 'right'],
  ['2031-03-04', '2031-03-03/2031-03-04', 'coarser'],
  // Of a long stretch its first day answers, not any within it.
  ['2031-03-01/2031-03-20', '2031-03-01', 'right'],
  ['2031-03-01/2031-03-20', '2031-03-12', 'wrong'],
  // A month is not to be sharpened.
  ['2031-03', '2031-03-12', 'wrong'],
] as const)('of %s calls %s %s', (wanted, given, verdict) => {
  expect(judgeDay(wanted, day(given))).toBe(verdict);
});

it.each([
  [told('Norwick', 'Tessaly'), ['Norwick', 'GB'], 'right'],
  [told('Norwick', 'Tessaly'), ['Tessaly'], 'coarser'],
  [told('Norwick', 'Tessaly'), ['Velmoor'], 'wrong'],
  [told('Tessaly province'), ['Tessaly'], 'right'],
  [told('Mill Hall', 'Norwick'), ['Norwick'], 'right'],
  // A town is not answered by what contains it.
  [told('Norwick', 'Tessaly', 'United Kingdom'), ['GB'], 'coarser'],
] as const)('judges places at the grain of towns: %j', (event, place, verdict) => {
  expect(judgePlace(event, { place }, names, 'town')).toBe(verdict);
});

it('asks for the site itself where sites count', () => {
  expect(judgePlace(told('Mill Hall', 'Norwick'), { place: ['Norwick'] }, names, 'narrowest')).toBe('coarser');
  const site = { place: ['Mill Hall', 'Norwick'], around: 'Norwick' };
  expect(judgePlace(told('Norwick'), site, names, 'narrowest')).toBe('right');
});
