import {
  type Claim,
  cutConflicts,
  defined,
  type Edition,
  type Entity,
  type Issue,
  type Outcome,
} from '../../model/index.ts';
import { keepNeighbours } from '../neighbours.ts';
import { reopenEvidence } from './evidence.ts';
import { type ReportTime, readTime, reportTimeOf } from './times.ts';

/**
 * Cut an edition back to what was surely known at a day (to its end) or instant, ISO 8601 UTC.
 *
 * A claim without a time of report, or known by its day only where an instant of that day is asked, is left out: it may be later.
 * Issues: `reconcile/as-of` (info; how many claims are left out, and how many of them for want of a time),
 * `reconcile/bad-time` (error; the edition is left whole).
 */
export function cutEdition(edition: Edition, asOf: string): Outcome<Edition> {
  const limit = readTime(asOf);
  if (limit === undefined) {
    const message = `"${asOf}" is no day or instant such as 2031-05-02 or 2031-05-02T12:00Z.`;
    return { value: edition, issues: [{ code: 'reconcile/bad-time', severity: 'error', message }] };
  }
  const { archive } = reopenEvidence(edition);
  const timed = edition.claims.map((claim) => ({ claim, time: reportTimeOf(claim, archive) }));
  const claims = timed.filter(({ time }) => isKnownBy(time, limit)).map(({ claim }) => claim);
  const undated = timed.filter(({ time }) => time === undefined || time.open === true).length;
  return { value: keepClaims(edition, claims), issues: reportLeft(edition.claims.length - claims.length, undated) };
}

function isKnownBy(time: ReportTime | undefined, limit: ReportTime): boolean {
  if (time === undefined || time.open === true) return false;
  if (time.instant !== undefined && limit.instant !== undefined) return time.instant <= limit.instant;
  return limit.instant === undefined ? time.day <= limit.day : time.day < limit.day;
}

function keepClaims(edition: Edition, claims: readonly Claim[]): Edition {
  const articles = new Set(claims.map(({ article }) => article));
  const told = new Map<string, Set<string>>();
  for (const { incident, article } of claims) told.set(incident, (told.get(incident) ?? new Set()).add(article));
  const incidents = edition.incidents
    .filter(({ id }) => told.has(id))
    .map((incident) => ({
      ...incident,
      articles: incident.articles.filter((id) => told.get(incident.id)?.has(id)),
      ...defined({ recalledBy: incident.recalledBy?.filter((id) => told.get(incident.id)?.has(id)) }),
      ...keepNeighbours(incident, (id) => told.has(id)),
    }));
  const kept = { articles, incidents: new Set(incidents.map(({ id }) => id)) };
  return {
    ...edition,
    claims,
    incidents,
    ...defined({ conflicts: edition.conflicts && cutConflicts(edition.conflicts, kept) }),
    articles: edition.articles.filter(({ id }) => articles.has(id)),
    copies: edition.copies.filter(({ from, to }) => articles.has(from) && articles.has(to)),
    voices: edition.voices.filter(({ article }) => articles.has(article)),
    stories: edition.stories
      .map((story) => ({ ...story, articles: story.articles.filter((id) => articles.has(id)) }))
      .filter((story) => story.articles.length > 0),
    ...(edition.entities === undefined ? {} : { entities: cutEntities(edition.entities, articles) }),
  };
}

/** Keep the entities that two articles or more named by then. */
function cutEntities(entities: readonly Entity[], articles: ReadonlySet<string>): readonly Entity[] {
  return entities
    .map((entity) => ({
      ...entity,
      articles: entity.articles.filter((id) => articles.has(id)),
      because: entity.because.filter(({ pair }) => pair.every((id) => articles.has(id))),
    }))
    .filter((entity) => entity.articles.length > 1);
}

function reportLeft(left: number, undated: number): readonly Issue[] {
  if (left === 0) return [];
  const message = `${left} claims are left out: not yet reported then, ${undated} of them without a time of report.`;
  return [{ code: 'reconcile/as-of', severity: 'info', message }];
}
