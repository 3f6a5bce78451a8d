import { parseFeed } from 'feedsmith';
import { decodeEscapes } from '../draft.ts';
import { parseJson } from '../json/parse.ts';
import { areOneSite, hostOf, isAggregator, isCarrier, isNamedFor, unwrapRedirect } from './aggregators.ts';
import { type FeedItem, makeItem, resolveAddress } from './items.ts';

/**
 * List the items of RSS 0.9–2.0, RDF, Atom and JSON Feed; `undefined` where the feed is broken.
 *
 * `base` is the address of the feed itself. Sources: RSS 2.0 (`<source>`), RFC 4287, JSON Feed 1.1.
 */
export function listFeedItems(text: string, base?: string): readonly FeedItem[] | undefined {
  // Entities a document defines for itself can grow without bound; no feed needs them.
  if (/<!ENTITY/i.test(text.slice(0, 65_536))) return undefined;
  try {
    const isJson = /^\s*\{/.test(text);
    const feed: unknown = isJson ? parseJsonFeed(text) : parseFeed(endWhole(text) ?? text).feed;
    const head = readHead(feed, base);
    const items = dig(feed, 'items') ?? dig(feed, 'entries');
    const readOne = isJson ? readJsonItem : readXmlItem;
    return Array.isArray(items) ? dropFetchTimes(items.map((item) => readOne(item, head))) : [];
  } catch {
    return undefined;
  }
}

const roots = ['rss', 'feed', 'rdf:RDF'];

/** End a feed that was cut off after its last whole item; `undefined` where it ends as it should, or no item came whole. */
export function endWhole(text: string): string | undefined {
  if (/^\s*\{/.test(text)) return parseJson(text).truncated ? text : undefined;
  const root = roots.find((name) => text.slice(0, 65_536).includes(`<${name}`));
  if (root === undefined || text.slice(-2_000).includes(`</${root}`)) return undefined;
  const [item, entry] = [text.lastIndexOf('</item>'), text.lastIndexOf('</entry>')];
  if (item < 0 && entry < 0) return undefined;
  const end = item > entry ? item + '</item>'.length : entry + '</entry>'.length;
  return `${text.slice(0, end)}${root === 'rss' ? '</channel>' : ''}</${root}>`;
}

/** Of a JSON Feed that was cut off its whole items are left. */
function parseJsonFeed(text: string): unknown {
  const { values, truncated } = parseJson(text);
  if (!truncated) return values[0];
  const title = /"title"\s*:\s*"([^"\\]{1,200})"/.exec(text.slice(0, text.indexOf('"items"')))?.[1];
  return { title, items: values };
}

/** Fewest items that do not carry one moment by chance. */
const leastAlike = 3;

/** Some programs date every item by the moment they made the feed, which is no day of a report. */
function dropFetchTimes(items: readonly FeedItem[]): readonly FeedItem[] {
  const moments = new Set(items.map(({ record }) => record.published));
  const [moment] = moments;
  const isClock = typeof moment === 'string' && /\d:\d\d:[0-5]\d/.test(moment) && !/\b00:00:00\b/.test(moment);
  if (items.length < leastAlike || moments.size > 1 || !isClock) return items;
  return items.map(({ record: { published: _, ...record }, ...item }) => ({ ...item, record }));
}

/** What a feed tells of itself, for items that do not tell it. */
interface Head {
  readonly outlet: string | undefined;
  readonly language: string | undefined;
  readonly authors: readonly string[] | undefined;
  /** Host of the site the feed is of. */
  readonly host: string | undefined;
  readonly base: string | undefined;
  /** The same where the feed itself says it, and not its own address alone. */
  readonly site: string | undefined;
  /** True for a service that gathers what others print. */
  readonly gathers: boolean;
}

function readHead(feed: unknown, base: string | undefined): Head {
  const stated = textOf(dig(feed, 'home_page_url')) ?? textOf(dig(feed, 'link')) ?? alternateOf(dig(feed, 'links'));
  const site = stated ?? base;
  const host = hostOf(resolveAddress(site, base));
  const outlet = plain(textOf(dig(feed, 'title')));
  return {
    outlet,
    language: textOf(dig(feed, 'language')) ?? textOf(dig(feed, 'xml', 'lang')),
    authors: namesOf(dig(feed, 'authors')),
    host,
    site: hostOf(resolveAddress(stated, base)),
    gathers: isAggregator(host, outlet),
    base: base ?? resolveAddress(site),
  };
}

function readXmlItem(item: unknown, head: Head): FeedItem {
  const guid = textOf(dig(item, 'guid'));
  const isAddress = guid !== undefined && dig(item, 'guid', 'isPermaLink') !== false && /^https?:/i.test(guid);
  const url = textOf(dig(item, 'link')) ?? alternateOf(dig(item, 'links')) ?? (isAddress ? guid : undefined);
  const published = textOf(dig(item, 'pubDate')) ?? textOf(dig(item, 'published'));
  const fields = {
    headline: plain(textOf(dig(item, 'title'))),
    // An entry of Atom must say when it was updated, and need not say when it was published.
    published: published ?? firstOf(dig(item, 'dc', 'dates')) ?? textOf(dig(item, 'updated')),
    modified: textOf(dig(item, 'updated')),
    author: namesOf(dig(item, 'dc', 'creators')) ?? namesOf(dig(item, 'authors')),
    language: head.language,
    ...nameOutlet(item, url, head),
  };
  const content = textOf(dig(item, 'content', 'encoded')) ?? textOf(dig(item, 'content'));
  const summary = textOf(dig(item, 'description')) ?? textOf(dig(item, 'summary'));
  return makeItem('feed', { id: guid ?? textOf(dig(item, 'id')), url, fields, content, summary }, head.base);
}

