import type { PageField } from '../../model/index.ts';
import { monthStart } from '../../text/months.ts';
import { tidyValue } from '../draft.ts';
import { readFields } from '../fields.ts';
import { type HtmlTree, isByline, isWriterLink, type TreeElement, textOf } from './tree.ts';

type FieldName = PageField['name'];

/** Meta names and properties that state a field, best first (OpenGraph, Dublin Core, Parse.ly, Sailthru, schema.org itemprop, Google's syndication tags). */
const metaNames: readonly (readonly [key: string, name: FieldName])[] = [
  ['og:title', 'headline'],
  ['dc.title', 'headline'],
  ['parsely-title', 'headline'],
  ['twitter:title', 'headline'],
  ['article:published_time', 'published'],
  ['og:article:published_time', 'published'],
  ['article.published', 'published'],
  ['og:published_time', 'published'],
  ['vr:published_time', 'published'],
  ['cxenseparse:recs:publishtime', 'published'],
  ['citation_publication_date', 'published'],
  ['citation_online_date', 'published'],
  ['published_at', 'published'],
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
  ['byl', 'author'],
  ['sailthru.author', 'author'],
  ['citation_author', 'author'],
  ['cxenseparse:author', 'author'],
  ['og:site_name', 'outlet'],
  ['application-name', 'outlet'],
  ['og:url', 'url'],
  ['article:section', 'section'],
  ['parsely-section', 'section'],
  ['syndication-source', 'syndicated'],
  ['original-source', 'syndicated'],
];

/** "Nov. 18, 2030", "November 18". */
const shownDay = new RegExp(
  `\\b(${monthStart})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? ((?:19|20)\\d\\d)\\b)?`,
  'i',
);

const changed = /^\W*(?:last )?(?:updated|modified|changed)\b/i;

/** Types of schema.org that are one report. */
export const articleType = /(?:Article|BlogPosting|Report|Review)$/;

/** Read what a page states of itself: JSON-LD first, then meta, `<time>` and links. */
export function readHtmlFields(tree: HtmlTree): readonly PageField[] {
  return dropMistakenNames([
    ...readLinkedData(tree, articleType).flatMap((node) => readFields(node, 'json-ld')),
    ...readMeta(tree),
    ...readLinkedData(tree, /^WebPage$/)
      .flatMap((node) => readFields(node, 'json-ld'))
      .filter(({ name }) => name === 'published' || name === 'modified'),
    ...readTimes(tree),
    ...readLinks(tree),
    ...readWriters(tree),
    ...readByline(tree),
  ]);
}

/** Some pages state their headline as the name of the site (`application-name`). */
function dropMistakenNames(fields: readonly PageField[]): readonly PageField[] {
  const headlines = new Set(fields.flatMap(({ name, value }) => (name === 'headline' ? [value] : [])));
  return fields.filter(({ name, value }) => name !== 'outlet' || !headlines.has(value));
}

const mostWriters = 6;

/** Writers by the links to their own pages, or marked as such: the first on the page, and those beside it. */
function readWriters({ stating }: HtmlTree): readonly PageField[] {
  const found = stating.filter(
    (element) => (isWriterLink(element) || element.attributes.itemprop === 'author') && !isAside(element),
  );
  const named = found.map((element) => ({ element, value: tidyValue(textOf(element)) }));
  const [first] = named.filter(({ value }) => value !== undefined);
  const line = first?.element.parent?.parent;
  return named
    .filter(({ element }) => line !== undefined && (element.parent === line || element.parent?.parent === line))
    .slice(0, mostWriters)
    .flatMap(({ value }) =>
      value === undefined || value.length > 80 ? [] : [{ name: 'author', value, from: 'link:author' } as const],
    );
}

const mostBylineChars = 300;

/** The first line that is marked as naming the writers, by the pieces of text in it: several names often stand in it without a mark between. */
function readByline({ stating }: HtmlTree): readonly PageField[] {
  const line = stating.find((element) => isByline(element) && !isAside(element) && /\S/.test(textOf(element)));
  if (line === undefined || textOf(line).length > mostBylineChars) return [];
  return listTexts(line)
    .slice(0, mostWriters)
    .map((value) => ({ name: 'author', value, from: 'markup:byline' }) as const);
}

function listTexts({ children }: TreeElement): readonly string[] {
  return children.flatMap((child) => (typeof child === 'string' ? (tidyValue(child) ?? []) : listTexts(child)));
}

/** Boxes in which readers write. */
const discussion = /(?:^|[\s_-])comment(?:s|-?list|-?body)?(?:$|[\s_-])|\bdisqus/i;

function isAside(element: TreeElement): boolean {
  for (let up = element.parent; up !== undefined; up = up.parent) {
    if (up.name === 'nav' || up.name === 'aside' || up.name === 'footer') return true;
    if (discussion.test(`${up.attributes.class ?? ''} ${up.attributes.id ?? ''}`)) return true;
  }
  return false;
}

