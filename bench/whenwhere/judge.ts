import { toDayNumber } from '../../src/model/index.ts';
import type { ToldEvent } from './events.ts';
import type { PlaceNames } from './names.ts';
import type { WhenWhere } from './predict.ts';

/** How an answer stands to the gold: `coarser` holds it and says less. */
export type Verdict = 'right' | 'coarser' | 'wrong' | 'blank';

/** Longest stretch any day of which answers for it. */
const shortStretch = 3;

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Read an EDTF day, month, year or stretch of them as its first and last day; open ends are one day. */
export function readStretch(edtf: string): Stretch {
  const [from = '', to = from] = edtf.split('/');
  const first = boundOf(from === '..' ? to : from, 'first');
  return { first, last: to === '..' ? first : boundOf(to, 'last') };
}

function boundOf(part: string, side: 'first' | 'last'): number {
  const [year = '', month, day] = part.replace('~', '').split('-');
  if (day !== undefined) return toDayNumber(`${year}-${month}-${day}`);
  if (side === 'first') return toDayNumber(`${year}-${month ?? '01'}-01`);
  const next =
    month === undefined || month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${pad(Number(month) + 1)}-01`;
  return toDayNumber(next) - 1;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** Tell whether the gold fixes a day, or a stretch of days. */
export function fixesDay(edtf: string): boolean {
  return edtf.split('/').some((part) => /^\d{4}-\d\d-\d\d$/.test(part));
}

/**
 * Judge a day. Of a happening of up to three days each of them is right; of a longer one its first day, or a stretch that shares half of
 * it. Where the text fixes a month or a year only, a narrower answer is wrong.
 */
export function judgeDay(wanted: string, { day }: WhenWhere): Verdict {
  if (day === undefined) return 'blank';
  const gold = readStretch(wanted);
  const given = { first: toDayNumber(day.earliest), last: toDayNumber(day.latest) };
  const length = gold.last - gold.first + 1;
  const shared = Math.min(gold.last, given.last) - Math.max(gold.first, given.first) + 1;
  const isInside = given.first >= gold.first && given.last <= gold.last;
  if (day.edtf === wanted || (given.first === gold.first && given.last === gold.last)) return 'right';
  if (fixesDay(wanted)) {
    if (isInside && length <= shortStretch) return 'right';
    if (
      length > shortStretch &&
      (day.earliest === wanted.split('/')[0] || shared * 2 >= Math.max(length, given.last - given.first + 1))
    )
      return 'right';
  }
  if (given.first <= gold.first && given.last >= gold.last) return 'coarser';
  return 'wrong';
}

/** Which of the gold's places an answer must give: its narrowest, or the town or area a site is in. */
export type Grain = 'narrowest' | 'town';

/**
 * Judge a place: right where the narrowest name given, or the one around it, is the gold's; coarser where it is one that contains it.
 *
 * A site is answered by its town at the grain of towns.
 */
export function judgePlace(event: ToldEvent, answer: WhenWhere, names: PlaceNames, grain: Grain): Verdict {
  const { place, within } = event;
  const [narrow] = answer.place;
  const next = answer.around;
  if (narrow === undefined) return 'blank';
  if (place === undefined) return 'wrong';
  const others = within.filter((name) => !names.equal(name, place));
  const isPlace = (name: string | undefined, gold: string): boolean =>
    name !== undefined &&
    names.same(name, gold, answer) &&
    !others.some((other) => other !== gold && names.equal(name, other));
  const town = within.findIndex((name) => names.isArea(name));
  const asked = grain === 'town' && !names.isArea(place) ? [place, ...within.slice(0, town + 1)] : [place];
  if (asked.some((gold) => isPlace(narrow, gold) || isPlace(next, gold))) return 'right';
  return [place, ...within].some((gold) => names.same(narrow, gold, answer)) ? 'coarser' : 'wrong';
}
