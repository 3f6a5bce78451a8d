import { countShared, gapDays } from '../../model/index.ts';
import { compareDays } from '../comparison/days.ts';
import { comparePlaceLists } from '../comparison/places.ts';
import type { Signal } from '../comparison/signal.ts';
import { multiply } from '../stories/terms.ts';
import { type Facts, newsDays } from './facts.ts';
import { areOtherHours } from './hours.ts';
import { compareTypes, mayBeOfWar } from './types.ts';
import { warWeights } from './war-weights.ts';
import type { IncidentWeights } from './weights.ts';

export interface ScoreOptions extends IncidentWeights {
  readonly dateSlackDays: number;
  readonly nearKm: number;
  /** In one story, main incidents further apart than this stay apart. */
  readonly maxStoryGapDays: number;
  /** Shared words from which two tellings are alike by more than chance. */
  readonly tellingWords: number;
}

/** Evidence about a pair; `forbidden` names the contradiction that keeps them apart whatever else agrees. */
export interface MentionComparison {
  readonly signals: readonly Signal[];
  readonly forbidden?: string;
}

/** A report of these days may have counted a night or a weekend otherwise. */
const fewDays = 3;

/** Tell whether both are what their reports are about: asides are too short for what they leave out to tell anything. */
function areMain(a: Facts, b: Facts): boolean {
  return a.mention.main && b.mention.main;
}

function scoreNames(a: Facts, b: Facts, weights: IncidentWeights): readonly Signal[] {
  const signals: Signal[] = [];
  // A street or hall of one name stands in many towns.
  const elsewhere = areOtherTowns(a, b);
  const sharedName = countShared(a.nameWords, b.nameWords);
  if (sharedName > 0 && sharedName >= Math.min(a.nameWords.size, b.nameWords.size)) {
    signals.push({ rule: 'incident/same-name', score: weights.sameName });
  }
  const venuesA = new Set([...a.venueWords, ...a.nameWords]);
  const venuesB = new Set([...b.venueWords, ...b.nameWords]);
  const sharedWords = countShared(venuesA, venuesB);
  if (countShared(a.venues, b.venues) > 0) {
    signals.push({ rule: 'incident/same-venue', score: elsewhere ? 0 : weights.sameVenue });
  } else if (sharedWords > 0) {
    const score = elsewhere ? 0 : Math.min(weights.sameVenue, sharedWords * weights.venueWord);
    signals.push({ rule: 'incident/venue-word', score });
  } else if (areMain(a, b) && venuesA.size > 0 && venuesB.size > 0)
    signals.push({ rule: 'incident/other-venue', score: weights.otherVenue });
  if (
    areMain(a, b) &&
    a.properWords.size > 0 &&
    b.properWords.size > 0 &&
    countShared(a.properWords, b.properWords) === 0
  ) {
    signals.push({ rule: 'incident/other-names', score: weights.otherNames });
  }
  if (countShared(a.persons, b.persons) > 0)
    signals.push({ rule: 'incident/same-person', score: weights.sharedPerson });
  if (countShared(a.organisations, b.organisations) > 0) {
    signals.push({ rule: 'incident/same-organisation', score: weights.sharedOrganisation });
  }
  return signals;
}

const daysOfYear = 365.2425;

/** Tell whether a report looks back over whole years at the day of the other, a day's difference allowed. */
function isAnniversary(a: Facts, b: Facts): boolean {
  if (a.days === undefined || b.days === undefined || a.looksBack === b.looksBack) return false;
  const [later, earlier] = a.looksBack ? [a.days, b.days] : [b.days, a.days];
  const gap = later.first - earlier.first;
  const years = Math.round(gap / daysOfYear);
  return years >= 1 && Math.abs(gap - years * daysOfYear) <= 2 && countShared(a.properWords, b.properWords) > 1;
}

/** Tell whether both are the news of their reports, which were printed more than a week apart. */
function areWeeksApart({ printed: one }: Facts, { printed: other }: Facts): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) > newsDays;
}

/**
 * Tell whether reports of other weeks date their news to one day long before print.
 *
 * In a war that is the day it began more often than the day of their news, whichever of the two looks back.
 */
function areRecalled(a: Facts, b: Facts): boolean {
  if (!areWeeksApart(a, b)) return false;
  return isOfOneWar(a, b) ? a.isOld || b.isOld : a.isOld && b.isOld;
}

