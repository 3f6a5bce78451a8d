import {
  compareText,
  type DateValue,
  type Days,
  daysOf,
  dayValue,
  type IncidentType,
  incidentTypes,
  type PlaceValue,
  toIsoDay,
} from '../../model/index.ts';
import { comparePlaces } from '../comparison/places.ts';
import type { Facts } from './facts.ts';
import { compareTypes } from './types.ts';

const mainWeight = 2;
/** Rank of levels, narrow first. */
const levels: readonly PlaceValue['level'][] = ['venue', 'city', 'district', 'state', 'country', 'water', 'region'];

function weightOf(facts: Facts): number {
  return facts.mention.main ? mainWeight : 1;
}

function covers(outer: Days, inner: Days): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

function intersect(a: Days, b: Days): Days | undefined {
  const [first, last] = [Math.max(a.first, b.first), Math.min(a.last, b.last)];
  return first <= last ? { first, last } : undefined;
}

function toDate(days: Days, stated: readonly DateValue[]): DateValue {
  const same = stated.find((date) => daysOf(date).first === days.first && daysOf(date).last === days.last);
  if (same !== undefined) return same;
  const [earliest, latest] = [toIsoDay(days.first), toIsoDay(days.last)];
  if (earliest === latest) return dayValue(earliest);
  return { kind: 'date', edtf: `${earliest}/${latest}`, earliest, latest, precision: 'days' };
}

/**
 * Agree on a date: the narrowest span of days that more than half of the dated mentions allow, main mentions counting twice.
 *
 * Spans where two mentions meet are tried too; with no majority the best supported one is taken, then the earliest.
 */
export function agreeDate(members: readonly Facts[]): DateValue | undefined {
  const dated = members.filter((facts) => facts.days !== undefined);
  const spans = dated.flatMap((facts) => facts.days ?? []);
  const met = spans.flatMap((a, at) => spans.slice(at + 1).flatMap((b) => intersect(a, b) ?? []));
  const unique = new Map([...spans, ...met].map((span) => [`${span.first} ${span.last}`, span]));
  const total = dated.reduce((sum, facts) => sum + weightOf(facts), 0);
  const ranked = [...unique.values()]
    .map((span) => ({
      span,
      support: dated.reduce((sum, facts) => sum + (facts.days && covers(facts.days, span) ? weightOf(facts) : 0), 0),
      exact: dated.filter(({ days }) => days?.first === span.first && days.last === span.last).length,
    }))
    .sort((x, y) => {
      const [majorityX, majorityY] = [x.support * 2 > total, y.support * 2 > total];
      if (majorityX !== majorityY) return majorityX ? -1 : 1;
      if (!majorityX && x.support !== y.support) return y.support - x.support;
      const narrower = x.span.last - x.span.first - (y.span.last - y.span.first);
      return narrower || y.exact - x.exact || y.support - x.support || x.span.first - y.span.first;
    });
  const best = ranked[0];
  const stated = dated.flatMap((facts) => facts.date ?? []).sort((x, y) => compareText(x.edtf, y.edtf));
  return best === undefined ? undefined : toDate(best.span, stated);
}

/** Agree on a place: the narrowest one that more than half of the placed mentions allow. */
export function agreePlace(members: readonly Facts[], nearKm: number): PlaceValue | undefined {
  const placed = members.filter((facts) => facts.mention.where.length > 0);
  const total = placed.reduce((sum, facts) => sum + weightOf(facts), 0);
  const ranked = placed
    .flatMap((facts) => facts.mention.where.slice(0, 1).map((place, rank) => ({ place, rank })))
    .map(({ place, rank }) => {
      let [support, exact] = [0, 0];
      for (const facts of placed) {
        const relations = facts.mention.where.map((other) => comparePlaces(place, other, nearKm));
        if (relations.some((relation) => relation !== 'apart' && relation !== 'unknown')) support += weightOf(facts);
        const first = facts.mention.where[0];
        if (first !== undefined && first.level === place.level && first.name === place.name) exact += weightOf(facts);
      }
      return { place, rank, support, exact, level: levels.indexOf(place.level) };
    })
    .sort((x, y) => {
      const [majorityX, majorityY] = [x.support * 2 > total, y.support * 2 > total];
      if (majorityX !== majorityY) return majorityX ? -1 : 1;
      const level = x.level - y.level || y.exact - x.exact || y.support - x.support || x.rank - y.rank;
      return level || compareText(JSON.stringify(x.place), JSON.stringify(y.place));
    });
  return ranked[0]?.place;
}

/** What a mention's further venues count for beside its first. */
const furtherWeight = 0.1;

/** Agree on a venue: the one most mentions put first, then the longest. */
export function agreeVenue(members: readonly Facts[]): string | undefined {
  const counts = new Map<string, { readonly venue: string; weight: number }>();
  for (const facts of members) {
    for (const [at, venue] of [...new Set(facts.mention.venues)].entries()) {
      const weight = weightOf(facts) * (at === 0 ? 1 : furtherWeight);
      const key = venue.toLowerCase().replace(/^the /u, '');
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { venue: venue.replace(/^[Tt]he /u, ''), weight });
      else known.weight += weight;
    }
  }
  const ranked = [...counts.values()].sort(
    (x, y) => y.weight - x.weight || y.venue.length - x.venue.length || compareText(x.venue, y.venue),
  );
  return ranked[0]?.venue;
}

/** Agree on a type: the one most mentions give; where reports call it by several kinds of violence without a majority, `armed-attack`. */
export function agreeType(members: readonly Facts[]): IncidentType {
  const counts = new Map<IncidentType, number>();
  for (const facts of members) {
    if (facts.mention.type !== 'other') {
      counts.set(facts.mention.type, (counts.get(facts.mention.type) ?? 0) + weightOf(facts));
    }
  }
  const total = [...counts.values()].reduce((sum, weight) => sum + weight, 0);
  const ranked = incidentTypes
    .flatMap((type) => ({ type, weight: counts.get(type) ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight);
  const [first, second] = ranked;
  if (first === undefined) return 'other';
  if (second === undefined || first.weight * 2 > total) return first.type;
  const violent = ranked.every(({ type }) => compareTypes(type, 'armed-attack') !== 'contrary');
  return violent && ranked.length > 1 ? 'armed-attack' : first.type;
}
