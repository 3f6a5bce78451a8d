import { join } from 'node:path';
import { pMapIterable } from 'p-map';
import { type InputBytes as Bytes, type FeedItem, isIssue, noteLinksOnly } from '../../ingest/index.ts';
import { describeFailure, FetchRefusal, readBytes, readClock } from '../../io/index.ts';
import { defined, type Edition, hashContent, type Issue } from '../../model/index.ts';
import { type Change, compare, pairIds } from '../editions/compare.ts';
import { gatherItems, getItem, leadsOn } from '../intake/follow.ts';
import type { Input } from '../intake/inputs.ts';
import { unpackInput } from '../intake/intake.ts';
import { fetchInput, isAddress, type Outside, openOutside, refused } from '../intake/outside.ts';
import { keepReader } from '../reader.ts';
import { settleWork } from '../resume/work-folder.ts';
import { type RunOptions, runRead, settingsOf } from '../run.ts';
import { hashSettings } from '../settings.ts';
import { openHere } from '../workers/opening.ts';
import type { WorkerPool } from '../workers/pool.ts';
import { type Ledger, type LedgerLine, nameReport, openLedger } from './ledger.ts';
import { loadWatchState, saveWatchState } from './watch-state.ts';

/** What to watch, and where what was seen is kept. */
export interface Watch {
  /** Addresses or paths of feeds and sitemaps. */
  readonly feeds: readonly string[];
  /** Folder of the watch: its ledger, what was read, the last edition. */
  readonly folder: string;
  /** Reports that are read with those of the feeds. */
  readonly beside?: readonly Input[];
}

/** What one look at the feeds came to. */
export interface Look {
  /** When the look began, UTC. */
  readonly at: string;
  readonly edition: Edition;
  readonly changes: readonly Change[];
  /** Every report that is read now, loaded when its turn comes; `sha256` is that of its bytes. */
  readonly reports: readonly (Exclude<Input, string> & { readonly sha256: string })[];
  /** The changes, one a line. */
  readonly text: string;
  /** What went wrong with feeds and pages; what went wrong with reports is in the edition. */
  readonly issues: readonly Issue[];
  readonly counts: {
    readonly items: number;
    readonly fresh: number;
    readonly changed: number;
    readonly failed: number;
  };
  /** Say that the edition has been delivered: the next look compares with it. Until then a look would report the same changes again. */
  settle(): Promise<void>;
}

/** A watch under way: between looks it remembers what hosts have asked for. */
export interface Watcher {
  look(): Promise<Look>;
  close(): Promise<void>;
}

/** Times a page is asked for again before what the feed tells of it has to do. */
const maxTries = 5;

/** Open a watch. Nothing is asked of the network or the disk before the first look. */
export function openWatch(watch: Watch, options: RunOptions = {}): Watcher {
  const outside = openOutside(settingsOf(options), options.cache ?? join(watch.folder, 'cache'));
  return { look: () => lookAtFeeds(watch, options, outside.again()), close: () => outside.close() };
}

/**
 * Look at feeds once: read what is new or has changed, join it to what was read before, and say which figures moved.
 *
 * Only new and changed items are fetched and read. What changed takes the place of what its address said before; the ledger keeps both.
 * Incidents keep their ids from look to look. A feed that fails costs nothing else. Issues: those of fetching, `pipeline/no-feed`,
 * `io/unreadable-path`, `ingest/bad-feed`.
 */
async function lookAtFeeds(
  { feeds, folder, beside = [] }: Watch,
  options: RunOptions,
  outside: Outside,
): Promise<Look> {
  const now = options.now ?? readClock();
  const ledger = await openLedger(folder);
  const found = await collectItems(feeds, ledger, outside, { ...options, now });
  const last = await loadWatchState(folder);
  const { settings, runtime } = await keepReader(outside.settings, options.runtime);
  const of = [hashSettings(settings), runtime ?? 'none', ledger.digest()].join(' ');
  const work = join(folder, 'work');
  // Reports beside may change without being seen to.
  const isSame = last?.of === of && beside.length === 0;
  // Everything to read has been fetched: what could not be is not asked for again.
  const offline = { ...options, fetch: { ...options.fetch, allowed: false }, now, work };
  const edition = isSame ? last.edition : await readKeepingIds([...ledger.inputs(), ...beside], last?.edition, offline);
  const { changes, text } = compare(last?.edition ?? emptied(edition), edition);
  return {
    at: now,
    edition,
    reports: ledger.inputs(),
    changes,
    text,
    ...found,
    settle: async () => {
      if (!isSame) await saveWatchState(folder, edition, of);
      await settleWork(work);
    },
  };
}

function emptied(edition: Edition): Edition {
  return {
    ...edition,
    articles: [],
    incidents: [],
    claims: [],
    copies: [],
    stories: [],
    actors: [],
    voices: [],
    issues: [],
  };
}

