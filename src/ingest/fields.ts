import { isRecord, type PageField } from '../model/index.ts';
import { tidyValue } from './draft.ts';

type FieldName = PageField['name'];

/**
 * Names under which scrapers and formats state each field, best first.
 *
 * Sources: the documented outputs of news-please, trafilatura, Fundus, NGEC, newspaper, NewsAPI, JSON Feed, and schema.org NewsArticle.
 */
const fieldNames: Readonly<Record<FieldName, readonly string[]>> = {
  headline: ['headline', 'title', 'headlines', 'title_page', 'web_title', 'news_title', 'article_title'],
  published: [
    'datepublished',
    'date_publish',
    'pub_date',
    'pubdate',
    'publishing_date',
    'publish_date',
    'publication_date',
    'published',
    'published_at',
    'publishedat',
    'date_published',
    'published_date',
    'publication_datetime',
    'web_publication_date',
    'published_time',
    'published_on',
    'date_time_pub',
    'display_date',
    'first_published',
    'seendate',
    'iso_date',
    'date_time',
    'datecreated',
    'created_at',
    'date',
    'posted',
    'created_time',
    'issued',
    'firstcreated',
    'versioncreated',
    'created_utc',
    'created',
    'timestamp',
  ],
  modified: ['datemodified', 'date_modified', 'date_modify', 'modified', 'updated', 'updated_at', 'lastmod'],
  author: ['authors', 'author', 'byline', 'by', 'creator', 'writer', 'author_name', 'journalist', 'reporter'],
  outlet: [
    'publisher',
    'sitename',
    'site_name',
    'outlet',
    'publication',
    'newspaper',
    'source',
    'source_domain',
    'source-hostname',
    'hostname',
    'domain',
    'site',
    'source_name',
    'outlet_name',
    'media_name',
    'publication_name',
    'container_title',
    'thread',
  ],
  url: [
    'url',
    'link',
    'canonical_url',
    'canonical',
    'web_url',
    'source_url',
    'mainentityofpage',
    'permalink',
    'page_url',
    'article_url',
    'href',
    'story_url',
    'source',
  ],
  language: ['language', 'lang', 'inlanguage'],
  section: ['articlesection', 'section'],
  wire: ['wire', 'agency', 'news_agency', 'via'],
  // The site, feed or page elsewhere that the report was taken from.
  syndicated: ['syndicated', 'syndicated_from'],
};

/** Bare names of the body, best first; a text under one of them makes an object an article. */
export const bodyNames: readonly string[] = [
  'maintext',
  'articlebody',
  'eventtext',
  'body',
  'text',
  'content',
  'contenttext',
  'contenthtml',
  'plaintext',
  'articletext',
  'fulltext',
  'contentelements',
  'contents',
  'article',
  'story',
  'doctext',
  'bodytext',
  'textcontent',
  'articlecontent',
  'articlebody',
  'newstext',
  'storytext',
  'selftext',
];

/** Bare names of what is there of a report that is not given whole. */
export const summaryNames: readonly string[] = [
  'description',
  'summary',
  'abstract',
  'leadparagraph',
  'trailtext',
  'excerpt',
  'snippet',
  'message',
];

const plainNames: readonly (readonly [name: FieldName, keys: readonly string[]])[] = (
  Object.keys(fieldNames) as FieldName[]
).map((name) => [name, [...new Set(fieldNames[name].map(plainKey))]]);

/** A name that can state two fields states the first of them. */
const byKey: ReadonlyMap<string, FieldName> = new Map(
  plainNames.flatMap(([name, keys]) => keys.map((key) => [key, name] as const)).toReversed(),
);

/** Name the field a key states, in any letter case and with spaces or hyphens for underscores. */
export function fieldOfKey(key: string): FieldName | undefined {
  return byKey.get(plainKey(key));
}

/**
 * Read the known fields of a mapping, in the order of preference of `fieldNames`.
 *
 * Values may be strings, numbers, objects with `name`, `@id` or `main`, or lists of these. `prefix` goes into `from`.
 */
export function readFields(record: Readonly<Record<string, unknown>>, prefix: string): readonly PageField[] {
  const keys = new Map(Object.keys(record).map((key) => [plainKey(key), key] as const));
  const found: PageField[] = [];
  for (const [name, known] of plainNames) {
    for (const one of known) {
      const key = keys.get(one);
      if (key === undefined) continue;
      const told = name === 'author' ? dropOrganisations(record[key]) : record[key];
      for (const value of readValues(told)) {
        if (isFitting(name, value)) found.push({ name, value, from: `${prefix}:${key}` });
      }
    }
  }
  return found;
}

/** Writers are persons; what says of itself that it is an organisation is none. */
function dropOrganisations(value: unknown): unknown {
  const isOrganisation = (one: unknown): boolean => isRecord(one) && /Organization$/.test(String(one['@type'] ?? ''));
  return Array.isArray(value) ? value.filter((one) => !isOrganisation(one)) : isOrganisation(value) ? undefined : value;
}

/** Keys under which an object holds what it is called, best first. */
const innerKeys = [
  'name',
  'main',
  'basic',
  'site',
  'title',
  '@id',
  'url',
  '@value',
  'original',
  'created',
  'rendered',
  'value',
  '$date',
  '$numberLong',
];

/** Flatten a stated value into short strings. */
function readValues(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') {
    const tidy = tidyValue(value);
    return tidy === undefined ? [] : [tidy];
  }
  if (typeof value === 'number' && Number.isFinite(value)) return [String(value)];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [value.toISOString()];
  if (depth > 3 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => readValues(item, depth + 1));
  const record = value as Readonly<Record<string, unknown>>;
  const cited = readCited(record);
  if (cited !== undefined) return [cited];
  for (const key of innerKeys) {
    const inner = readValues(record[key], depth + 1);
    if (inner.length > 0) return inner;
  }
  return [];
}

/** Names and days as citation programs write them (CSL-JSON 1.0): `{family, given}`, `{"date-parts": [[2031, 2, 4]]}`. */
function readCited({ family, given, 'date-parts': parts }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof family === 'string') return typeof given === 'string' ? `${given} ${family}` : family;
  const [day] = Array.isArray(parts) ? parts : [];
  if (!Array.isArray(day) || day.length < 3) return undefined;
  return day
    .slice(0, 3)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function isFitting(name: FieldName, value: string): boolean {
  const isAddress = /^https?:\/\//i.test(value);
  if (name === 'url' || name === 'syndicated') return isAddress;
  if (name === 'author' || name === 'outlet' || name === 'wire' || name === 'section')
    return !isAddress && value.length <= 200;
  return !(isAddress && name === 'headline');
}

/** Bare form of a key: letter case, spaces, hyphens and underscores tell nothing. */
export function plainKey(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}
