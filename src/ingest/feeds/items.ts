import { defined, hashContent, type Outcome, type Page, type PageField } from '../../model/index.ts';
import { decodeEscapes, makeIssue, makePage, type RecordOrigin } from '../draft.ts';
import { readFields } from '../fields.ts';
import type { JsonLimits } from '../json/json.ts';
import { readRecord } from '../record.ts';
import type { JsonRecord } from '../record-text.ts';
import { unwrapRedirect } from './aggregators.ts';

/** What kind of list an item stands in; goes before the colon of a field's `from`. */
export type FeedKind = 'feed' | 'sitemap';

/** What a feed or sitemap tells of one report, or of another sitemap. */
export interface FeedItem {
  readonly kind: FeedKind;
  /** Key of the item within its feed: its id, else its address, else a hash of what the feed states. */
  readonly key: string;
  /** Absolute address of the report, or of the sitemap where `isList`. */
  readonly url?: string;
  /** What the feed states, under the names by which articles state their fields, `body` among them. */
  readonly record: JsonRecord;
  /** True where the body is given as the report itself and does not break off; false for a summary or none. */
  readonly whole: boolean;
  /** True for a sitemap that another one lists. */
  readonly isList?: boolean;
}

/** Stated parts of an item before they are put together; what is absent is undefined. */
export interface ItemParts {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The report's own text. */
  readonly content?: string | undefined;
  readonly summary?: string | undefined;
}

/** Shortest content that can be a report and no teaser, in characters without markup. */
const leastWholeChars = 600;
const breaksOff =
  /(?:…|\.\.\.|\[(?:…|\.{3}|&hellip;|&#8230;)\]|\b(?:read|continue|see) (?:more|reading|full story))\s*[»→>\])]*\s*$/i;

/** Put an item together; `base` resolves a relative address. */
export function makeItem(kind: FeedKind, parts: ItemParts, base?: string): FeedItem {
  const address = resolveAddress(parts.url, base);
  const url = address === undefined ? undefined : unwrapRedirect(address);
  const body = dropEcho(chooseBody(parts.content, parts.summary), parts.fields.headline);
  const told = { ...parts.fields, url, body };
  const record = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  const key = parts.id ?? url ?? hashContent(JSON.stringify(record));
  return { kind, key, ...defined({ url }), record, whole: isWhole(parts.content ?? '') };
}

/** Read one item from its feed alone, without going to its page. Issues: those of `readRecord`, and `ingest/text-too-long`. */
export function readItem(item: FeedItem, origin: RecordOrigin, limits: JsonLimits): Outcome<readonly Page[]> {
  const outcome = readRecord(item.record, limits);
  const issues = outcome.issues.map((issue) => (origin.path === undefined ? issue : { ...issue, path: origin.path }));
  const draft = outcome.value;
  if (draft === undefined) return { value: [], issues };
  if (draft.value.length > limits.maxTextChars) {
    const message = `The text is ${draft.value.length} characters long; more than ${limits.maxTextChars} are not read.`;
    return { value: [], issues: [...issues, makeIssue('ingest/text-too-long', 'error', message, origin.path)] };
  }
  const page = makePage(
    { ...draft, mediaType: 'application/xml', fields: renameFields(draft.fields, item.kind) },
    { ...origin, bytes: JSON.stringify(item.record) },
  );
  return { value: [page], issues };
}

/** Write an item as a feed of its own (JSON Feed 1.1), so that it can be kept and read again. */
export function writeItem({ key, record }: FeedItem): Uint8Array {
  const { body, headline, published, modified, author, outlet, url, language, wire, syndicated } = record;
  const item = {
    id: key,
    url,
    title: headline,
    content_html: body,
    date_published: published,
    date_modified: modified,
    authors: author === undefined ? undefined : [author].flat().map((name) => ({ name })),
    _source: wire === undefined ? undefined : { title: wire, url: syndicated },
  };
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: outlet, language, items: [item] };
  return new TextEncoder().encode(`${JSON.stringify(feed)}\n`);
}

/** List the fields an item states of its report. */
export function stateFields({ kind, record }: FeedItem): readonly PageField[] {
  return renameFields(readFields(record, 'field'), kind);
}

function renameFields(fields: readonly PageField[], kind: FeedKind): readonly PageField[] {
  return fields.map((field) => ({ ...field, from: field.from.replace(/^field:/, `${kind}:`) }));
}

/** Make an address absolute; only those of the web are kept. */
export function resolveAddress(address: string | undefined, base?: string): string | undefined {
  const trimmed = address?.trim() ?? '';
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const { href, protocol } = new URL(trimmed, base);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

/** Some feeds give a teaser as content and the report as description; the longer one is read. */
function chooseBody(content: string | undefined, summary: string | undefined): string | undefined {
  if (content === undefined || summary === undefined) return content ?? summary;
  return plainLength(summary) > plainLength(content) ? summary : content;
}

/** Search services give the headline again as their summary, as a link with the outlet's name, and links to other reports. */
function dropEcho(body: string | undefined, headline: string | readonly string[] | undefined): string | undefined {
  if (body === undefined || typeof headline !== 'string') return body;
  const links = body.match(/<a\b[^<>]*>[^<]*<\/a>/gi) ?? [];
  const linked = links.reduce((sum, link) => sum + plainLength(link), 0);
  const isLinks = links.length > 0 && linked > plainLength(body) * 0.6;
  return isLinks || letters(headline).startsWith(letters(body)) ? undefined : body;
}

function letters(text: string): string {
  return decodeEscapes(bare(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function isWhole(content: string): boolean {
  return plainLength(content) >= leastWholeChars && !breaksOff.test(bare(content).slice(-80));
}

function plainLength(text: string): number {
  return bare(text).length;
}

function bare(markup: string): string {
  return markup
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