function scoreDays(a: Facts, b: Facts, inStory: boolean, options: ScoreOptions): Signal {
  if (isAnniversary(a, b)) return { rule: 'incident/anniversary', score: options.anniversary };
  const relation = compareDays(a.days, b.days, options.dateSlackDays);
  if (relation === 'same-day' && areRecalled(a, b)) {
    const score = isOfOneWar(a, b) ? options.recalledInWar : options.recalledDay;
    return { rule: 'incident/recalled-day', score };
  }
  const isFar = a.days !== undefined && b.days !== undefined && gapDays(a.days, b.days) > fewDays;
  const apart = isFar ? options.weeksApartInStory : options.daysApartInStory;
  const score = {
    'same-day': options.sameDay,
    'next-day': options.nextDay,
    'same-week': options.sameWeek,
    'same-month': options.sameMonth,
    'same-year': options.sameYear,
    wide: options.wideDate,
    unknown: options.noDate,
    apart: inStory ? apart : Number.NEGATIVE_INFINITY,
  }[relation];
  return { rule: `incident/${relation === 'unknown' ? 'no-date' : relation}`, score };
}

function scoreHours(a: Facts, b: Facts, options: ScoreOptions): Signal {
  const sameDay = areMain(a, b) && compareDays(a.days, b.days, options.dateSlackDays) === 'same-day';
  return { rule: 'incident/other-hours', score: sameDay && areOtherHours(a.hours, b.hours) ? options.otherHours : 0 };
}

function scoreVictims(a: Facts, b: Facts, weights: IncidentWeights): Signal {
  const other = areMain(a, b) && a.ages.size > 0 && b.ages.size > 0 && countShared(a.ages, b.ages) === 0;
  return { rule: 'incident/other-ages', score: other ? weights.otherAges : 0 };
}

/** Tell whether two mentions of which one is in no known place name towns, and none in common. */
function areOtherTowns(a: Facts, b: Facts): boolean {
  if (!areMain(a, b) || (a.places.length > 0 && b.places.length > 0)) return false;
  return a.townNames.size > 0 && b.townNames.size > 0 && countShared(a.townNames, b.townNames) === 0;
}

function scorePlaces(a: Facts, b: Facts, inStory: boolean, options: ScoreOptions): Signal {
  if (areOtherTowns(a, b)) return { rule: 'incident/other-town', score: options.otherTown };
  const relation = comparePlaceLists(a.places, b.places, options.nearKm);
  const score = {
    'same-city': options.sameCity,
    near: options.nearCity,
    'same-state': options.sameState,
    'same-country': options.sameCountry,
    unknown: 0,
    apart: inStory ? options.placeApart : Number.NEGATIVE_INFINITY,
  }[relation];
  return { rule: `incident/place-${relation}`, score };
}

function scoreType(a: Facts, b: Facts, weights: IncidentWeights): Signal {
  const relation = compareTypes(a.mention.type, b.mention.type);
  const score = {
    same: weights.sameType,
    compatible: 0,
    different: weights.differentType,
    contrary: weights.contraryType,
  }[relation];
  return { rule: `incident/type-${relation}`, score };
}

function scoreCategory(rule: string, a: ReadonlySet<string>, b: ReadonlySet<string>, weights: IncidentWeights): Signal {
  if (a.size === 0 || b.size === 0) return { rule, score: 0 };
  return { rule, score: countShared(a, b) > 0 ? weights.sharedCategory : weights.otherCategory };
}

/** Keep apart what an extractor kept apart, unless a name says the two are one. */
function staysApart(a: Facts, b: Facts, names: readonly Signal[]): boolean {
  return a.article === b.article && !names.some(({ rule }) => rule === 'incident/same-name');
}

function isInStory(a: Facts, b: Facts): boolean {
  return areMain(a, b) && a.story === b.story;
}

function scoreStory(a: Facts, b: Facts, weights: IncidentWeights): Signal {
  if (!areMain(a, b)) return { rule: 'incident/aside', score: 0 };
  return isInStory(a, b)
    ? { rule: 'incident/main-of-story', score: weights.mainOfStory }
    : { rule: 'incident/main-of-other-story', score: weights.otherStory };
}