/** Read the nodes of a page's JSON-LD whose type is one wanted; three at most. */
export function readLinkedData(tree: HtmlTree, type: RegExp): readonly Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (const script of tree.stating) {
    if (script.name === 'script') collectNodes(parseLoosely(textOf(script)), type, found, 0);
  }
  return found.slice(0, 3);
}

function parseLoosely(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:\/\/)?\s*<!(?:\[CDATA\[|--)|(?:\/\/)?\s*(?:\]\]|--)>\s*$/g, '')
    .replace(/;\s*$/, '');
  const flat = bare.replace(/\p{Cc}+/gu, ' ');
  const mended = flat.replace(/\\'/g, "'").replace(/,\s*([}\]])/g, '$1');
  for (const attempt of [bare, flat, mended]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Pages often break JSON with raw line breaks, escaped apostrophes and commas after the last item; these are mended.
    }
  }
  return undefined;
}

function collectNodes(value: unknown, type: RegExp, found: Readonly<Record<string, unknown>>[], depth: number): void {
  if (depth > 4 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) collectNodes(item, type, found, depth + 1);
    return;
  }
  const node = value as Readonly<Record<string, unknown>>;
  const types = [node['@type']].flat();
  if (types.some((name) => typeof name === 'string' && type.test(name))) found.push(node);
  else for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) collectNodes(node[key], type, found, depth + 1);
}

function readMeta(tree: HtmlTree): readonly PageField[] {
  const stated = new Map<string, string>();
  for (const { name, attributes } of tree.stating) {
    if (name !== 'meta') continue;
    const key = attributes.property ?? attributes.name ?? attributes.itemprop;
    const value = tidyValue(attributes.content ?? '');
    const lower = key?.trim().toLowerCase();
    if (lower !== undefined && value !== undefined && !stated.has(lower)) stated.set(lower, value);
  }
  return metaNames.flatMap(([key, name]) => {
    const value = stated.get(key);
    const isAddress = value !== undefined && /^https?:\/\//i.test(value);
    if (value === undefined || (name !== 'syndicated' && isAddress !== (name === 'url'))) return [];
    return [{ name, value, from: `meta:${key}` }];
  });
}

function readTimes(tree: HtmlTree): readonly PageField[] {
  const found: PageField[] = [];
  for (const element of tree.stating) {
    const { attributes, name: tag } = element;
    const item = attributes.itemprop;
    if (tag === 'meta' || (tag !== 'time' && item !== 'datePublished' && item !== 'dateModified')) continue;
    const text = textOf(element);
    const value = tidyValue(attributes.datetime ?? attributes.content ?? attributes['data-timestamp'] ?? text);
    if (value === undefined || value.length > 80) continue;
    const name = item === 'dateModified' || changed.test(text) ? 'modified' : 'published';
    const isVouched = item === 'datePublished' || item === 'dateModified' || 'pubdate' in attributes;
    found.push({ name, value, from: isVouched ? `itemprop:${item ?? 'pubdate'}` : 'time:datetime' });
    const shown = attributes.datetime === undefined ? undefined : readShown(text, value);
    if (shown !== undefined && found.length <= 3) found.push({ name, value: shown, from: 'time:text' });
    if (found.length >= 4) break;
  }
  return found.sort((a, b) => Number(a.from.startsWith('time:')) - Number(b.from.startsWith('time:')));
}

/** The day and time that a `time` element shows its reader, with the year of its `datetime` where it shows none. */
function readShown(text: string, stated: string): string | undefined {
  const year = /\b(?:19|20)\d\d\b/.exec(stated)?.[0];
  const match = shownDay.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || year === undefined) return undefined;
  const clock = /\b\d{1,2}:\d{2}\s?(?:[ap]\.?m\b)?/i.exec(text.slice(match.index + match[0].length))?.[0];
  return `${match[1]} ${match[2]}, ${match[3] ?? year}${clock === undefined ? '' : ` ${clock}`}`;
}

function readLinks(tree: HtmlTree): readonly PageField[] {
  const isCanonical = /(?:^|\s)canonical(?:\s|$)/i;
  const canonical = tree.stating.find(
    ({ name, attributes }) => name === 'link' && isCanonical.test(attributes.rel ?? ''),
  )?.attributes.href;
  const locale = tree.stating.find(
    ({ name, attributes }) =>
      name === 'meta' &&
      /^(?:og:locale|content-language)$/i.test(attributes.property ?? attributes['http-equiv'] ?? ''),
  )?.attributes.content;
  const language = tree.stating.find(({ name }) => name === 'html')?.attributes.lang;
  const fields: PageField[] = [];
  if (canonical !== undefined && /^https?:\/\//i.test(canonical)) {
    fields.push({ name: 'url', value: canonical.trim(), from: 'link:canonical' });
  }
  if (language !== undefined && /^[a-z]{2,3}\b/i.test(language.trim())) {
    fields.push({ name: 'language', value: language.trim(), from: 'html:lang' });
  }
  if (locale !== undefined && /^[a-z]{2,3}(?![a-z])/i.test(locale.trim())) {
    fields.push({ name: 'language', value: locale.trim(), from: 'meta:locale' });
  }
  return fields;
}
