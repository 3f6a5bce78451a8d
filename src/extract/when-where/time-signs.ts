import cues from '../../../data/incident-cues.json' with { type: 'json' };
import { type AsideReason, type TimeExpression, toDayNumber } from '../../model/index.ts';
import { isAhead, isBirth, isLegal, opensCount, rankTimes } from '../scenes/event-time.ts';
import type { Scene } from '../scenes/scene.ts';
import type { SentenceView, TokenSpan } from '../view.ts';
import { tieSigns } from './governors.ts';
import { type Candidate, doubled } from './model.ts';
import { positionSigns, type SceneStand, stepOf } from './stand.ts';

/** A time an article tells, as the day of one happening. */
export interface TimeCandidate extends Candidate {
  readonly time: TokenSpan<TimeExpression>;
  readonly view: SentenceView;
  /** True where it lies so long before the day of print that a report of news seldom means it. */
  readonly far: boolean;
}

/** Tokens between a day and an hour told with it. */
const clockReach = 3;

function kindOf({ reference, value }: TimeExpression): string {
  switch (reference.kind) {
    case 'weekday':
      return `weekday-${reference.direction}`;
    case 'offset':
      return `${reference.unit}${reference.unit === 'day' ? Math.max(-3, reference.amount) : Math.sign(reference.amount)}`;
    case 'calendar':
      return `calendar-${reference.day === undefined ? (reference.season ?? 'month') : 'day'}`;
    case 'window':
      return `window-${reference.name}`;
    case 'context':
      return `context-${reference.unit}`;
    case 'stretch':
      return 'stretch';
    case 'absolute':
      return `absolute-${value?.precision ?? reference.value.precision}`;
  }
}

/** Say how long before the day of print a time lies. */
function ageOf({ value }: TimeExpression, anchor: string | undefined): string {
  if (value === undefined || anchor === undefined) return 'unknown';
  const days = toDayNumber(anchor) - toDayNumber(value.latest);
  if (days < 0) return 'ahead';
  if (days <= 4) return String(days);
  return days <= 8 ? 'week' : days <= 40 ? 'month' : days <= 380 ? 'year' : 'years';
}

const longAgo: ReadonlySet<string> = new Set(['month', 'year', 'years']);

/** Tell what a time says, resolved or not, so that two that say the same answer together. */
export function timeKey({ value, reference }: TimeExpression): string {
  return value === undefined ? JSON.stringify(reference) : value.edtf;
}

function hasClock(view: SentenceView, time: TokenSpan<TimeExpression>): boolean {
  return view.times.some(
    ({ role, first, last }) =>
      role === 'clock' && (Math.abs(time.first - last) <= clockReach || Math.abs(first - time.last) <= clockReach),
  );
}

function ownSigns(view: SentenceView, time: TokenSpan<TimeExpression>, anchor: string | undefined): readonly string[] {
  const kind = kindOf(time);
  const age = ageOf(time, anchor);
  return [
    `kind=${kind}`,
    `role=${time.role}`,
    `age=${age}`,
    `precision=${time.value?.precision ?? 'open'}`,
    ...(time.part === undefined ? [] : [`part=${time.part}`]),
    ...(hasClock(view, time) ? ['clock'] : []),
  ];
}

export const dated: ReadonlySet<string> = new Set(['point', 'since', 'until']);

const wounds: ReadonlySet<string> = new Set(cues.wounds);
const dying: ReadonlySet<string> = new Set(cues.dying);
/** Words before a day within which a death of wounds is told with it. */
const woundsReach = 7;

/** Tell whether a time is the day somebody died of earlier wounds: "died of her wounds on 19 April", "succumbed to his injuries on Friday". */
function isLaterDeath({ tokens }: SentenceView, { first }: TokenSpan<TimeExpression>): boolean {
  const before = tokens.slice(Math.max(0, first - woundsReach), first);
  const hurt = before.findLastIndex(({ lower }) => wounds.has(lower));
  const died = before.findIndex(({ lower }) => dying.has(lower));
  return died >= 0 && died < hurt && !before.slice(died).some(({ lower }) => lower === ',');
}

const custody: ReadonlySet<string> = new Set(cues.custody);
const pursuits: ReadonlySet<string> = new Set(cues.pursuits);
/** Words between a verb of arrest and what the arrest is for. */
const pursuitReach = 8;

/**
 * Tell whether a time is the day somebody was held for what happened before: "arrested on Tuesday over the deaths of two people".
 *
 * No: "troops killed two people and arrested nine on Tuesday".
 */
