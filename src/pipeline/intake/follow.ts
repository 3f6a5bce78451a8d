import { pMapIterable } from 'p-map';
import {
  type InputBytes as Bytes,
  type FeedItem,
  isIssue,
  listFeed,
  stateFields,
  tellsText,
  type UnpackedItem,
  writeItem,
} from '../../ingest/index.ts';
import { FetchRefusal } from '../../io/index.ts';
import { defined, type Issue } from '../../model/index.ts';
import type { WorkerPool } from '../workers/pool.ts';
import type { DocumentReadings } from './document.ts';
import { unpackInput } from './intake.ts';
import { fetchInput, type Outside, plainAddress, refused } from './outside.ts';

/** Sitemaps inside each other. */
const maxListDepth = 3;
/** Sitemaps that are opened for one input; of those that one sitemap lists the newest first. */
const maxLists = 50;

/**
 * Replace each feed or sitemap among what was found by what it leads to, where fetching is allowed.
 *
 * An item that holds its report is read from the feed; of one that holds a summary or an address the page is fetched, and what the feed
 * says of it goes with it. A page that cannot be fetched costs nothing else: its summary is read instead. Issues: those of fetching,
 * `fetch/too-many-links`, and those of `listFeed`.
 */
export async function* followAll<T extends DocumentReadings>(
  found: AsyncIterable<UnpackedItem | T>,
  outside: Outside,
  pool: Pick<WorkerPool, 'unpack'>,
): AsyncGenerator<UnpackedItem | T> {
  for await (const one of found) {
    if (!outside.settings.fetch.allowed || 'records' in one || isIssue(one)) yield one;
    else yield* followFeed(one, outside, pool);
  }
}

async function* followFeed(
  input: Bytes,
  outside: Outside,
  pool: Pick<WorkerPool, 'unpack'>,
): AsyncGenerator<UnpackedItem> {
  const listed = listFeed(input, outside.settings.ingest);
  if (listed === undefined || !listed.value.some(leadsOn)) {
    yield input;
    return;
  }
  const { items, issues } = await gatherItems(input, outside, pool);
  yield* issues;
  const fresh = items.filter(({ url }) => url === undefined || outside.takeUp(url));
  const pages = pMapIterable(fresh, (item, at) => getItem(item, `${input.path ?? ''}#${at + 1}`, outside), {
    concurrency: outside.settings.fetch.maxHosts,
  });
  for await (const { issue, found } of pages) {
    if (issue !== undefined) yield issue;
    if (found !== undefined) yield* unpackInput(found, pool);
  }
}

/** Tell whether there is more to read of an item than what its feed tells. */
export function leadsOn({ url, whole }: FeedItem): boolean {
  return url !== undefined && !whole;
}

/** Reports that a feed, or a sitemap with the sitemaps it lists, tells of. */
export interface FeedReports {
  readonly items: readonly FeedItem[];
  readonly issues: readonly Issue[];
}

/** List the reports of a feed and of the sitemaps it lists; of too many, the newest. An input that is no feed lists none. */
export async function gatherItems(
  input: Bytes,
  outside: Outside,
  pool: Pick<WorkerPool, 'unpack'>,
): Promise<FeedReports> {
  const { items, issues } = await gatherDeep(input, { outside, pool, opened: 0 }, 0);
  const { allowed, maxPagesPerFeed: most } = outside.settings.fetch;
  const leading = newestFirst(items.filter(leadsOn));
  if (!allowed || leading.length <= most) return { items, issues };
  const kept = new Set(leading.slice(0, most));
  const note = tooMany(`leads to ${leading.length} pages; the newest ${most} are fetched`, input.path);
  return { items: items.filter((item) => !leadsOn(item) || kept.has(item)), issues: [...issues, note] };
}

/** One walk through sitemaps. */
interface Walk {
  readonly outside: Outside;
  readonly pool: Pick<WorkerPool, 'unpack'>;
  /** Sitemaps opened so far. */
  opened: number;
}

async function gatherDeep(input: Bytes, walk: Walk, depth: number): Promise<FeedReports> {
  const listed = listFeed(input, walk.outside.settings.ingest);
  if (listed === undefined) return { items: [], issues: [noFeed(input.path)] };
  const issues: Issue[] = [...listed.issues];
  const items = listed.value.filter(({ isList }) => isList !== true);
  let left = 0;
  for (const { url = '' } of newestFirst(listed.value.filter(({ isList }) => isList === true))) {
    if (depth >= maxListDepth || walk.opened >= maxLists) left += 1;
    else if (walk.outside.takeUp(url)) {
      walk.opened += 1;
      const inner = await gatherList(url, walk, depth + 1);
      for (const item of inner.items) items.push(item);
      issues.push(...inner.issues);
    }
  }
  if (left > 0) issues.push(tooMany(`lists ${left} sitemaps more than are opened`, input.path));
  return { items, issues };
}

async function gatherList(url: string, walk: Walk, depth: number): Promise<FeedReports> {
  const parts: FeedReports[] = [];
  try {
    for await (const found of unpackInput(await fetchInput(url, walk.outside), walk.pool)) {
      parts.push(isIssue(found) ? { items: [], issues: [found] } : await gatherDeep(found, walk, depth));
    }
  } catch (error) {
    if (!(error instanceof FetchRefusal)) throw error;
    parts.push({ items: [], issues: [refused(url, error)] });
  }
  return { items: parts.flatMap(({ items }) => items), issues: parts.flatMap(({ issues }) => issues) };
}

/** Items with the latest dates first; those without a date last, in their own order. */
function newestFirst(items: readonly FeedItem[]): readonly FeedItem[] {
  const timeOf = ({ record }: FeedItem): number => {
    const time = Date.parse(String(record.published ?? record.modified ?? ''));
    return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
  };
  return items
    .map((item) => ({ item, time: timeOf(item) }))
    .sort((a, b) => (a.time === b.time ? 0 : b.time - a.time))
    .map(({ item }) => item);
}

/** What is to be read of an item, and why it is not its page where that could not be had. */
export interface FetchedItem {
  readonly found?: Bytes;
  readonly issue?: Issue;
  /** True where the page may be had later. */
  readonly mayPass?: boolean;
}

/** Get what is to be read of an item: its page where it leads to one and fetching is allowed, else what its feed states. */
export async function getItem(item: FeedItem, place: string, outside: Outside): Promise<FetchedItem> {
  const path = item.url === undefined ? place : plainAddress(item.url);
  const told: FetchedItem = tellsText(item) ? { found: { bytes: writeItem(item), path } } : {};
  if (item.url === undefined || item.whole || !outside.settings.fetch.allowed) return told;
  try {
    return { found: { ...(await fetchInput(path, outside)), stated: stateFields(item) } };
  } catch (error) {
    if (!(error instanceof FetchRefusal)) throw error;
    const instead = told.found === undefined ? '' : ' What the feed tells of it is read instead.';
    return { ...told, issue: refused(path, error, instead), mayPass: error.mayPass };
  }
}

function tooMany(what: string, path: string | undefined): Issue {
  const hint = 'Raise fetch.maxPagesPerFeed in the config, or name the sitemaps meant.';
  const place = defined({ path });
  return { code: 'fetch/too-many-links', severity: 'warning', message: `It ${what}.`, hint, ...place };
}

function noFeed(path: string | undefined): Issue {
  const message = 'It is neither a feed nor a sitemap.';
  return { code: 'pipeline/no-feed', severity: 'error', message, ...defined({ path }) };
}