/**
 * Say which outlet an item is of and whose report it is.
 *
 * RSS 2.0 and Atom name the feed an item was taken from as its `<source>`. Where the item's page lies at that source, the feed only
 * points there, as search services do; else the feed's site prints what it took from the source.
 */
function nameOutlet(item: unknown, url: string | undefined, head: Head): Readonly<Record<string, string | undefined>> {
  const source = dig(item, 'source');
  const address = resolveAddress(
    textOf(dig(source, 'url')) ?? alternateOf(dig(source, 'links')) ?? textOf(dig(source, 'id')),
  );
  const host = hostOf(address);
  const name = textOf(dig(source, 'title')) ?? host;
  const page = resolveAddress(url, head.base);
  const pageHost = hostOf(page === undefined ? undefined : unwrapRedirect(page));
  if (head.gathers) return { outlet: name ?? nameElsewhere(item, pageHost) };
  if (name === undefined) return { outlet: isElsewhere(pageHost, head) ? pageHost : head.outlet };
  const isThere = host !== undefined && pageHost !== undefined && areOneSite(host, pageHost);
  if (host !== undefined && host === head.host) return { outlet: head.outlet ?? name };
  return isThere ? { outlet: name } : { outlet: head.outlet, wire: name, syndicated: address };
}

/** Of a service that gathers: the site its link leads to, else what stands at the end of the title ("Two hurt - Harbour Ledger"). */
function nameElsewhere(item: unknown, pageHost: string | undefined): string | undefined {
  if (pageHost !== undefined && !isCarrier(pageHost)) return pageHost;
  return /\s[-–—|]\s+(\S.{1,60})$/.exec(plain(textOf(dig(item, 'title'))) ?? '')?.[1];
}

/** A bare network address ("192.0.2.7", "[2001:db8::7]") names nobody. */
const bareAddress = /^(?:[\d.]+|\[.*\])$/;

/** A planet points at pages of many sites; a feed that is called as the site of a page is that site's own. */
function isElsewhere(pageHost: string | undefined, { site, outlet }: Head): pageHost is string {
  if (pageHost === undefined || site === undefined || isCarrier(pageHost) || bareAddress.test(pageHost)) return false;
  return !areOneSite(pageHost, site) && !isNamedFor(outlet ?? '', pageHost);
}

/** JSON Feed 1.1; `external_url` is the page another outlet has of it, `_source` what RSS calls so (ours: `writeItem`). */
function readJsonItem(item: unknown, head: Head): FeedItem {
  const fields = {
    headline: plain(textOf(dig(item, 'title'))),
    published: textOf(dig(item, 'date_published')),
    modified: textOf(dig(item, 'date_modified')),
    author: namesOf(dig(item, 'authors')) ?? namesOf([dig(item, 'author')]) ?? head.authors,
    language: textOf(dig(item, 'language')) ?? head.language,
    outlet: head.outlet,
    ...nameExternal(item, head),
  };
  const url = textOf(dig(item, 'url')) ?? textOf(dig(item, 'external_url'));
  const content = textOf(dig(item, 'content_html')) ?? textOf(dig(item, 'content_text'));
  return makeItem(
    'feed',
    { id: textOf(dig(item, 'id')), url, fields, content, summary: textOf(dig(item, 'summary')) },
    head.base,
  );
}

function nameExternal(item: unknown, head: Head): Readonly<Record<string, string | undefined>> {
  const source = dig(item, '_source');
  if (source !== undefined) return { wire: textOf(dig(source, 'title')), syndicated: textOf(dig(source, 'url')) };
  const address = resolveAddress(textOf(dig(item, 'external_url')), head.base);
  const host = hostOf(address);
  const page = resolveAddress(textOf(dig(item, 'url')), head.base);
  const pageHost = hostOf(page === undefined ? undefined : unwrapRedirect(page));
  if (head.gathers && address === undefined) return { outlet: nameElsewhere(item, pageHost) };
  if (host === undefined || host === head.host) return isElsewhere(pageHost, head) ? { outlet: pageHost } : {};
  return textOf(dig(item, 'url')) === undefined ? { outlet: host } : { wire: host, syndicated: address };
}

function dig(value: unknown, ...path: readonly string[]): unknown {
  let inner: unknown = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = (inner as Readonly<Record<string, unknown>>)[key];
  }
  return inner;
}

/** A text may stand alone or as the value, name or address of an object. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  for (const key of ['value', 'name', 'href']) {
    const inner = dig(value, key);
    if (typeof inner === 'string' && inner.trim() !== '') return inner;
  }
  return undefined;
}

function firstOf(value: unknown): string | undefined {
  return Array.isArray(value) ? textOf(value[0]) : textOf(value);
}

function namesOf(value: unknown): readonly string[] | undefined {
  const names = Array.isArray(value) ? value.map(textOf).filter((name) => name !== undefined) : [];
  return names.length === 0 ? undefined : names;
}

/** Of Atom's links the one to the page, not to a sound file, the feed itself or its comments (RFC 4287, 4.2.7.2). */
function alternateOf(links: unknown): string | undefined {
  if (!Array.isArray(links)) return undefined;
  const pages = links.filter((link) => [undefined, 'alternate'].includes(textOf(dig(link, 'rel'))));
  return textOf(pages.find((link) => /html/.test(textOf(dig(link, 'type')) ?? 'text/html')) ?? pages[0]);
}

/** Headlines of feeds carry markup and its escapes. */
function plain(text: string | undefined): string | undefined {
  return text === undefined ? undefined : decodeEscapes(decodeEscapes(text).replace(/<\/?[a-z][^<>]{0,200}>/gi, ''));
}