function isPursuit({ tokens }: SentenceView, { first, last }: TokenSpan<TimeExpression>): boolean {
  const near = [first - 1, first - 2, first - 3, last, last + 1];
  const verb = near.find((at) => custody.has(tokens[at]?.lower ?? ''));
  if (verb === undefined) return false;
  const after = tokens.slice(verb + 1, Math.max(verb, last) + pursuitReach);
  return after.some(({ lower }) => pursuits.has(lower));
}

/** What a time dates instead of any happening, whatever else is told. */
const otherwise: readonly (readonly [AsideReason, (view: SentenceView, time: TokenSpan<TimeExpression>) => boolean])[] =
  [
    ['birth', isBirth],
    ['count', opensCount],
    ['ahead', (_, time) => isAhead(time)],
    ['court', isLegal],
    ['later-death', isLaterDeath],
    ['arrest', isPursuit],
  ];

/** Say what a time dates if not a happening: a birth, a day in court, an arrest; undefined where it may date one. */
export function datesOtherwise(view: SentenceView, time: TokenSpan<TimeExpression>): AsideReason | undefined {
  return otherwise.find(([, isSo]) => isSo(view, time))?.[0];
}

function isNever(view: SentenceView, time: TokenSpan<TimeExpression>): boolean {
  return datesOtherwise(view, time) !== undefined;
}

/** Tell whether a day comes after print: of a reckoning from another day ("six weeks later"); one day's difference is of time zones. */
export function isAfterPrint({ value }: TimeExpression, anchor: string | undefined): boolean {
  return value !== undefined && anchor !== undefined && toDayNumber(value.earliest) > toDayNumber(anchor) + 1;
}

/** List what may date a happening: no birth, nothing ahead, not the day a count began. */
function tellTimes(views: readonly SentenceView[], anchor: string | undefined) {
  // What only points back at such a day ("that night") is no better.
  const never = new Set(
    views.flatMap((view) => view.times.filter((time) => isNever(view, time)).flatMap(({ value }) => value?.edtf ?? [])),
  );
  const pointsAtNever = ({ reference, value }: TimeExpression): boolean =>
    reference.kind === 'context' && value !== undefined && never.has(value.edtf);
  return views.flatMap((view) =>
    view.times
      .filter(
        (time) => dated.has(time.role) && !isNever(view, time) && !isAfterPrint(time, anchor) && !pointsAtNever(time),
      )
      .map((time) => ({ time, view })),
  );
}

/** List the times of an article as days of one of its happenings. */
export function listTimes(
  views: readonly SentenceView[],
  scene: Scene,
  stand: SceneStand,
  anchor: string | undefined,
): readonly TimeCandidate[] {
  const told = tellTimes(views, anchor);
  const counts = new Map<string, number>();
  for (const { time } of told) counts.set(timeKey(time), (counts.get(timeKey(time)) ?? 0) + 1);
  // What the cue words alone would choose: a sign among others.
  const ranked = rankTimes(scene.sentences, !scene.main);
  const ranks = new Map(ranked.map(({ time, score }, at) => [time.start, { at, score }] as const).reverse());
  const seen = new Set<string>();
  let order = 0;
  return told.map(({ time, view }) => {
    const key = timeKey(time);
    const isOwn = stand.own.has(view.index);
    const first = isOwn && !seen.has(key);
    if (first) {
      seen.add(key);
      order += 1;
    }
    const position = positionSigns(view, stand);
    const own = ownSigns(view, time, anchor);
    const ties = tieSigns(view, time, stand.own.get(view.index));
    const kind = own[0] ?? '';
    const where = position[2] ?? '';
    const rank = ranks.get(time.start);
    const told = (name: string): string => ties.find((tie) => tie.startsWith(name)) ?? name;
    const signs = [
      ...own,
      ...position,
      ...ties,
      `count=${stepOf(counts.get(key) ?? 0)}`,
      ...(first ? [`order=${stepOf(order)}`] : []),
      `${kind} ${where}`,
      `type=${stand.type} ${kind}`,
      `rank=${rank === undefined ? 'none' : Math.min(3, rank.at)}`,
      ...(rank === undefined ? [] : [`rank-score=${Math.max(-4, Math.min(5, Math.round(rank.score / 2)))}`]),
      `${own[2] ?? ''} rank=${rank === undefined ? 'none' : Math.min(3, rank.at)}`,
      `${where} ${told('hung-on=')}`,
      `${where} ${told('cue=')}`,
      `${told('verb-is=')} ${told('main-verb')} ${told('hung-on=')}`,
      `${own[2] ?? ''} ${where}`,
      ...ties.filter((tie) => /^(?:hung-on|cue|verb-is|preposition)=/.test(tie)).map((tie) => `${kind} ${tie}`),
    ];
    return { key, time, view, far: longAgo.has(ageOf(time, anchor)), signs: doubled(signs, stand.main) };
  });
}
