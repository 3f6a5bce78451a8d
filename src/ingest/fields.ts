import type { PageField } from '../model/index.ts';
import { tidyValue } from './draft.ts';

type FieldName = PageField['name'];

/**
 * Names under which scrapers and formats state each field, best first.
 *
 * Sources: the documented outputs of news-please, trafilatura, Fundus, NGEC, newspaper, NewsAPI, JSON Feed, and schema.org NewsArticle.
 */
const fieldNames: Readonly<Record<FieldName, readonly string[]>> = {
  headline: ['headline', 'title', 'headlines', 'title_page'],
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
    'datecreated',
    'created_at',
    'date',
    'posted',
  ],
  modified: ['datemodified', 'date_modified', 'date_modify', 'modified', 'updated', 'updated_at', 'lastmod'],
  author: ['authors', 'author', 'byline', 'by', 'creator', 'writer'],
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
  ],
  url: ['url', 'link', 'canonical_url', 'canonical', 'web_url', 'source_url', 'mainentityofpage', 'permalink'],
  language: ['language', 'lang', 'inlanguage'],
  section: ['articlesection', 'section'],
  wire: ['wire', 'agency', 'news_agency', 'via'],
  // The site, feed or page elsewhere that the report was taken from.
  syndicated: ['syndicated', 'syndicated_from'],
};

/** Names of the body, best first. */
export const bodyNames: readonly string[] = [
  'maintext',
  'articlebody',
  'event_text',
  'body',
  'text',
  'content',
  'content_text',
  'content_html',
  'plaintext',
  'article_text',
  'full_text',
  'fulltext',
  'article',
  'story',
  'doctext',
];

const byKey: ReadonlyMap<string, FieldName> = new Map(
  (Object.keys(fieldNames) as FieldName[]).flatMap((name) => fieldNames[name].map((key) => [key, name] as const)),
);

/** Name the field a key states, in any letter case and with spaces or hyphens for underscores. */
export function fieldOfKey(key: string): FieldName | undefined {
  const lower = key.trim().toLowerCase();
  return byKey.get(lower) ?? byKey.get(lower.replace(/[\s-]+/g, '_'));
}

/**
 * Read the known fields of a mapping, in the order of preference of `fieldNames`.
 *
 * Values may be strings, numbers, objects with `name`, `@id` or `main`, or lists of these. `prefix` goes into `from`.
 */
export function readFields(record: Readonly<Record<string, unknown>>, prefix: string): readonly PageField[] {
  const keys = new Map(Object.keys(record).map((key) => [key.trim().toLowerCase(), key] as const));
  const found: PageField[] = [];
  for (const name of Object.keys(fieldNames) as FieldName[]) {
    for (const known of fieldNames[name]) {
      const key = keys.get(known) ?? keys.get(known.replaceAll('_', ' ')) ?? keys.get(known.replaceAll('_', '-'));
      if (key === undefined) continue;
      for (const value of readValues(record[key])) {
        if (isFitting(name, value)) found.push({ name, value, from: `${prefix}:${key}` });
      }
    }
  }
  return found;
}

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
  for (const key of ['name', 'main', 'title', '@id', 'url', '@value']) {
    const inner = readValues(record[key], depth + 1);
    if (inner.length > 0) return inner;
  }
  return [];
}

function isFitting(name: FieldName, value: string): boolean {
  const isAddress = /^https?:\/\//i.test(value);
  if (name === 'url' || name === 'syndicated') return isAddress;
  if (name === 'author' || name === 'outlet' || name === 'wire' || name === 'section')
    return !isAddress && value.length <= 200;
  return !(isAddress && name === 'headline');
}
