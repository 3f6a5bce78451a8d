import words from '../../../data/period-words.json' with { type: 'json' };
import { toDayNumber } from '../../model/index.ts';
import { type Finding, printedBy } from '../finding.ts';
import type { ReadSentence } from '../findings.ts';
import type { SentenceView } from '../view.ts';
import { readPeriod } from './read-period.ts';

/** Signs in the order the trees of `data/period-signs.json` know them. */
export const signNames = [
  'since told',
  'since days',
  'since rolling',
  'war noun',
  'campaign noun',
  'epidemic noun',
  'season noun',
  'named war',
  'war noun before',
  'since before',
  'present perfect',
  'past perfect',
  'figure',
  'vague',
  'at least',
  'figure of the most',
  'figure again',
  'single',
  'killed',
  'injured',
  'displaced',
  'missing',
  'hostages',
  'arrested',
  'rescued',
  'towns',
  'wide places',
  'no place',
  'day told',
  'day near',
  'wide day',
  'days back',
  'toll words',
  'length words',
  'including',
  'index',
  'depth',
  'headline',
  'quote',
  'war nouns of the report',
  'since of the report',
  'figures of the report',
  'plural deeds',
] as const;

/** What holds of a report as a whole. */
export interface PeriodReport {
  readonly sentences: readonly ReadSentence[];
  /** Day of the report, days since 1970-01-01. */
  readonly day: number | undefined;
  readonly most: ReadonlyMap<string, number>;
  readonly figures: ReadonlyMap<string, number>;
  readonly warNouns: number;
  readonly sinces: number;
}

const unknown = -1;
const wars: ReadonlySet<string> = new Set(words.war);
const lengths: ReadonlySet<string> = new Set(words.lengths);
const tolls: ReadonlySet<string> = new Set(words.tolls);
const deeds: ReadonlySet<string> = new Set(words.deeds);

function countNouns(view: SentenceView, nouns: ReadonlySet<string>): number {
  return view.tokens.filter(({ lemma, pos }) => (pos === 'NOUN' || pos === 'PROPN') && nouns.has(lemma.toLowerCase()))
    .length;
}

/** Gather what holds of a report as a whole. */
export function readPeriodReport(sentences: readonly ReadSentence[], day: number | undefined): PeriodReport {
  const most = new Map<string, number>();
  const figures = new Map<string, number>();
  for (const finding of sentences.flatMap((sentence) => sentence.findings)) {
    const printed = printedBy(finding);
    if (printed === undefined) continue;
    most.set(finding.fate, Math.max(printed, most.get(finding.fate) ?? 0));
    const key = `${finding.fate} ${printed}`;
    figures.set(key, (figures.get(key) ?? 0) + 1);
  }
  const views = sentences.map(({ view }) => view);
  return {
    sentences,
    day,
    most,
    figures,
    warNouns: views.reduce((sum, view) => sum + countNouns(view, wars), 0),
    sinces: views.filter(({ times }) => times.some(({ role }) => role === 'since')).length,
  };
}

/** Tokens before a predicate in which its auxiliaries stand: "have so far been killed". */
const auxiliaryReach = 5;

function hasAuxiliary({ tokens }: SentenceView, { first }: Finding, forms: readonly string[]): boolean {
  return tokens
    .slice(Math.max(0, first - auxiliaryReach), first + 1)
    .some(({ lower, pos }) => forms.includes(lower) && (pos === 'AUX' || pos === 'VERB'));
}

function backTo(day: number | undefined, date: string | undefined): number {
  return day === undefined || date === undefined ? unknown : Math.log1p(Math.max(0, day - toDayNumber(date)));
}

function readSpan(view: SentenceView, day: number | undefined): readonly number[] {
  const points = view.times.filter(({ role, value }) => role === 'point' && value !== undefined);
  const days = points.filter(({ value }) => value?.precision === 'day');
  const wide = points.filter(({ value }) => value?.precision !== 'day');
  const gaps = days.map(({ value }) => backTo(day, value?.latest));
  return [
    Number(days.length > 0),
    Number(gaps.some((gap) => gap >= 0 && gap <= Math.log1p(2))),
    Number(wide.length > 0),
    gaps.length === 0 ? unknown : Math.min(...gaps),
  ];
}

function readPlaces({ places }: SentenceView): readonly number[] {
  const levels = places.flatMap(({ value, rule }) => (value === undefined || rule === 'dateline' ? [] : [value.level]));
  const towns = levels.filter((level) => level === 'city' || level === 'venue' || level === 'district').length;
  return [Math.min(5, towns), Math.min(5, levels.length - towns), Number(levels.length === 0)];
}

function readFigure(finding: Finding, report: PeriodReport): readonly number[] {
  const printed = printedBy(finding);
  const most = report.most.get(finding.fate) ?? 0;
  const values = finding.groups.length === 0 ? [finding.count] : finding.groups.map((group) => group.count);
  return [
    Math.log1p(printed ?? 0),
    Number(printed === undefined),
    Number(values.some((value) => value?.qualifier === 'at-least' || value?.qualifier === 'more-than')),
    printed === undefined || most === 0 ? unknown : printed / most,
    printed === undefined ? 0 : Math.min(5, report.figures.get(`${finding.fate} ${printed}`) ?? 0),
    Number(finding.groups.length > 0 && finding.groups.every(({ singular, none }) => singular && !none)),
  ];
}

function readSince(view: SentenceView, day: number | undefined): readonly number[] {
  const { since, rolling, kind, noun } = readPeriod(view);
  const last = noun?.split(' ').at(-1) ?? '';
  return [
    Number(since !== undefined),
    backTo(day, since?.latest),
    Number(rolling === true),
    Number(kind === 'war'),
    Number(kind === 'campaign'),
    Number(kind === 'epidemic'),
    Number(kind === 'season'),
    Number(words.wars.includes(last)),
  ];
}

/** Sentences back in which a war named or a start told still holds. */
const beforeReach = 2;

function readBefore({ view }: ReadSentence): readonly number[] {
  const before = view.siblings.slice(Math.max(0, view.index - beforeReach), view.index);
  return [
    Number(before.some((one) => countNouns(one, wars) > 0)),
    Number(before.some(({ times }) => times.some(({ role }) => role === 'since'))),
  ];
}

/** Read the signs that a finding counts a longer time than one happening. */
export function readPeriodSigns(finding: Finding, sentence: ReadSentence, report: PeriodReport): readonly number[] {
  const { view } = sentence;
  const lowers = view.tokens.map(({ lower }) => lower);
  const is = (fate: string): number => Number(finding.fate === fate);
  return [
    ...readSince(view, report.day),
    ...readBefore(sentence),
    Number(hasAuxiliary(view, finding, ['has', 'have'])),
    Number(hasAuxiliary(view, finding, ['had'])),
    ...readFigure(finding, report),
    is('killed'),
    is('injured'),
    is('displaced'),
    is('missing'),
    is('hostages'),
    is('arrested'),
    is('rescued'),
    ...readPlaces(view),
    ...readSpan(view, report.day),
    lowers.filter((lower) => tolls.has(lower)).length,
    view.tokens.filter(({ lemma }) => lengths.has(lemma)).length,
    Number(lowers.includes('including')),
    Math.min(30, view.index),
    view.index / Math.max(1, report.sentences.length),
    Number(view.block === 'headline'),
    Number(view.block === 'quote'),
    Math.min(20, report.warNouns),
    Math.min(5, report.sinces),
    Math.min(30, report.figures.size),
    view.tokens.filter(({ lower }) => deeds.has(lower)).length,
  ];
}