const warOptions = new WeakMap<ScoreOptions, ScoreOptions>();

/** Tell whether a mention is told as one of a war's many, which are alike in place, week and means. */
function isOfWar({ besideWar, mention: { type } }: Facts): boolean {
  return besideWar || type === 'airstrike' || type === 'clash';
}

/** Tell whether one mention stands beside a war's own figures, and both are of kinds that wars are made of. */
function isBesideOneWar(a: Facts, b: Facts): boolean {
  return (a.besideWar || b.besideWar) && mayBeOfWar(a.mention.type) && mayBeOfWar(b.mention.type);
}

/** Tell whether a pair may be of one war. */
function isOfOneWar(a: Facts, b: Facts): boolean {
  return (isOfWar(a) && isOfWar(b)) || isBesideOneWar(a, b);
}

/**
 * Give the weights for a pair: those of wars where both are told as of one, for there one week has many alike in one town, and for reports of
 * other weeks where one stands beside a war's own figures.
 */
function weightsFor(a: Facts, b: Facts, options: ScoreOptions): ScoreOptions {
  const isWarPair = areWeeksApart(a, b) ? isOfOneWar(a, b) : isOfWar(a) && isOfWar(b);
  if (!isWarPair) return options;
  const known = warOptions.get(options) ?? { ...options, ...warWeights };
  warOptions.set(options, known);
  return known;
}

/** Name the contradiction that keeps two mentions apart, if there is one. Symmetric. */
export function findContradiction(a: Facts, b: Facts, given: ScoreOptions): string | undefined {
  const options = weightsFor(a, b, given);
  const inStory = isInStory(a, b);
  const contrary = [scoreDays(a, b, inStory, options), scorePlaces(a, b, inStory, options)].find(
    ({ score }) => score === Number.NEGATIVE_INFINITY,
  );
  if (contrary !== undefined) return contrary.rule;
  const gap = a.days && b.days ? gapDays(a.days, b.days) : 0;
  if (gap > options.maxStoryGapDays && !isAnniversary(a, b)) return 'incident/apart';
  return staysApart(a, b, scoreNames(a, b, options)) ? 'incident/kept-apart-in-article' : undefined;
}

/** Compare two mentions. Symmetric but for the order of the sums. */
export function compareMentions(a: Facts, b: Facts, given: ScoreOptions): MentionComparison {
  const options = weightsFor(a, b, given);
  const inStory = isInStory(a, b);
  const found = [
    scoreStory(a, b, options),
    ...scoreNames(a, b, options),
    scoreDays(a, b, inStory, options),
    scoreHours(a, b, options),
    scoreVictims(a, b, options),
    scorePlaces(a, b, inStory, options),
    scoreType(a, b, options),
    scoreCategory('incident/weapon', a.weapons, b.weapons, options),
    scoreCategory('incident/target', a.targets, b.targets, options),
    { rule: 'incident/same-figure', score: countShared(a.figures, b.figures) > 0 ? options.sharedFigure : 0 },
  ];
  const forbidden = findContradiction(a, b, options);
  const signals = [...found, scoreWords(a, b, found, options)].filter(({ score }) => score !== 0);
  return forbidden === undefined ? { signals } : { signals, forbidden };
}

/** Tell whether when, where, who or by what name speaks for the pair; like words alone never do. */
function isAnchored(signals: readonly Signal[]): boolean {
  return signals.some(
    ({ rule, score }) =>
      score > 0 && !/(?:type|weapon|target|figure|organisation|other-story)/u.test(rule) && rule !== 'incident/no-date',
  );
}

/** Weigh like words: fully from `tellingWords` shared ones on, and only beside other evidence. */
function scoreWords(a: Facts, b: Facts, signals: readonly Signal[], options: ScoreOptions): Signal {
  const { shared, cosine } = multiply(a.vector, b.vector);
  const share = isAnchored(signals) ? Math.min(1, shared / options.tellingWords) : 0;
  return { rule: 'incident/alike-words', score: cosine * share * options.alikeWords };
}

/** Add up the evidence of a comparison. */
export function sumSignals(comparison: MentionComparison): number {
  if (comparison.forbidden !== undefined) return Number.NEGATIVE_INFINITY;
  return comparison.signals.reduce((sum, signal) => sum + signal.score, 0);
}
