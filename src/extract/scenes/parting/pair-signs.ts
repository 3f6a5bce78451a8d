import { countShared, type Days, distanceKm, gapDays, type PlaceValue } from '../../../model/index.ts';
import type { SentenceSigns, Unit } from './unit.ts';

/** Signs in the order the trees of `data/scene-pairs.json` know them. */
export const signNames = [
  'sentences between',
  'paragraphs between',
  'same sentence',
  'headline before',
  'headline after',
  'index before',
  'index after',
  'depth after',
  'same fate',
  'same figure',
  'ratio of figures',
  'figure grows',
  'figure before',
  'figure after',
  'single before',
  'single after',
  'shared person',
  'place shared',
  'place apart',
  'km apart',
  'place told before',
  'place told after',
  'place so far shared',
  'km so far',
  'place age before',
  'place age after',
  'country shared',
  'day shared',
  'days apart',
  'day told before',
  'day told after',
  'days so far apart',
  'day age after',
  'wide day before',
  'wide day after',
  'days back before',
  'days back after',
  'other before',
  'other after',
  'other apart',
  'type shared',
  'type apart',
  'definite after',
  'trigger after',
  'trigger before',
  'another after',
  'another before',
  'earlier after',
  'earlier before',
  'past perfect after',
  'past perfect before',
  'names shared',
  'words shared',
  'words alike',
  'towns between',
  'days between',
  'units between',
  'units',
  'towns',
  'supposed before',
  'supposed after',
  'tokens apart',
] as const;

/** What holds of a report as a whole when two of its units are compared. */
export interface ReportSigns {
  readonly units: readonly Unit[];
  readonly sentences: number;
  readonly towns: number;
  /** Day of the report, days since 1970-01-01. */
  readonly day: number | undefined;
}

const unknown = -1;
/** Stands for a distance that is not known; below any that is. */
const farUnknown = -0.5;
const isNarrow = ({ level }: PlaceValue): boolean => level === 'city' || level === 'venue' || level === 'district';
const nameOf = (place: PlaceValue): string => (place.level === 'venue' ? place.name : (place.city ?? place.name));

function comparePlaces(a: readonly PlaceValue[], b: readonly PlaceValue[]) {
  const [ownA, ownB] = [a.filter(isNarrow), b.filter(isNarrow)];
  const names = new Set(ownA.map(nameOf));
  const shared = ownB.some((place) => names.has(nameOf(place)));
  const both = ownA.length > 0 && ownB.length > 0;
  const gaps = ownA.flatMap((one) => ownB.flatMap((other) => distanceKm(one, other) ?? []));
  const countries = new Set(a.flatMap(({ country }) => country ?? []));
  const inOne = b.some(({ country }) => country !== undefined && countries.has(country));
  const told = countries.size > 0 && b.some(({ country }) => country !== undefined);
  return {
    shared: Number(shared),
    apart: Number(both && !shared),
    km: gaps.length === 0 ? unknown : Math.log1p(Math.min(...gaps)),
    country: told ? Number(inOne) : unknown,
  };
}

function gapOf(a: Days | undefined, b: Days | undefined): number {
  if (a === undefined || b === undefined) return unknown;
  return Math.log1p(gapDays(a, b));
}

function nearest(a: readonly Days[], b: readonly Days[]): number {
  const gaps = a.flatMap((one) => b.map((other) => gapOf(one, other)));
  return gaps.length === 0 ? unknown : Math.min(...gaps);
}

const isWide = ({ first, last }: Days): boolean => last - first > 7;

function backOf({ days }: SentenceSigns, day: number | undefined): number {
  const [first] = days;
  return first === undefined || day === undefined ? unknown : Math.log1p(Math.max(0, day - first.last));
}

function typesOf({ item }: SentenceSigns): ReadonlySet<string> {
  return new Set(item.triggers.map(({ type }) => type));
}

/** What is named between two units: towns and days that turn to something else. */
function readBetween(at: number, to: number, { units }: ReportSigns) {
  const sentences = new Set(units.slice(at + 1, to).map(({ signs }) => signs));
  const towns = new Set([...sentences].flatMap(({ places }) => places.filter(isNarrow).map(nameOf)));
  const days = new Set([...sentences].flatMap((one) => one.days.map(({ first }) => first)));
  return { towns: towns.size, days: days.size, units: to - at - 1 };
}

const supposed: ReadonlySet<string> = new Set(['hypothetical', 'feared', 'negated', 'denied']);

