import { join } from 'node:path';
import type { InputBytes as Bytes, FeedItem } from '../../ingest/index.ts';
import { appendOutput, readBytes, readIfThere, writeOutput } from '../../io/index.ts';
import { hashContent } from '../../model/index.ts';
import type { Input } from '../intake/inputs.ts';
import { plainAddress } from '../intake/outside.ts';

/** What a look at a feed did with one item; the last line of an item holds. */
export interface LedgerLine {
  /** As the user named it. */
  readonly feed: string;
  /** Tells the item from others of its feed. */
  readonly key: string;
  /** Hash of all the feed states of it. */
  readonly stamp: string;
  /** Tells the report from all others, whatever feed tells of it. */
  readonly report: string;
  /** What is read of it: SHA-256, size and name of the kept file, and where it came from; absent where nothing could be read. */
  readonly kept?: Omit<Bytes, 'bytes'> & { readonly sha256: string; readonly bytes: number; readonly isPage: boolean };
  /** Looks in a row that could not have its page, though a later one may. */
  readonly tries?: number;
  /** Time of the look, UTC. */
  readonly at: string;
}

/** All that a watch has seen, on disk. */
export interface Ledger {
  /** The last line about an item of a feed. */
  find(feed: string, key: string): LedgerLine | undefined;
  /** What is read of a report now. */
  reading(report: string): LedgerLine | undefined;
  /** Keep what is to be read of an item; returns it as a line holds it. */
  keep(found: Bytes, isPage: boolean): Promise<NonNullable<LedgerLine['kept']>>;
  /** Write a line; it is with the disk when this returns. */
  note(line: LedgerLine): Promise<void>;
  /** Every report as an input, loaded when its turn comes. */
  inputs(): readonly (Exclude<Input, string> & { readonly sha256: string })[];
  /** Hash of what is read of all reports; the same as long as an edition of them is. */
  digest(): string;
}

const names = { lines: 'items.jsonl', items: 'items' } as const;

/**
 * Open the ledger of a watch: `items.jsonl` (one line for each item and each time it was new or had changed) and `items/` (what was
 * read of it, named by its hash; what an earlier version said stays). A line torn off by a kill is as good as absent.
 */
export async function openLedger(folder: string): Promise<Ledger> {
  const items = new Map<string, LedgerLine>();
  const reports = new Map<string, LedgerLine>();
  const take = (line: LedgerLine): void => {
    items.set(`${line.feed}\u001f${line.key}`, line);
    if (line.kept !== undefined) reports.set(line.report, line);
  };
  const path = join(folder, names.lines);
  const text = (await readIfThere(path)) ?? '';
  for (const line of text.split('\n')) for (const parsed of parseLine(line)) take(parsed);
  let isTorn = text !== '' && !text.endsWith('\n');
  return {
    find: (feed, key) => items.get(`${feed}\u001f${key}`),
    reading: (report) => reports.get(report),
    keep: async ({ bytes, ...origin }, isPage) => {
      const sha256 = hashContent(bytes);
      await writeOutput(join(folder, names.items, sha256), bytes);
      return { ...origin, sha256, bytes: bytes.length, isPage };
    },
    note: async (line) => {
      await appendOutput(path, `${isTorn ? '\n' : ''}${JSON.stringify(line)}\n`);
      isTorn = false;
      take(line);
    },
    digest: () => hashContent(JSON.stringify([...reports.values()].map(({ kept }) => spell(kept)).sort())),
    inputs: () =>
      [...reports.values()].flatMap(({ kept }) => {
        if (kept === undefined) return [];
        const { isPage: _, ...input } = kept;
        return [{ ...input, load: () => readBytes(join(folder, names.items, input.sha256)) }];
      }),
  };
}

function parseLine(line: string): readonly LedgerLine[] {
  try {
    const parsed: unknown = JSON.parse(line);
    const isWhole = typeof parsed === 'object' && parsed !== null && 'stamp' in parsed && 'report' in parsed;
    return isWhole ? [parsed as LedgerLine] : [];
  } catch {
    return [];
  }
}

/** Tell a report from all others: by the address of its page, else by its feed and its key there. */
export function nameReport(feed: string, { url, key }: FeedItem): string {
  return url === undefined ? `${feed}#${key}` : plainAddress(url);
}

/** What a server sends with a page is other each time, and is not read. */
function spell(kept: LedgerLine['kept']): string {
  if (kept === undefined) return '';
  const { received: _, ...read } = kept;
  return JSON.stringify(read);
}