/** A report that changed has other mentions; its incident is then known again by its words, and linked under the id it had. */
async function readKeepingIds(
  inputs: readonly Input[],
  before: Edition | undefined,
  options: RunOptions,
): Promise<Edition> {
  const known = defined({ known: before });
  const { edition } = await runRead(inputs, { ...options, ...known });
  if (before === undefined) return edition;
  const renamed = [...pairIds(before, edition)].filter(([is, was]) => is !== was);
  if (renamed.length === 0) return edition;
  const mentions = new Map(edition.incidents.map((incident) => [incident.id, incident.mentions ?? []]));
  const gained = new Map(renamed.map(([is, was]) => [was, mentions.get(is) ?? []]));
  const incidents = before.incidents.map((incident) => ({
    ...incident,
    mentions: [...(incident.mentions ?? []), ...(gained.get(incident.id) ?? [])],
  }));
  return (await runRead(inputs, { ...options, known: { ...before, incidents } })).edition;
}

type Collected = Pick<Look, 'issues' | 'counts'>;

async function collectItems(
  feeds: readonly string[],
  ledger: Ledger,
  outside: Outside,
  { now, onProgress }: RunOptions & { readonly now: string },
): Promise<Collected> {
  const { settings } = outside;
  const pool = openHere(settings);
  const issues: Issue[] = [];
  const counts = { items: 0, fresh: 0, changed: 0, failed: 0 };
  for (const feed of [...new Set(feeds)]) {
    const gathered = await openFeed(feed, outside, pool);
    issues.push(...gathered.issues);
    if (!settings.fetch.allowed) issues.push(...noteLinksOnly(gathered.items, feed));
    counts.items += gathered.items.length;
    const isBroken = gathered.items.length === 0 && gathered.issues.some(({ severity }) => severity === 'error');
    if (isBroken) counts.failed += 1;
    const due = gathered.items.filter((item) => isDue(item, ledger.find(feed, item.key)));
    const got = pMapIterable(due, (item) => takeItem(item, feed, ledger, outside), {
      concurrency: settings.fetch.maxHosts,
    });
    let done = 0;
    for await (const { issue, line, news } of got) {
      if (issue !== undefined) issues.push(issue);
      if (news !== undefined) counts[news] += 1;
      await ledger.note({ ...line, at: now });
      done += 1;
      onProgress?.({ done, share: (0.5 * done) / due.length });
    }
  }
  return { issues, counts };
}

async function openFeed(
  feed: string,
  outside: Outside,
  pool: Pick<WorkerPool, 'unpack'>,
): ReturnType<typeof gatherItems> {
  const items: FeedItem[] = [];
  const issues: Issue[] = [];
  try {
    const input: Bytes = isAddress(feed)
      ? await fetchInput(feed, outside)
      : { bytes: await readBytes(feed), path: feed };
    for await (const found of unpackInput(input, pool)) {
      const part = isIssue(found) ? { items: [], issues: [found] } : await gatherItems(found, outside, pool);
      items.push(...part.items);
      issues.push(...part.issues);
    }
  } catch (error) {
    if (error instanceof FetchRefusal) issues.push(refused(feed, error));
    else if (error instanceof Error && 'code' in error) issues.push(unreadable(feed, error));
    else throw error;
  }
  return { items, issues };
}

function unreadable(path: string, error: Error): Issue {
  return { code: 'io/unreadable-path', severity: 'error', message: `Cannot read it: ${describeFailure(error)}.`, path };
}

function isDue(item: FeedItem, known: LedgerLine | undefined): boolean {
  return known === undefined || known.stamp !== stampOf(item) || known.tries !== undefined;
}

function stampOf({ record }: FeedItem): string {
  return hashContent(JSON.stringify(record)).slice(0, 32);
}

interface Taken {
  readonly line: Omit<LedgerLine, 'at'>;
  readonly issue?: Issue;
  readonly news?: 'fresh' | 'changed';
}

/** Get what is to be read of an item that is due, and say what that changes. */
async function takeItem(item: FeedItem, feed: string, ledger: Ledger, outside: Outside): Promise<Taken> {
  const [report, known] = [nameReport(feed, item), ledger.find(feed, item.key)];
  const line = { feed, key: item.key, stamp: stampOf(item), report };
  const held = ledger.reading(report)?.kept;
  // Another feed has listed the same page.
  if (known === undefined && held?.isPage === true) return { line: { ...line, kept: held } };
  const { found, issue, mayPass } = await getItem(item, `${feed}#${item.key}`, outside);
  const told = defined({ issue });
  const tries = known?.stamp === line.stamp ? (known.tries ?? 0) + 1 : 1;
  // An item read offline from its feed alone is followed to its page once that is allowed.
  const isOffline = leadsOn(item) && !outside.settings.fetch.allowed;
  const again = isOffline ? { tries: 0 } : mayPass === true && tries < maxTries ? { tries } : {};
  const isPage = found?.stated !== undefined || item.whole;
  // A summary does not take the place of a page that was read before.
  if (found === undefined || (!isPage && held?.isPage === true))
    return { line: { ...line, ...again, ...defined({ kept: held }) }, ...told };
  const kept = await ledger.keep(found, isPage);
  const news = held === undefined ? 'fresh' : held.sha256 === kept.sha256 ? undefined : 'changed';
  return { line: { ...line, ...again, kept }, ...told, ...defined({ news }) };
}
