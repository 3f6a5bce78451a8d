import { Parser } from 'htmlparser2';
import { type FeedItem, makeItem, resolveAddress } from './items.ts';

/** Addresses beyond these are left: twice what the protocol allows in one file. */
const maxAddresses = 100_000;
/** Longest value of one element, in UTF-16 code units (an address may have 2,048). */
const maxValueChars = 4_096;

/**
 * List what a sitemap, or an outline of feeds, leads to: reports with what a news sitemap tells of them, or further sitemaps.
 *
 * Source: sitemaps.org protocol 0.9 (XML and text) and the news extension `sitemap-news/0.9`. Elements are known by their local names, as
 * sites declare the namespaces in many ways. `base` is the sitemap's own address.
 */
export function listSitemap(text: string, base?: string): readonly FeedItem[] {
  const isMarked = /^\s*</.test(text);
  const entries = isMarked ? (isOpml(text) ? readOutlines(text) : readEntries(text)) : readLines(text);
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const item = makeEntry(entry, base);
    if (item.url === undefined || seen.has(item.url)) return [];
    seen.add(item.url);
    return [item];
  });
}

/** Local names of elements and their text, in one `<url>` or `<sitemap>`. */
interface Entry {
  readonly isList: boolean;
  readonly told: ReadonlyMap<string, string>;
}

function makeEntry({ isList, told }: Entry, base: string | undefined): FeedItem {
  const fields = {
    headline: told.get('title'),
    published: told.get('publication_date'),
    modified: told.get('lastmod'),
    outlet: told.get('name'),
    language: told.get('language'),
  };
  const item = makeItem('sitemap', { url: told.get('loc'), fields }, base);
  return isList ? { ...item, isList } : item;
}

function isOpml(text: string): boolean {
  return /<opml[\s>]/i.test(text.slice(0, maxValueChars));
}

/** An outline of feeds: what it leads to are feeds, or pages where it names no feed. Source: OPML 2.0. */
function readOutlines(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const told = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]));
        const feed = told.get('xmlurl');
        const loc = feed ?? told.get('htmlurl') ?? told.get('url');
        if (localName(name) !== 'outline' || loc === undefined || entries.length >= maxAddresses) return;
        entries.push({ isList: feed !== undefined, told: new Map([['loc', loc]]) });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return entries;
}

/** Elements whose text is kept; `image:title` and `image:loc` of other extensions are not. */
const kept = new Set(['loc', 'lastmod', 'title', 'publication_date', 'name', 'language']);

function readEntries(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  let told: Map<string, string> | undefined;
  let [isList, isForeign] = [false, 0];
  let [open, value]: [string | undefined, string] = [undefined, ''];
  const parser = new Parser(
    {
      onopentagname(name) {
        const local = localName(name);
        if (local === 'url' || local === 'sitemap') [told, isList, isForeign] = [new Map(), local === 'sitemap', 0];
        else if (local === 'image' || local === 'video') isForeign += 1;
        [open, value] = [isForeign === 0 && kept.has(local) ? local : undefined, ''];
      },
      ontext(piece) {
        if (open !== undefined && value.length < maxValueChars) value += piece;
      },
      onclosetag(name) {
        const local = localName(name);
        if (local === open && told !== undefined && !told.has(local))
          told.set(local, value.trim().slice(0, maxValueChars));
        if (local === 'image' || local === 'video') isForeign = Math.max(0, isForeign - 1);
        if ((local === 'url' || local === 'sitemap') && told !== undefined) {
          if (entries.length < maxAddresses) entries.push({ isList, told });
          told = undefined;
        }
        open = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return entries;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** A text sitemap is one address a line. */
function readLines(text: string): readonly Entry[] {
  const lines = text.split(/\r?\n/, maxAddresses);
  return lines.flatMap((line) => {
    const loc = resolveAddress(line);
    return loc === undefined ? [] : [{ isList: false, told: new Map([['loc', loc]]) }];
  });
}
