import {
  type Claim,
  compareText,
  defined,
  type Edition,
  type EditionArticle,
  groupBy,
  type Incident,
  type Voice,
} from '../model/index.ts';
import { countOf } from './wording/figures.ts';

/** One report as the apparatus cites it. */
export interface Witness {
  /** Siglum: A, B … Z, Aa, Ab …, in order of report day. */
  readonly siglum: string;
  readonly article: EditionArticle;
  /** The outlet's name, else the host of its address, else "unnamed outlet". */
  readonly outlet: string;
  /** Name for readers: the outlet, else the headline, else "report A". */
  readonly name: string;
  /** Key by which reports of one outlet are grouped: the outlet's name; the article's id where there is none. */
  readonly outletKey: string;
  /** Day it reports from, ISO. */
  readonly day?: string;
  /** Ids of the articles it repeats (verbatim, syndicated or derived); a report that only quotes another is not a copy. */
  readonly copies: readonly string[];
}

/** An edition with the indexes that every printed form needs. */
export interface OpenEdition {
  readonly edition: Edition;
  /** In order of siglum. */
  readonly witnesses: readonly Witness[];
  readonly witnessOf: ReadonlyMap<string, Witness>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly voicesOf: ReadonlyMap<string, readonly Voice[]>;
  /** The incident the page opens with; absent from an empty edition. */
  readonly lead?: Incident;
  /** All incidents by date, undated last. */
  readonly timeline: readonly Incident[];
}

/** Name the nth witness: A … Z, then Aa … Zz, Aaa …. */
export function siglumAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : siglumAt(Math.floor(index / 26) - 1) + letter.toLowerCase();
}

/**
 * Index an edition: claims and voices by id, and sigla in order of report day (undated reports last); on one day origins come
 * before copies, then by time, outlet and id.
 */
export function openEdition(edition: Edition): OpenEdition {
  const witnesses = listWitnesses(edition);
  const lead = chooseLead(edition.incidents);
  return {
    edition,
    witnesses,
    witnessOf: new Map(witnesses.map((witness) => [witness.article.id, witness])),
    claims: new Map(edition.claims.map((claim) => [claim.id, claim])),
    voicesOf: groupBy(edition.voices, (voice) => voice.incident ?? ''),
    ...defined({ lead }),
    timeline: [...edition.incidents].sort(
      (a, b) => compareText(dateKey(a), dateKey(b)) || Number(b.main) - Number(a.main) || compareText(a.id, b.id),
    ),
  };
}

const unnamed = 'unnamed outlet';

function listWitnesses(edition: Edition): readonly Witness[] {
  const origins = groupBy(
    edition.copies.filter((copy) => copy.kind !== 'quotes'),
    (copy) => copy.to,
  );
  const key = (article: EditionArticle) =>
    [
      article.reportDay?.day ?? '9999',
      origins.has(article.id) ? 1 : 0,
      article.published?.value ?? '',
      nameOutlet(article),
      article.id,
    ].join('|');
  return [...edition.articles]
    .sort((a, b) => compareText(key(a), key(b)))
    .map((article, index) => ({
      siglum: siglumAt(index),
      article,
      outlet: nameOutlet(article),
      name: nameReport(article, siglumAt(index)),
      outletKey: isNamed(article) ? nameOutlet(article) : article.id,
      ...(article.reportDay === undefined ? {} : { day: article.reportDay.day }),
      copies: (origins.get(article.id) ?? []).map((copy) => copy.from),
    }));
}

function nameOutlet(article: EditionArticle): string {
  if (article.outlet !== undefined && article.outlet !== '') return article.outlet;
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(article.url ?? '')?.[1] ?? unnamed;
}

const maxHeadline = 52;

function nameReport(article: EditionArticle, siglum: string): string {
  if (isNamed(article)) return nameOutlet(article);
  const headline = article.headline?.replace(/\s+/g, ' ').trim() ?? '';
  if (headline === '') return `report ${siglum}`;
  return `“${headline.length <= maxHeadline ? headline : `${headline.slice(0, maxHeadline).replace(/\s+\S*$/, '')} …`}”`;
}

/** Give the outlet's name for use beside a siglum; empty for a report without one. */
export function nameOutletOf({ outlet, outletKey, article }: Witness): string {
  return outletKey === article.id ? '' : outlet;
}

/** Give the outlet's name; for a report without one its file name or address. */
export function nameSource(witness: Witness | undefined): string | undefined {
  if (witness === undefined || witness.outletKey !== witness.article.id) return witness?.outlet;
  return witness.article.path?.split('/').at(-1) ?? witness.article.url ?? witness.outlet;
}

function isNamed(article: EditionArticle): boolean {
  return nameOutlet(article) !== unnamed;
}

function dateKey(incident: Incident): string {
  return incident.date.earliest ?? incident.date.value ?? '9999';
}

/** Choose the incident to open with: a main one with most reports; of several the one with most claims of a date, then by id. */
export function chooseLead(incidents: readonly Incident[]): Incident | undefined {
  return [...incidents].sort(
    (a, b) =>
      Number(b.main) - Number(a.main) ||
      b.articles.length - a.articles.length ||
      b.date.claims.length - a.date.claims.length ||
      compareText(a.id, b.id),
  )[0];
}

/**
 * Say how many reports there are, and the largest number of independent witnesses that any value has:
 * "7 reports, at most 5 independent on any point".
 *
 * Reconciling has determined which witnesses are independent; this takes the maximum over all readings and reasons.
 */
export function sayReports({ edition, witnesses }: OpenEdition): string {
  const reports = countOf(witnesses.length, 'report');
  const told = [
    ...[...edition.incidents, ...edition.actors].flatMap((one) => Object.values(one.attributes)),
    ...edition.incidents.map(({ reasons }) => ({ readings: reasons })),
  ].flatMap(({ readings }) => readings.map(({ independentSources }) => independentSources));
  if (told.length === 0 || witnesses.length < 2) return reports;
  const most = told.reduce((known, one) => Math.max(known, one), 0);
  return `${reports}, at most ${most} independent on any point`;
}
