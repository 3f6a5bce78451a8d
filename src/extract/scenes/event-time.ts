import cues from '../../../data/incident-cues.json' with { type: 'json' };
import words from '../../../data/scene-words.json' with { type: 'json' };
import { datesMeet, type TimeExpression, toDayNumber } from '../../model/index.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';
import type { Scene, SceneSentence } from './scene.ts';

/** Words whose time is the time of talking, of the law or of dying later, not of the incident. */
const telling: ReadonlySet<string> = new Set(cues.telling);
const legal: ReadonlySet<string> = new Set(cues.legal);
const happening: ReadonlySet<string> = new Set(cues.happening);

/** Longest reach, in tokens, at which a verb is still taken to govern a time. */
const reach = 12;

/** Find the word that most nearly governs a time: of telling, of the law, or of what happened. */
function nearestCue(view: SentenceView, time: TokenSpan<TimeExpression>): string | undefined {
  let cue: string | undefined;
  let nearest = reach + 1;
  view.tokens.forEach((token, at) => {
    const distance = at < time.first ? time.first - at : at - time.last + 2;
    if (distance > reach || distance >= nearest || !(telling.has(token.lower) || happening.has(token.lower))) return;
    cue = token.lower;
    nearest = distance;
  });
  return cue;
}

function governing(view: SentenceView, time: TokenSpan<TimeExpression>): number {
  const cue = nearestCue(view, time);
  if (cue === undefined) return 0;
  return telling.has(cue) ? -4 : 4;
}

const sittings: ReadonlySet<string> = new Set(cues.sittings);

/** Tell whether a court sat then: "The trial of a man accused of killing two on 7 January opened on Monday". */
function isSitting(view: SentenceView, { first }: TokenSpan<TimeExpression>): boolean {
  const verb = wordAt(view, first - 1) === 'on' ? first - 2 : first - 1;
  return (
    sittings.has(wordAt(view, verb)) && view.tokens.slice(0, Math.max(0, verb)).some(({ lower }) => legal.has(lower))
  );
}

/** Tell whether a time is the law's or a publisher's own: the day of a trial or a report never dates what it is about. */
export function isLegal(view: SentenceView, time: TokenSpan<TimeExpression>): boolean {
  return legal.has(nearestCue(view, time) ?? '') || isSitting(view, time);
}

const dayKinds: ReadonlySet<TimeExpression['reference']['kind']> = new Set([
  'weekday',
  'offset',
  'calendar',
  'absolute',
  'stretch',
]);

const recalled: ReadonlySet<string> = new Set(['season', 'year', 'years']);

/** A report dates its own news no more coarsely than by the month: "since 1998" tells of something else. */
function isRecalled({ reference }: TimeExpression): boolean {
  return reference.kind === 'absolute' && recalled.has(reference.value.precision);
}

/** Tell whether a time dates what was said or done about a happening (a trial, a count, an announcement), not the happening. */
export function datesTelling(view: SentenceView, time: TokenSpan<TimeExpression>): boolean {
  // A stated year is another happening's whatever verb it stands with.
  return time.reference.kind !== 'absolute' && governing(view, time) < 0;
}

function isDay(time: TimeExpression): boolean {
  if (time.value !== undefined) return time.value.precision === 'day' || time.value.precision === 'days';
  const { reference } = time;
  if (reference.kind === 'offset') return reference.unit === 'day';
  if (reference.kind === 'calendar') return reference.day !== undefined;
  if (reference.kind === 'absolute') return reference.value.precision === 'day';
  return reference.kind === 'weekday';
}

/** Tokens between a day and an hour told with it: "about 9 p.m. Saturday", "Saturday, around 9 p.m.". */
const clockReach = 3;
const clockWeight = 1.5;

/** Tell whether the hour is told with the day: reports tell the hour of the happening, seldom that of an aftermath. */
function hasClock(view: SentenceView, time: TokenSpan<TimeExpression>): boolean {
  return view.times.some(
    ({ role, first, last }) =>
      role === 'clock' && (Math.abs(time.first - last) <= clockReach || Math.abs(first - time.last) <= clockReach),
  );
}

const neverWeight = -8;

/** Tell whether a time lies ahead of the report, as no happening it tells of does. */
export function isAhead({ reference }: TimeExpression): boolean {
  if (reference.kind === 'offset') return reference.amount > 0;
  return (reference.kind === 'weekday' || reference.kind === 'calendar') && reference.direction === 'next';
}

