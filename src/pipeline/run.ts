import { pMapIterable } from 'p-map';
import { readClock } from '../io/index.ts';
import {
  type ArticleReading,
  type Context,
  defined,
  type Edition,
  type Issue,
  type Runtime,
  runtimes,
} from '../model/index.ts';
import { isWithin, sayBound, workerBound } from './bounds.ts';
import { composeEdition } from './compose.ts';
import { SettingsError } from './errors.ts';
import { untilAborted } from './intake/abort.ts';
import { type Input, queueInputs } from './intake/inputs.ts';
import { readInput } from './intake/intake.ts';
import { type InputReadings, type Loaded, loadOnce, type Meter, nothing } from './intake/load.ts';
import { openOutside, queueAddresses } from './intake/outside.ts';
import { keepReader } from './reader.ts';
import { cacheTasks } from './resume/task-cache.ts';
import { openWork, type Work } from './resume/work-folder.ts';
import { makeSettings, type PartialSettings, type Settings } from './settings.ts';
import { chooseWorkers, createPool, type WorkerPool } from './workers/pool.ts';
import type { WorkerConfig } from './workers/task.ts';

/** How far a run is. */
export interface Progress {
  /** Inputs and records of archives that are done. */
  readonly done: number;
  /** Part of the bytes of all inputs that has been taken up; 1 where all is done, and only there. */
  readonly share: number;
}

/** What is taken up is not yet done. */
const nearlyAll = 0.999;

/** One part of so many, from 0. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** How to run; of it `known` changes what the edition says, and that only in ids, and `runtime` may change scores in their last digits. */
export interface RunOptions extends PartialSettings {
  /** An earlier edition whose stories and incidents keep their ids where their words are read again. */
  readonly known?: Edition;
  /** What computes the trained reader's network; the fastest that can be loaded where absent. The edition states it. */
  readonly runtime?: Runtime;
  /** Threads that read documents, 0 to 64, `auto` by the amount of input; 0 (the default) is the calling thread, which keeps no time-out. */
  readonly workers?: number | 'auto';
  /** Time of the run, ISO 8601 UTC; the clock's where absent. */
  readonly now?: string;
  /** Called after each input or record of an archive, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Folder that keeps what was fetched, so that servers are asked only for what has changed. */
  readonly cache?: string;
  /** Folder that keeps what is finished: a run that was killed goes on from there. `settleWork` ends the run once it is delivered. */
  readonly work?: string;
  /** Ends the run: its reason is thrown. Threads are ended at once; in the calling thread a document under way is finished first. */
  readonly signal?: AbortSignal;
  /** Read that part of the inputs alone, by the hash of their content: copies of one are in one part. */
  readonly share?: Share;
  /** Give records of web archives as they are with the inputs taken from them. */
  readonly keepRecords?: boolean;
}

/** An edition and the count of inputs that left nothing in it. */
export interface Run {
  readonly edition: Edition;
  readonly setAside: number;
}

/** An input cut into articles and read no further. */
export type InputArticles = Omit<InputReadings, 'readings'>;

/** Read inputs into one edition; see `runRead` for what can go wrong. */
export async function read(inputs: readonly Input[], options: RunOptions = {}): Promise<Edition> {
  return (await runRead(inputs, options)).edition;
}

/**
 * Read inputs into one edition, and say how many of them were set aside.
 *
 * Whatever the order of inputs and the number of workers, the same inputs, settings, version and runtime give the same edition. Throws
 * SettingsError for unknown or wrong settings, RequestError where the work folder takes no files, JournalError where its disk refuses
 * later, the reason of a signal that aborts, and for a bug of ours; never for the data.
 */
export async function runRead(inputs: readonly Input[], options: RunOptions = {}): Promise<Run> {
  const { settings, runtime, issues: given } = await keepReader(settingsOf(options), options.runtime);
  const started = contextOf(options);
  const work = options.work === undefined ? undefined : await openWork(options.work, settings, started.now);
  const context = work === undefined ? started : { ...started, now: work.now };
  const readings: ArticleReading[] = [];
  const issues: Issue[] = [...given];
  let setAside = 0;
  for await (const part of readInputs(inputs, { settings, runtime, context, until: 'readings' }, options, work)) {
    readings.push(...part.readings);
    issues.push(...part.issues);
    setAside += part.setAside;
  }
  options.signal?.throwIfAborted();
  const parts = { readings, issues, settings, ...defined({ runtime, known: options.known }) };
  return { edition: composeEdition(parts, context), setAside };
}

/**
 * Read inputs one after the other up to claims, without linking them; yields in reading order and holds few at once.
 *
 * Throws, with the first part that is asked for, what `runRead` throws.
 */
export async function* readEach(inputs: readonly Input[], options: RunOptions = {}): AsyncGenerator<InputReadings> {
  const { settings, runtime, issues } = await keepReader(settingsOf(options), options.runtime);
  for (const issue of issues) yield nothing(issue, 0);
  const { keepRecords = false } = options;
  // No setting: whether records are kept says nothing of how they are read.
  const opened = keepRecords ? { ...settings, unpack: { ...settings.unpack, keepRecords } } : settings;
  const config: WorkerConfig = { settings: opened, runtime, context: contextOf(options), until: 'readings' };
  for await (const part of readInputs(inputs, config, options)) yield part;
}

