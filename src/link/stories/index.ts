import type { Because } from '../../model/index.ts';
import { joinClusters } from '../cluster.ts';
import { compareDays, dateOfMention, daysOf } from '../days.ts';
import type { Document } from '../document.ts';
import { comparePlaceLists } from '../places.ts';
import { type CandidateOptions, findAlike } from './candidates.ts';
import { countTerms, shareTerms, type TermOptions, type TermSpace, weighTerms } from './terms.ts';

export interface StoryOptions extends TermOptions, CandidateOptions {
  /** Articles join a story at or above this. */
  readonly joinScore: number;
  /** Share of the strongest pair in the bond of two groups. */
  readonly bestShare: number;
  /** Taken off per unit of ln(1 + days between the stated days of publication). */
  readonly gapPenalty: number;
  readonly sameDay: number;
  readonly nextDay: number;
  /** Both main incidents dated to the week or better, and not the same one. */
  readonly dayApart: number;
  readonly sameCity: number;
  readonly sameState: number;
  readonly placeApart: number;
  readonly sharedVenue: number;
  /** Each rare name of two words in both texts, up to `maxSharedNames`. */
  readonly sharedName: number;
  readonly maxSharedNames: number;
  /** A name in more articles than this counts less and less. */
  readonly rareNameArticles: number;
  readonly dateSlackDays: number;
  readonly nearKm: number;
}

/** Articles of one story as indices of the documents, and what joined them. */
export interface StoryGroup {
  readonly members: readonly number[];
  readonly because: readonly Because[];
}

interface Signal {
  readonly rule: string;
  readonly score: number;
}

function scoreDays(a: Document, b: Document, options: StoryOptions): Signal | undefined {
  const [left, right] = [a, b].map(({ main }) => (main === undefined ? undefined : dateOfMention(main)));
  if (left === undefined || right === undefined) return undefined;
  const relation = compareDays(daysOf(left), daysOf(right), options.dateSlackDays);
  if (relation === 'same-day') return { rule: 'story/same-day', score: options.sameDay };
  if (relation === 'next-day' || relation === 'same-week') return { rule: 'story/next-day', score: options.nextDay };
  return relation === 'apart' ? { rule: 'story/days-apart', score: options.dayApart } : undefined;
}

function scorePlaces(a: Document, b: Document, options: StoryOptions): Signal | undefined {
  const relation = comparePlaceLists(a.main?.where ?? [], b.main?.where ?? [], options.nearKm);
  if (relation === 'same-city' || relation === 'near') return { rule: 'story/same-city', score: options.sameCity };
  if (relation === 'same-state') return { rule: 'story/same-state', score: options.sameState };
  return relation === 'apart' ? { rule: 'story/place-apart', score: options.placeApart } : undefined;
}

function scoreVenues(a: Document, b: Document, options: StoryOptions): Signal | undefined {
  const known = new Set(a.main?.venues.map((venue) => venue.toLowerCase()) ?? []);
  const shared = b.main?.venues.some((venue) => known.has(venue.toLowerCase())) ?? false;
  return shared ? { rule: 'story/same-venue', score: options.sharedVenue } : undefined;
}

function scoreNames(a: number, b: number, space: TermSpace, options: StoryOptions): Signal | undefined {
  const [left, right] = [space.vectors[a], space.vectors[b]];
  if (left === undefined || right === undefined) return undefined;
  const shared = shareTerms(left, right).reduce((sum, [term]) => {
    const rare = Math.min(1, options.rareNameArticles / (space.frequencies[term] ?? 1));
    return space.names[term] === true ? sum + rare : sum;
  }, 0);
  const counted = Math.min(shared, options.maxSharedNames);
  return counted === 0 ? undefined : { rule: 'story/shared-names', score: counted * options.sharedName };
}

function scoreGap(a: Document, b: Document, options: StoryOptions): Signal | undefined {
  if (a.publishedDay === undefined || b.publishedDay === undefined) return undefined;
  const gap = Math.abs(a.publishedDay - b.publishedDay);
  return gap === 0 ? undefined : { rule: 'story/published-apart', score: -options.gapPenalty * Math.log1p(gap) };
}

/**
 * Gather articles into stories: alike in rare words, near in time, about the same place and names.
 *
 * `documents` stand in an order of their own (by id), so the result does not depend on the input's. Nothing here forbids: one
 * wrong page date must not part an article from its story.
 */
export function gatherStories(documents: readonly Document[], options: StoryOptions): readonly StoryGroup[] {
  const space = weighTerms(
    documents.map((document) => countTerms(document, options)),
    options,
  );
  const reasons = new Map<string, readonly Signal[]>();
  const edges = findAlike(space.vectors, options).flatMap((edge) => {
    const [a, b] = [documents[edge.a], documents[edge.b]];
    if (a === undefined || b === undefined) return [];
    const found = [
      { rule: 'story/alike-words', score: edge.score },
      scoreDays(a, b, options),
      scorePlaces(a, b, options),
      scoreVenues(a, b, options),
      scoreNames(edge.a, edge.b, space, options),
      scoreGap(a, b, options),
    ].filter((signal) => signal !== undefined);
    reasons.set(`${edge.a} ${edge.b}`, found);
    return [{ ...edge, score: found.reduce((sum, signal) => sum + signal.score, 0) }];
  });
  const { groups, joins } = joinClusters(documents.length, edges, {
    threshold: options.joinScore,
    absent: 0,
    bestShare: options.bestShare,
  });
  const groupOf = new Map(groups.flatMap((members, group) => members.map((member) => [member, group] as const)));
  const because: Because[][] = groups.map(() => []);
  for (const join of joins) {
    const pair = [documents[join.a]?.id ?? '', documents[join.b]?.id ?? ''];
    for (const signal of reasons.get(`${join.a} ${join.b}`) ?? []) {
      because[groupOf.get(join.a) ?? -1]?.push({ ...signal, pair });
    }
  }
  return groups.map((members, group) => ({ members, because: because[group] ?? [] }));
}
