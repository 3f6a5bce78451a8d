import type { ComponentChild } from 'preact';
import {
  type Attribute,
  type AttributeReading,
  type Claim,
  type CountRecord,
  type Edition,
  type Incident,
  type TermRecord,
  termAttributes,
  termTable,
} from '../../model/index.ts';
import { type ListedStory, listStories } from '../stories.ts';
import { type OpenEdition, openEdition, type Witness } from '../witnesses.ts';
import { countOf } from '../wording/figures.ts';

/** Attributes that are printed with the reasons and voices ("Why it happened, who says so") and not as rows of the record. */
const spokenAttributes: ReadonlySet<Attribute> = new Set(termAttributes.filter((name) => termTable[name].spoken));

/** What the reading room puts beside the lines of a record, for people to decide; the page has none of it. */
export interface RecordTools {
  /** Beside an attribute of the record. */
  readonly row: (attribute: Attribute | 'area') => ComponentChild;
  readonly reading: (attribute: string, reading: AttributeReading) => ComponentChild;
  readonly claim: (claim: Claim) => ComponentChild;
}

/**
 * An edition prepared for the page. A claim can belong to several lists; it is printed with its element id in exactly one of
 * them, its home, since an id may occur once in a page.
 */
export interface PageView extends OpenEdition {
  /** For each claim id the key of the list that is its home (`keyOfReading`, …). */
  readonly homes: ReadonlyMap<string, string>;
  /** The stories; the page has chapters and a list of stories where more than one of them has an incident. */
  readonly stories: readonly ListedStory[];
  /** Incidents whose record is printed in full and unfolded: one for each story, as its chapter. */
  readonly chapters: readonly Incident[];
  /** Claims that no record, reason, date or place uses. */
  readonly unused: readonly Claim[];
  readonly tools?: RecordTools;
}

type Row = readonly [Attribute, CountRecord | TermRecord];

/** List the rows of an incident's record, in the order of the given attributes and without the spoken ones. */
export function rowsOf(incident: Incident, attributes: readonly Attribute[]): readonly Row[] {
  return attributes.flatMap((name): readonly Row[] => {
    const record = incident.attributes[name];
    return record === undefined || spokenAttributes.has(name) ? [] : [[name, record]];
  });
}

/** List the records of the section "who says so": responsibility and warning, and reason where no reasons were grouped. */
export function spokenRowsOf(incident: Incident): readonly Row[] {
  return [...spokenAttributes].flatMap((name): readonly Row[] => {
    const record = incident.attributes[name];
    return record === undefined || (name === 'reason' && incident.reasons.length > 0) ? [] : [[name, record]];
  });
}

/** Make the key of the list of claims of one reading: "incident-1|killed|0". */
export function keyOfReading(owner: string, attribute: string, index: number): string {
  return `${owner}|${attribute}|${index}`;
}

/** Prepare an edition for the page. */
export function viewEdition(edition: Edition): PageView {
  const open = openEdition(edition);
  const homes = new Map<string, string>();
  const house = (ids: readonly string[], key: string) => {
    for (const id of ids) if (!homes.has(id) && open.claims.has(id)) homes.set(id, key);
  };
  for (const incident of open.timeline) {
    for (const [name, record] of Object.entries(incident.attributes)) {
      if (name === 'reason' && incident.reasons.length > 0) continue;
      for (const [index, { claims }] of record.readings.entries())
        house(claims, keyOfReading(incident.id, name, index));
    }
    for (const [index, { claims }] of incident.reasons.entries())
      house(claims, keyOfReading(incident.id, 'reason', index));
    if (incident.attributes.date === undefined) house(incident.date.claims, keyOfReading(incident.id, 'date', 0));
    if (incident.attributes.place === undefined) house(incident.place.claims, keyOfReading(incident.id, 'place', 0));
  }
  for (const actor of edition.actors) {
    for (const [name, record] of Object.entries(actor.attributes)) {
      for (const [index, { claims }] of record.readings.entries()) house(claims, keyOfReading(actor.id, name, index));
    }
  }
  const stories = listStories(edition);
  const leads = stories.flatMap(({ lead }) => lead ?? []);
  const single = open.lead === undefined ? [] : [open.lead];
  const unused = edition.claims.filter((claim) => !homes.has(claim.id));
  return { ...open, homes, stories, chapters: leads.length > 1 ? leads : single, unused };
}

/** Tell whether the page has several stories. */
export function isSeveral({ chapters }: PageView): boolean {
  return chapters.length > 1;
}

/** Give the page's title: its one incident ("Fire in Norwick, 4 May 2031"), or a count ("3 stories in 12 reports"). */
export function titlePage(view: PageView): string {
  if (!isSeveral(view)) return view.lead?.title ?? 'Nothing was read';
  return `${countOf(view.chapters.length, 'story', 'stories')} in ${countOf(view.witnesses.length, 'report')}`;
}

/** Give the element id of an incident's chapter: "s-2", or "record" on a page with one story. */
export function chapterId(view: PageView, incident: Incident): string {
  return isSeveral(view) ? `s-${view.chapters.indexOf(incident) + 1}` : 'record';
}

/** List the witnesses of an incident in order of siglum. */
export function witnessesOfIncident(view: PageView, incident: Incident): readonly Witness[] {
  const articles = new Set(incident.articles);
  return view.witnesses.filter(({ article }) => articles.has(article.id));
}

/**
 * Give the address of a state of the page ("#i=incident-1&a=killed"). The page's script reads it; without scripts it is a link
 * that leads nowhere.
 */
export function deepLink(incident: string, attribute?: string): string {
  const tail = attribute === undefined ? '' : `&a=${encodeURIComponent(attribute)}`;
  return `#i=${encodeURIComponent(incident)}${tail}`;
}

/** Give the address of an element of the page. */
export function hrefTo(id: string): string {
  return `#${encodeURIComponent(id)}`;
}