/** Clean inputs into articles and go no further; yields in reading order, and throws what `readEach` throws. */
export async function* cleanEach(inputs: readonly Input[], options: RunOptions = {}): AsyncGenerator<InputArticles> {
  const settings: Settings = { ...settingsOf(options), reader: 'fast' };
  const config: WorkerConfig = { settings, context: contextOf(options), until: 'articles' };
  for await (const { readings: _, ...part } of readInputs(inputs, config, options)) yield part;
}

async function* readInputs(
  inputs: readonly Input[],
  config: WorkerConfig,
  options: RunOptions,
  work?: Work,
): AsyncGenerator<InputReadings> {
  let isWhole = false;
  try {
    for await (const part of readQueue(inputs, config, options, work)) {
      work?.note(part);
      yield part;
    }
    isWhole = true;
  } finally {
    work?.close(isWhole);
  }
}

async function* readQueue(
  inputs: readonly Input[],
  config: WorkerConfig,
  { workers = 0, onProgress, cache, signal, share }: RunOptions,
  work: Work | undefined,
): AsyncGenerator<InputReadings> {
  const { settings } = config;
  const outside = openOutside(settings, cache);
  const maxBytes = settings.limits.maxInputMegabytes * 1_000_000;
  const queue = await queueInputs(inputs, maxBytes, (addresses) => queueAddresses(addresses, outside));
  for (const issue of queue.issues)
    if ((share?.index ?? 0) === 0) yield { ...nothing(issue), ...defined({ path: issue.path }) };
  const bytes = queue.waiting.reduce((sum, item) => sum + item.bytes, 0);
  const hired = await createPool(config, workers === 'auto' ? chooseWorkers(bytes) : workers);
  const pool = work === undefined ? hired : cacheTasks(hired, work.journal, config);
  const meter: Meter = { bytes: 0 };
  try {
    const all = loadOnce(queue.waiting, settings, pool, outside, meter);
    const loading = share === undefined ? all : keepShare(all, share);
    const results = pMapIterable(loading, (loaded) => receive(loaded, pool), { concurrency: pool.width });
    let done = 0;
    for await (const result of untilAborted(results, signal)) {
      done += 1;
      onProgress?.({ done, share: Math.min(meter.bytes / Math.max(bytes, 1), nearlyAll) });
      yield result;
    }
    onProgress?.({ done, share: 1 });
  } finally {
    await pool.close();
    await outside.close();
  }
}

/** One input, unread, with the hash of its content; or what is to be said of it instead. */
export type Unread = Loaded;

/** List all inputs in reading order, whatever holds them opened, and read none. Throws what `readEach` throws for settings. */
export async function* listUnread(inputs: readonly Input[], options: RunOptions): AsyncGenerator<Unread> {
  const settings: Settings = { ...settingsOf(options), reader: 'fast' };
  const outside = openOutside(settings, options.cache);
  const maxBytes = settings.limits.maxInputMegabytes * 1_000_000;
  const queue = await queueInputs(inputs, maxBytes, (addresses) => queueAddresses(addresses, outside));
  for (const issue of queue.issues) yield { ...nothing(issue), ...defined({ path: issue.path }) };
  const pool = await createPool({ settings, context: contextOf(options), until: 'articles' }, 0);
  try {
    yield* loadOnce(queue.waiting, settings, pool, outside);
  } finally {
    await pool.close();
    await outside.close();
  }
}

async function* keepShare(all: AsyncIterable<Loaded>, share: Share): AsyncGenerator<Loaded> {
  for await (const loaded of all) if (shareOf(loaded.content, share.of) === share.index) yield loaded;
}

/** Tell which part a content belongs to; what could not be read belongs to the first. */
export function shareOf(content: string | undefined, of: number): number {
  return content === undefined ? 0 : Number.parseInt(content.slice(0, 8), 16) % of;
}

async function receive(loaded: Loaded, pool: WorkerPool): Promise<InputReadings> {
  if ('records' in loaded) return loaded;
  const { input, content } = loaded;
  // How it came is nothing to read, and need not be copied for a thread.
  const { received: _, ...plain } = input;
  const result = await readInput(plain, pool);
  const setAside = Math.max(result.records, 1) - result.articles.length;
  const path = defined({ path: input.path });
  return { ...result, setAside, ...path, content, bytes: input.bytes.length, input };
}

/** Complete the settings of a run from its options. Throws SettingsError. */
export function settingsOf({
  workers = 0,
  now: _now,
  onProgress: _progress,
  work: _work,
  cache: _cache,
  known: _known,
  keepRecords: _records,
  share: _share,
  runtime,
  signal: _signal,
  ...settings
}: RunOptions): Settings {
  if (workers !== 'auto' && !isWithin(workers, workerBound))
    throw new SettingsError(`workers: ${sayBound(workerBound, workers)}`);
  if (runtime !== undefined && !runtimes.includes(runtime))
    throw new SettingsError(`runtime: give ${runtimes.join(' or ')}, not ${runtime}`);
  return makeSettings(settings);
}

function contextOf({ now }: RunOptions): Context {
  return { now: now ?? readClock(), seed: 0 };
}
