import { parseFeed } from 'feedsmith';
import type { Outcome, Page } from '../model/index.ts';
import { makeIssue, makePage, type Origin } from './draft.ts';
import type { JsonLimits } from './json.ts';
import { type JsonRecord, readRecord } from './record.ts';

/** Items beyond these are left: no feed of news holds so many. */
const maxItems = 10_000;

/**
 * Read RSS 0.9–2.0, RDF and Atom: one page an item, with its own dates, author, address and the outlet it was taken from.
 *
 * An item that holds only a summary is read as it is. Issues: `ingest/bad-feed`, `ingest/no-article`, `ingest/no-text`, and those of
 * HTML for an item's content.
 */
export function readFeed(text: string, origin: Origin, limits: JsonLimits): Outcome<readonly Page[]> {
  const records = listItems(text);
  if (records === undefined) {
    const message = 'The feed cannot be read: its markup is broken, or it is nested or expanded beyond reason.';
    return { value: [], issues: [makeIssue('ingest/bad-feed', 'error', message, origin.path)] };
  }
  if (records.length === 0) {
    return { value: [], issues: [makeIssue('ingest/no-article', 'warning', 'The feed holds no item.', origin.path)] };
  }
  const outcomes = records.slice(0, maxItems).map((record, at) => readItem(record, placed(origin, at + 1), limits));
  return { value: outcomes.flatMap(({ value }) => value), issues: outcomes.flatMap(({ issues }) => issues) };
}

function placed(origin: Origin, number: number): Origin {
  const { url: _, ...rest } = origin;
  return { ...rest, ...(origin.path === undefined ? {} : { path: `${origin.path}#${number}` }) };
}

function readItem(record: JsonRecord, origin: Origin, limits: JsonLimits): Outcome<readonly Page[]> {
  const outcome = readRecord(record, limits);
  const issues = outcome.issues.map((issue) => (origin.path === undefined ? issue : { ...issue, path: origin.path }));
  const draft = outcome.value;
  if (draft === undefined) return { value: [], issues };
  if (draft.value.length > limits.maxTextChars) {
    const message = `The text is ${draft.value.length} characters long; more than ${limits.maxTextChars} are not read.`;
    return { value: [], issues: [...issues, makeIssue('ingest/text-too-long', 'error', message, origin.path)] };
  }
  const fields = draft.fields.map((field) => ({ ...field, from: field.from.replace(/^field:/, 'feed:') }));
  const page = makePage(
    { ...draft, mediaType: 'application/xml', fields },
    { ...origin, bytes: JSON.stringify(record) },
  );
  return { value: [page], issues };
}

/** Give each item of a feed the names under which articles state their fields; `undefined` where the feed is broken. */
function listItems(text: string): readonly JsonRecord[] | undefined {
  // Entities a document defines for itself can grow without bound; no feed needs them.
  if (/<!ENTITY/i.test(text.slice(0, 65_536))) return undefined;
  try {
    const parsed = parseFeed(text);
    const feed = dig(parsed, 'feed');
    const outlet = textOf(dig(feed, 'title'));
    const items = dig(feed, 'items') ?? dig(feed, 'entries');
    return Array.isArray(items) ? items.map((item) => nameFields(item, outlet)) : [];
  } catch {
    return undefined;
  }
}

function nameFields(item: unknown, outlet: string | undefined): JsonRecord {
  const source = dig(item, 'source');
  const fields: Readonly<Record<string, string | undefined>> = {
    headline: plain(textOf(dig(item, 'title'))),
    published: textOf(dig(item, 'pubDate')) ?? textOf(dig(item, 'published')) ?? firstOf(dig(item, 'dc', 'dates')),
    modified: textOf(dig(item, 'updated')),
    author: firstOf(dig(item, 'dc', 'creators')) ?? firstOf(dig(item, 'authors')),
    outlet,
    url: textOf(dig(item, 'link')) ?? firstOf(dig(item, 'links')),
    wire: textOf(dig(source, 'title')),
    body:
      textOf(dig(item, 'content', 'encoded')) ??
      textOf(dig(item, 'content')) ??
      textOf(dig(item, 'description')) ??
      textOf(dig(item, 'summary')),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
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

/** Headlines of feeds carry markup and its escapes. */
function plain(text: string | undefined): string | undefined {
  return text
    ?.replace(/<[^>]{1,200}>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
