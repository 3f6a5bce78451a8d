import { compareText, defined, type Edition } from '../../model/index.ts';
import { revise, veilNames } from '../../pipeline/index.ts';
import { cutIncident, hashRecord, openFamily } from '../room/record.ts';
import { findChange, type Room } from '../room/room.ts';
import { NotThere } from './page.ts';
import { describeReport, type IncidentRecord, type ReportHead } from './shapes.ts';
import { composeThen } from './then.ts';

/** Under which policy and as of which time a record is asked for. */
export interface RecordQuery {
  /** Coding policy; the archive's where absent. */
  readonly policy?: string;
  /** Day or instant: what was known then. */
  readonly asOf?: string;
}

/** An edition of one incident, names veiled, and the hash of what stands of it. */
export interface CutRecord {
  readonly edition: Edition;
  readonly hash: string;
}

/**
 * Open the edition of one incident, as decided; names are veiled. As of another time it is that of the texts that stood then.
 *
 * Throws NotThere for an incident there is not, or of which nothing was known by then; RequestError for a policy or time there is not.
 */
export async function cutRecord(room: Room, incident: string, query: RecordQuery = {}): Promise<CutRecord> {
  const family = await openFamily(room, incident);
  const { policy, asOf } = query;
  const then = asOf === undefined ? undefined : await composeThen(room, family, incident, asOf);
  const { base, incident: own } = then ?? { base: family.base, incident };
  const isAsDecided = policy === undefined && asOf === undefined;
  const decisions = family.decisions.map(({ decision }) => decision);
  const revised = isAsDecided
    ? family.edition
    : revise(base, { ...defined({ policy, asOf }), ...(decisions.length === 0 ? {} : { decisions }) }).value;
  if (!revised.incidents.some(({ id }) => id === own))
    throw new NotThere(`nothing is known of incident "${incident}" as of ${asOf ?? 'now'}`);
  const cut = rename(cutIncident(revised, own), own, incident);
  return { edition: veilNames(cut), hash: hashRecord(cut, incident) };
}

/** Call an incident by another id: as of another time it has one of its own, and is asked for by that of now. */
function rename(edition: Edition, from: string, to: string): Edition {
  if (from === to) return edition;
  return {
    ...edition,
    incidents: edition.incidents.map((one) => (one.id === from ? { ...one, id: to } : one)),
    claims: edition.claims.map((one) => (one.incident === from ? { ...one, incident: to } : one)),
    ...defined({
      decisions: edition.decisions?.map((one) => (one.incident === from ? { ...one, incident: to } : one)),
    }),
  };
}

/** Give the record of an incident as it stands, with the reports that tell it and what was decided. Throws what `cutRecord` throws. */
export async function getIncident(room: Room, incident: string, query: RecordQuery = {}): Promise<IncidentRecord> {
  const { edition, hash } = await cutRecord(room, incident, query);
  const [own] = edition.incidents;
  if (own === undefined) throw new NotThere(`there is no incident "${incident}"`);
  const groundChanged = findChange(room, edition, incident);
  return {
    incident: own,
    reports: listReports(edition),
    decisions: edition.decisions ?? [],
    hash,
    ...defined({ groundChanged }),
  };
}

/** List the reports of an edition by the day they report from, those without one last. */
function listReports({ articles }: Edition): readonly ReportHead[] {
  const key = ({ day = '9999', article }: ReportHead): string => `${day} ${article}`;
  return articles.map(describeReport).sort((a, b) => compareText(key(a), key(b)));
}