/** Tell whether a time is that of a birth: "Ilo Renn, born in 1970". */
export function isBirth(view: SentenceView, { first }: TokenSpan<TimeExpression>): boolean {
  return [1, 2].some((back) => wordAt(view, first - back) === 'born');
}

/** Tell whether a time only says since when figures are counted: "Since the truce took effect on 10 October, …". */
export function opensCount(view: SentenceView, { first }: TokenSpan<TimeExpression>): boolean {
  const since = view.tokens.findIndex((token) => token.lower === 'since');
  if (since < 0 || since >= first || first - since > reach) return false;
  const between = view.tokens.slice(since + 1, first);
  return between.length > 1 && between.some(({ pos }) => pos === 'VERB') && between.every(({ form }) => form !== ',');
}

/** A time told of a scene with how well it dates the happening itself. */
export interface RankedTime {
  readonly time: TokenSpan<TimeExpression>;
  readonly view: SentenceView;
  readonly score: number;
}

function rank(
  { sentence: { view, findings, ruled }, triggers }: SceneSentence,
  position: number,
  background: boolean,
): readonly RankedTime[] {
  const harms = [...findings, ...ruled].some((finding) => ['killed', 'struck', 'injured'].includes(finding.fate));
  return view.times
    .filter(
      (time) =>
        time.role === 'point' &&
        (background || (dayKinds.has(time.reference.kind) && !isRecalled(time) && !isLegal(view, time))),
    )
    .map((time) => ({
      time,
      view,
      score:
        governing(view, time) +
        (isDay(time) ? 3 : background ? 0 : -3) +
        (harms ? 2 : 0) +
        (triggers.length > 0 ? 1 : 0) +
        (hasClock(view, time) ? clockWeight : 0) +
        (isAhead(time) || isBirth(view, time) || opensCount(view, time) ? neverWeight : 0) +
        (view.block === 'caption' ? -2 : 0) -
        Math.min(4, position * 0.3),
    }));
}

/** Order the times told of a scene by how well they date it: by the verb they stand with, precision, and place in the text. */
export function rankTimes(sentences: readonly SceneSentence[], background: boolean): readonly RankedTime[] {
  return sentences
    .flatMap((sentence, position) => rank(sentence, position, background))
    .sort((a, b) => b.score - a.score || a.time.start - b.time.start);
}

/** Days before a scene's own date from which another date is another happening's. */
const apartDays = 3;

const coarse: ReadonlySet<string> = new Set(['month', 'season', 'year', 'years']);

/** Tell whether a time cannot be the scene's: plainly earlier, or coarser than a report would tell its own news. */
export function isApart(time: TimeExpression, scene: Scene): boolean {
  // A bare weekday is a day of the report's own week, however its page is dated.
  if (time.role !== 'point' || time.reference.kind === 'weekday') return false;
  const own = scene.time;
  if (own === undefined) return time.reference.kind === 'absolute' && coarse.has(time.reference.value.precision);
  // "At the start of the year" is no way to date this week's news.
  if (time.reference.kind === 'window' && time.reference.name === 'year-start') return isDay(own);
  if (time.value !== undefined && own.value !== undefined) {
    if (datesMeet(time.value, own.value, apartDays)) return false;
    return toDayNumber(time.value.latest) < toDayNumber(own.value.earliest) - apartDays;
  }
  const { reference } = time;
  if (reference.kind === 'absolute') return coarse.has(reference.value.precision);
  if (reference.kind === 'offset')
    return (reference.unit === 'year' || reference.unit === 'month') && reference.amount < 0;
  // Undated reports tell their own day by its weekday and other days by their dates.
  return reference.kind === 'calendar' && (reference.day === undefined || own.reference.kind === 'weekday');
}

const earlier: ReadonlySet<string> = new Set(words.earlier);

/** Tell whether a sentence has a word for what was before: "earlier", "previous". */
export function namesEarlier(view: SentenceView): boolean {
  return view.tokens.some(({ lower }) => earlier.has(lower));
}

/** Tell whether a sentence tells what had been: "had killed". */
export function isPastPerfect(view: SentenceView): boolean {
  return view.tokens.some(({ lower, pos }) => lower === 'had' && pos === 'AUX');
}
