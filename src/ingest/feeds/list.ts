import type { Issue, Outcome, Page } from '../../model/index.ts';
import type { InputFormat } from '../detect.ts';
import { makeIssue, type RecordOrigin } from '../draft.ts';
import type { JsonLimits } from '../json/json.ts';
import { endWhole, listFeedItems } from './feed.ts';
import { type FeedItem, readItem } from './items.ts';
import { listSitemap } from './sitemap.ts';

/** Items beyond these are left: no feed of news holds so many, and no sitemap may. */
const maxItems = 50_000;

/**
 * Read feeds and sitemaps as they are: one page an item, with its own dates, author, address and the outlet it was taken from.
 *
 * An item that holds only a summary, or a headline, is read as it is; one that holds an address alone is counted. Issues:
 * `ingest/bad-feed`, `ingest/truncated`, `ingest/no-article`, `ingest/links-only`, `ingest/too-many-items`, and those of `readItem`.
 */
export function readFeed(
  text: string,
  format: InputFormat,
  origin: RecordOrigin,
  limits: JsonLimits,
): Outcome<readonly Page[]> {
  const { value: items, issues } = listItems(text, format, origin);
  const outcomes = items.map((item, at) =>
    tellsText(item) ? readItem(item, placed(origin, at + 1), limits) : { value: [], issues: [] },
  );
  return {
    value: outcomes.flatMap(({ value }) => value),
    issues: [...issues, ...noteLinksOnly(items, origin.path), ...outcomes.flatMap((one) => one.issues)],
  };
}

/** List the items of a feed or sitemap; those of a broken one are none, and an issue says so. */
export function listItems(
  text: string,
  format: InputFormat,
  { path, url }: Pick<RecordOrigin, 'path' | 'url'>,
): Outcome<readonly FeedItem[]> {
  const items = format === 'sitemap' ? listSitemap(text, url) : listFeedItems(text, url);
  if (items === undefined) {
    const message = 'The feed cannot be read: its markup is broken, or it is nested or expanded beyond reason.';
    return { value: [], issues: [makeIssue('ingest/bad-feed', 'error', message, path)] };
  }
  if (items.length === 0) {
    return { value: [], issues: [makeIssue('ingest/no-article', 'warning', 'The feed holds no item.', path)] };
  }
  const kept = items.slice(0, maxItems);
  const issues: Issue[] = [];
  if (format === 'feed' && endWhole(text) !== undefined) {
    const message = `The feed ends in the middle; ${items.length} of its items came whole and ${items.length === 1 ? 'is' : 'are'} read.`;
    issues.push(makeIssue('ingest/truncated', 'warning', message, path, 'Fetch it again.'));
  }
  if (items.length > maxItems) {
    const message = `It holds ${items.length} items; the first ${maxItems} are read.`;
    issues.push(makeIssue('ingest/too-many-items', 'warning', message, path));
  }
  return { value: kept, issues };
}

/** Tell whether there is anything to read in an item but its address. */
export function tellsText({ record, isList }: FeedItem): boolean {
  return isList !== true && (record.headline !== undefined || record.body !== undefined);
}

/** Say how many items of a feed there is nothing to read of but their addresses; nothing where there are none. */
export function noteLinksOnly(items: readonly FeedItem[], path: string | undefined): readonly Issue[] {
  const count = items.filter((item) => !tellsText(item)).length;
  if (count === 0) return [];
  const message = `${count} of its entries ${count === 1 ? 'is an address' : 'are addresses'} and no text.`;
  return [makeIssue('ingest/links-only', 'warning', message, path, 'With --fetch the pages they lead to are read.')];
}

function placed(origin: RecordOrigin, number: number): RecordOrigin {
  const { url: _, ...rest } = origin;
  return { ...rest, ...(origin.path === undefined ? {} : { path: `${origin.path}#${number}` }) };
}
