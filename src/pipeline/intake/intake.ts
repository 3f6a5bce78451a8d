import { type InputBytes, sniffContainer, type UnpackedItem } from '../../ingest/index.ts';
import { JournalError, leaveOutAssets } from '../../io/index.ts';
import { defined, type Issue, type Page } from '../../model/index.ts';
import { TaskGivenUp, type WorkerPool } from '../workers/pool.ts';
import type { Task, TaskResult } from '../workers/task.ts';
import type { DocumentReadings } from './document.ts';

const pagesPerTask = 8;

/**
 * Open an input that holds other files; any other is given back as it is.
 *
 * Opening is done by the pool too, since a container can be as hostile as a page. Issues: those of `unpack`, and of `readInput` where
 * it had to be given up.
 */
export async function* unpackInput(input: InputBytes, pool: Pick<WorkerPool, 'unpack'>): AsyncGenerator<UnpackedItem> {
  if (sniffContainer(input.bytes) === undefined) {
    yield input;
    return;
  }
  try {
    yield* leaveOutAssets(await pool.unpack(input));
  } catch (error) {
    if (!(error instanceof TaskGivenUp)) throw named(error, input);
    yield issueOf(error, input.path);
  }
}

/**
 * See one input through all its tasks, and join what they bring back in the order of its records.
 *
 * A record that had to be given up becomes an issue (`pipeline/timed-out`, `pipeline/out-of-memory`, `pipeline/too-deep`) and its
 * neighbours are read. Anything else a stage throws is our bug: it stops the run, with the input's name.
 */
export async function readInput(input: InputBytes, pool: WorkerPool): Promise<DocumentReadings> {
  try {
    const first = await attempt({ kind: 'input', input }, pool);
    if (first instanceof TaskGivenUp) return giveUp(first, input.path);
    const batches: Page[][] = [];
    for (let at = 0; at < first.rest.length; at += pagesPerTask) batches.push(first.rest.slice(at, at + pagesPerTask));
    return joinReadings([first, ...(await Promise.all(batches.map((pages) => readBatch(pages, pool))))]);
  } catch (error) {
    throw named(error, input);
  }
}

/** Say of a bug of ours which input brought it out; a disk that refuses is none. */
function named(error: unknown, input: InputBytes): Error {
  if (error instanceof JournalError) return error;
  return new Error(`reading ${input.path ?? input.url ?? 'an input'} failed: ${messageOf(error)}`, { cause: error });
}

async function readBatch(pages: readonly Page[], pool: WorkerPool): Promise<DocumentReadings> {
  const result = await attempt({ kind: 'pages', pages }, pool);
  if (!(result instanceof TaskGivenUp)) return result;
  if (pages.length === 1) return giveUp(result, pages[0]?.source.path);
  return joinReadings(await Promise.all(pages.map((page) => readBatch([page], pool))));
}

async function attempt(task: Task, pool: WorkerPool): Promise<TaskResult | TaskGivenUp> {
  try {
    return await pool.perform(task);
  } catch (error) {
    if (error instanceof TaskGivenUp) return error;
    throw error;
  }
}

function giveUp(why: TaskGivenUp, path: string | undefined): DocumentReadings {
  return { articles: [], readings: [], records: 1, issues: [issueOf(why, path)] };
}

function issueOf({ code, message }: TaskGivenUp, path: string | undefined): Issue {
  return { code, severity: 'error', message: `Set aside: ${message}.`, ...defined({ path }) };
}

function joinReadings(parts: readonly DocumentReadings[]): DocumentReadings {
  return {
    articles: parts.flatMap((part) => part.articles),
    readings: parts.flatMap((part) => part.readings),
    records: parts.reduce((sum, part) => sum + part.records, 0),
    issues: parts.flatMap((part) => part.issues),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
