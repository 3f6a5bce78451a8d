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
  /** A, B … Z, Aa, Ab …, in order of report. */
  readonly siglum: string;
  readonly article: EditionArticle;
  /** Its name, its host, or "unnamed outlet". */
  readonly outlet: string;
  /** What it is called for a reader: its outlet, else its headline, else "report A". */
  readonly name: string;
  /** What tells its outlet from others: the name, or the article where there is none. */
  readonly outletKey: string;
  /** Day it reports from, ISO. */
  readonly day?: string;
  /** Articles it repeats (verbatim, syndicated or derived); a report that only quotes another is no copy. */
  readonly copies: readonly string[];
}

/** An edition with the ways in that every printed form needs. */
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

/** Index an edition: sigla in order of report day (undated last; origins before copies, then outlet, then id), claims and voices by id. */
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

/** Name a witness's outlet where a siglum stands beside it; nothing of a report that names none. */
export function nameOutletOf({ outlet, outletKey, article }: Witness): string {
  return outletKey === article.id ? '' : outlet;
}

/** Name a witness's outlet, or the file or address of a report that names none. */
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

/** The main incident with most reports; then the most claims of date, then the id. */
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
 * Say how many reports there are, and how well the best supported point among them is: "7 reports, at most 5 independent on any point".
 *
 * Which witnesses are independent only reconciling knows; what stands here is the most that any reading or reason of the edition has.
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
