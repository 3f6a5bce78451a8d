import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkOutput, describeFailure, readIfThere } from '../../io/index.ts';
import { defined } from '../../model/index.ts';
import { RequestError, SettingsError } from '../errors.ts';
import { isAddress } from '../intake/outside.ts';
import type { RunOptions } from '../run.ts';
import { type Look, openWatch, type Watch } from './watch.ts';

/** How to watch. */
export interface WatchOptions extends RunOptions {
  /** Seconds between the end of one look and the next, by default 900; at least 60 where a feed is an address. */
  readonly everySeconds?: number;
  /** Look once and end. */
  readonly once?: boolean;
  /** Ends the watch: a pause at once, a look under way when it is done. Nothing is thrown. */
  readonly signal?: AbortSignal;
}

const usualSeconds = 900;
/** No feed is asked more often than once a minute. */
const leastSeconds = 60;
/** Longest pause a timer can keep. */
const mostSeconds = 2_147_483;

/**
 * Watch feeds and sitemaps: look at them again and again, and yield what each look came to, with the edition of all that was read.
 *
 * The caller delivers the edition and then calls the look's `settle`; a look that was not settled is yielded again. Whoever stops asking for
 * looks ends the watch. Throws, with the first look that is asked for, SettingsError for wrong settings or an interval that cannot be
 * kept, and what `runRead` throws; a feed that fails is an issue of its look.
 */
export async function* watch(
  target: Watch,
  { everySeconds = usualSeconds, once = false, signal, ...options }: WatchOptions = {},
): AsyncGenerator<Look> {
  checkInterval(everySeconds, target.feeds);
  const watcher = openWatch(target, options);
  try {
    while (signal?.aborted !== true) {
      yield await watcher.look();
      if (once) return;
      await pause(everySeconds * 1000, undefined, defined({ signal })).catch(() => undefined);
    }
  } finally {
    await watcher.close();
  }
}

function checkInterval(seconds: number, feeds: readonly string[]): void {
  if (!(seconds > 0 && seconds <= mostSeconds))
    throw new SettingsError(`every ${seconds} seconds: give a time of more than nothing and at most 24 days`);
  if (seconds < leastSeconds && feeds.some(isAddress))
    throw new SettingsError(`every ${seconds} seconds: feeds are not fetched more than once a minute`);
}

/**
 * Check that a watch may keep its edition in a file and what it has seen in a folder, before any work is done.
 *
 * Throws RequestError where either takes no files, or where the file is there and not of this watch: it is not written over.
 */
export async function checkWatchPlaces(file: string, folder: string): Promise<void> {
  try {
    await checkOutput(file);
    await checkOutput(join(folder, 'items.jsonl'));
    const traces = await Promise.all(['items.jsonl', 'edition.json'].map((name) => readIfThere(join(folder, name))));
    if (traces.some((trace) => trace !== undefined) || (await readIfThere(file)) === undefined) return;
  } catch (error) {
    throw new RequestError(`${file}: ${describeFailure(error)}`);
  }
  throw new RequestError(`${file}: it is there and not of this watch; name another, and read its reports beside`);
}