/** Where the two stand: how far apart, how near the top. */
function readStanding(a: SentenceSigns, b: SentenceSigns, { sentences }: ReportSigns): readonly number[] {
  return [
    Math.min(20, b.view.index - a.view.index),
    Math.min(12, b.view.paragraph - a.view.paragraph),
    Number(a === b),
    Number(a.view.block === 'headline'),
    Number(b.view.block === 'headline'),
    Math.min(30, a.view.index),
    Math.min(40, b.view.index),
    b.view.index / Math.max(1, sentences),
  ];
}

/** Whom the two count. */
function readCounts(u: Unit, v: Unit): readonly number[] {
  const both = u.figure !== undefined && v.figure !== undefined && u.finding.fate === v.finding.fate;
  const [x, y] = [u.figure ?? 0, v.figure ?? 0];
  return [
    Number(u.finding.fate === v.finding.fate),
    Number(both && x === y),
    both ? Math.log(Math.max(x, y) / Math.min(x, y)) : unknown,
    both ? Number(y > x) : unknown,
    Math.log1p(x),
    Math.log1p(y),
    Number(u.single),
    Number(v.single),
    countShared(u.names, v.names),
  ];
}

function readWhere(a: SentenceSigns, b: SentenceSigns): readonly number[] {
  const places = comparePlaces(a.places, b.places);
  const [x, y] = [a.placeSoFar, b.placeSoFar];
  return [
    places.shared,
    places.apart,
    places.km,
    Number(a.places.some(isNarrow)),
    Number(b.places.some(isNarrow)),
    x === undefined || y === undefined ? unknown : Number(nameOf(x) === nameOf(y)),
    Math.log1p((x && y && distanceKm(x, y)) ?? farUnknown),
    Math.min(10, a.placeAge),
    Math.min(10, b.placeAge),
    places.country,
  ];
}

function readWhen(a: SentenceSigns, b: SentenceSigns, day: number | undefined): readonly number[] {
  const gap = nearest(a.days, b.days);
  return [
    Number(gap === 0),
    gap,
    Number(a.days.length > 0),
    Number(b.days.length > 0),
    gapOf(a.daySoFar, b.daySoFar),
    Math.min(10, b.dayAge),
    Number(a.days.some(isWide)),
    Number(b.days.some(isWide)),
    backOf(a, day),
    backOf(b, day),
  ];
}

/** What the fate head says of either being told of another happening than the report's own. */
function readOther({ finding: { other: x } }: Unit, { finding: { other: y } }: Unit): readonly number[] {
  return [x ?? unknown, y ?? unknown, x === undefined || y === undefined ? unknown : Math.abs(x - y)];
}

function readWords(a: SentenceSigns, b: SentenceSigns): readonly number[] {
  const [typesA, typesB] = [typesOf(a), typesOf(b)];
  const types = countShared(typesA, typesB);
  const shared = countShared(a.lemmas, b.lemmas);
  return [
    types,
    Number(types === 0 && typesA.size > 0 && typesB.size > 0),
    Number(b.item.triggers.some(({ definite, noun }) => definite && noun)),
    Number(b.item.triggers.length > 0),
    Number(a.item.triggers.length > 0),
    Number(b.saysAnother),
    Number(a.saysAnother),
    Number(b.saysEarlier),
    Number(a.saysEarlier),
    Number(b.pastPerfect),
    Number(a.pastPerfect),
    countShared(a.names, b.names),
    shared,
    shared / Math.max(1, Math.min(a.lemmas.size, b.lemmas.size)),
  ];
}

function readAround(at: number, to: number, report: ReportSigns): readonly number[] {
  const between = readBetween(at, to, report);
  return [
    between.towns,
    between.days,
    Math.min(20, between.units),
    Math.min(40, report.units.length),
    Math.min(15, report.towns),
  ];
}

/** Read the signs of two units of one report, the earlier first: whether what they tell happened at once. In the order of `signNames`. */
export function readPairSigns(at: number, to: number, report: ReportSigns): readonly number[] {
  const [u, v] = [report.units[at], report.units[to]];
  if (u === undefined || v === undefined) throw new RangeError(`no units ${at} and ${to}`);
  const [a, b] = [u.signs, v.signs];
  return [
    ...readStanding(a, b, report),
    ...readCounts(u, v),
    ...readWhere(a, b),
    ...readWhen(a, b, report.day),
    ...readOther(u, v),
    ...readWords(a, b),
    ...readAround(at, to, report),
    Number(supposed.has(u.finding.modality)),
    Number(supposed.has(v.finding.modality)),
    a === b ? Math.min(30, Math.abs(v.finding.first - u.finding.first)) : unknown,
  ];
}

/** Gather what holds of a report as a whole. */
export function readReport(units: readonly Unit[], sentences: number, day: number | undefined): ReportSigns {
  const towns = new Set(units.flatMap(({ signs }) => signs.places.filter(isNarrow).map(nameOf)));
  return { units, sentences, towns: towns.size, day };
}
