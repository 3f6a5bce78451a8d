import type { PageField } from '../model/index.ts';
import type { DomDocument } from './dom.ts';
import { tidyValue } from './draft.ts';
import { readFields } from './fields.ts';

type FieldName = PageField['name'];

/** Meta names and properties that state a field, best first (OpenGraph, Dublin Core, Parse.ly, Sailthru, schema.org itemprop). */
const metaNames: readonly (readonly [key: string, name: FieldName])[] = [
  ['og:title', 'headline'],
  ['dc.title', 'headline'],
  ['parsely-title', 'headline'],
  ['twitter:title', 'headline'],
  ['article:published_time', 'published'],
  ['og:article:published_time', 'published'],
  ['datepublished', 'published'],
  ['parsely-pub-date', 'published'],
  ['sailthru.date', 'published'],
  ['dc.date.issued', 'published'],
  ['dcterms.created', 'published'],
  ['dc.date', 'published'],
  ['pubdate', 'published'],
  ['publishdate', 'published'],
  ['publish-date', 'published'],
  ['date', 'published'],
  ['article:modified_time', 'modified'],
  ['og:updated_time', 'modified'],
  ['datemodified', 'modified'],
  ['lastmod', 'modified'],
  ['author', 'author'],
  ['article:author', 'author'],
  ['parsely-author', 'author'],
  ['dc.creator', 'author'],
  ['og:site_name', 'outlet'],
  ['application-name', 'outlet'],
  ['og:url', 'url'],
];

const articleType = /(?:Article|BlogPosting|Report|Review)$/;

/** Read what a page states of itself: JSON-LD first, then meta, `<time>` and links. */
export function readHtmlFields(document: DomDocument): readonly PageField[] {
  return [
    ...readLinkedData(document).flatMap((node) => readFields(node, 'json-ld')),
    ...readMeta(document),
    ...readTimes(document),
    ...readLinks(document),
  ];
}

function readLinkedData(document: DomDocument): readonly Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    collectArticles(parseLoosely(script.textContent ?? ''), found, 0);
  }
  return found.slice(0, 3);
}

function parseLoosely(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:\/\/)?\s*<!(?:\[CDATA\[|--)|(?:\/\/)?\s*(?:\]\]|--)>\s*$/g, '')
    .replace(/;\s*$/, '');
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Pages often break JSON with raw line breaks; the second attempt mends that.
    }
  }
  return undefined;
}

function collectArticles(value: unknown, found: Readonly<Record<string, unknown>>[], depth: number): void {
  if (depth > 4 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) collectArticles(item, found, depth + 1);
    return;
  }
  const node = value as Readonly<Record<string, unknown>>;
  const types = [node['@type']].flat();
  if (types.some((type) => typeof type === 'string' && articleType.test(type))) found.push(node);
  else for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) collectArticles(node[key], found, depth + 1);
}

function readMeta(document: DomDocument): readonly PageField[] {
  const stated = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const key = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const value = tidyValue(meta.getAttribute('content') ?? '');
    const lower = key?.trim().toLowerCase();
    if (lower !== undefined && value !== undefined && !stated.has(lower)) stated.set(lower, value);
  }
  return metaNames.flatMap(([key, name]) => {
    const value = stated.get(key);
    const isAddress = value !== undefined && /^https?:\/\//i.test(value);
    if (value === undefined || isAddress !== (name === 'url')) return [];
    return [{ name, value, from: `meta:${key}` }];
  });
}

function readTimes(document: DomDocument): readonly PageField[] {
  const found: PageField[] = [];
  for (const element of document.querySelectorAll('[itemprop="datePublished"], [itemprop="dateModified"], time')) {
    const item = element.getAttribute('itemprop');
    const value = tidyValue(
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '',
    );
    if (value === undefined || value.length > 80 || element.localName === 'meta') continue;
    const name = item === 'dateModified' ? 'modified' : 'published';
    const isVouched = item === 'datePublished' || item === 'dateModified' || element.hasAttribute('pubdate');
    found.push({ name, value, from: isVouched ? `itemprop:${item ?? 'pubdate'}` : 'time:datetime' });
    if (found.length >= 4) break;
  }
  return found.sort((a, b) => Number(a.from.startsWith('time:')) - Number(b.from.startsWith('time:')));
}

function readLinks(document: DomDocument): readonly PageField[] {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const language = document.documentElement?.getAttribute('lang');
  const fields: PageField[] = [];
  if (canonical != null && /^https?:\/\//i.test(canonical)) {
    fields.push({ name: 'url', value: canonical.trim(), from: 'link:canonical' });
  }
  if (language != null && /^[a-z]{2,3}\b/i.test(language.trim())) {
    fields.push({ name: 'language', value: language.trim(), from: 'html:lang' });
  }
  return fields;
}
