import {
  type ArticleReading,
  type Claim,
  defined,
  type Edition,
  groupBy,
  type Incident,
  type Linked,
  type LinkedIncident,
  type PlaceValue,
  sortBy,
} from '../../model/index.ts';
import { type ActorIndex, indexActors, reindexActors } from '../fields/actors.ts';
import { type Archive, openArchive } from './witnesses.ts';

/** All that reconciling works on, gathered from readings or read back from an edition. */
export interface ReconcileInput {
  readonly archive: Archive;
  readonly index: ActorIndex;
  readonly incidents: readonly LinkedIncident[];
  /** Every claim once, by id in order. */
  readonly claims: readonly Claim[];
  /** Id of the incident by the id that claims carry, which is a mention's before linking and an incident's after. */
  readonly homes: ReadonlyMap<string, string>;
}

/** Gather what linking made of readings. */
export function gatherEvidence(readings: readonly ArticleReading[], linked: Linked): ReconcileInput {
  const reports = readings.map(({ article }) => ({
    ...article,
    path: article.source.path,
    words: article.text.value,
  }));
  return {
    archive: openArchive(reports, linked),
    index: indexActors(readings),
    incidents: linked.incidents,
    claims: sortOnce(linked.claims),
    homes: new Map(linked.incidents.flatMap(({ id, mentions }) => [...mentions, id].map((name) => [name, id]))),
  };
}

/** What of an edition is needed to reconcile it again; texts may be left out. */
export type Reconcilable = Pick<Edition, 'articles' | 'copies' | 'incidents' | 'claims' | 'actors'>;

/** Read the evidence back out of an edition: nothing in it was overwritten. */
export function reopenEvidence(edition: Reconcilable): ReconcileInput {
  const reportDays = Object.fromEntries(
    edition.articles.flatMap(({ id, reportDay }) => (reportDay === undefined ? [] : [[id, reportDay] as const])),
  );
  const reports = edition.articles.map((article) => ({ ...article, words: article.text }));
  const claims = sortOnce(edition.claims);
  return {
    archive: openArchive(reports, { copies: edition.copies, reportDays, claims }),
    index: reindexActors(edition.actors),
    incidents: edition.incidents.map(reopenIncident),
    claims,
    homes: new Map(edition.incidents.map(({ id }) => [id, id])),
  };
}

function sortOnce(claims: readonly Claim[]): readonly Claim[] {
  return sortBy([...new Map(claims.map((claim) => [claim.id, claim])).values()], ({ id }) => [id]);
}

function reopenIncident(incident: Incident): LinkedIncident {
  const { date, place } = incident;
  const { earliest, latest, value, precision } = date;
  const known = value !== null && earliest !== undefined && latest !== undefined;
  return {
    id: incident.id,
    title: incident.title,
    type: incident.type,
    ...defined({ story: incident.story }),
    main: incident.main,
    mentions: incident.mentions ?? [],
    articles: incident.articles,
    ...defined({ recalledBy: incident.recalledBy }),
    ...(known ? { date: { kind: 'date', edtf: value, earliest, latest, precision } } : {}),
    ...(place.name === null ? {} : { place: reopenPlace(place, place.name) }),
    ...defined({ venue: place.venue }),
    possiblySame: incident.possiblySame,
    ...defined({ nearlySame: incident.nearlySame, toldTogether: incident.toldTogether }),
    because: incident.because,
  };
}

function reopenPlace(place: Incident['place'], name: string): PlaceValue {
  const { precision, claims: _claims, venue: _venue, name: _name, ...parts } = place;
  return { kind: 'place', name, level: precision === 'unknown' ? 'region' : precision, ...parts };
}

/** Group the claims of each incident; under '' those whose incident is not known. */
export function groupByIncident(
  evidence: ReconcileInput,
  claims: readonly Claim[],
): ReadonlyMap<string, readonly Claim[]> {
  return groupBy(claims, (claim) => evidence.homes.get(claim.incident) ?? '');
}
