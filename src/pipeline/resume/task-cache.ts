import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Journal } from '../../io/index.ts';
import { version } from '../settings.ts';
import { TaskGivenUp, type WorkerPool } from '../workers/pool.ts';
import type { Task, TaskResult, WorkerConfig } from '../workers/task.ts';

/** A finished task as the journal keeps it, with what it would have to be done again under. */
type CachedTask =
  | { readonly now: string; readonly readsClock: boolean; readonly result: TaskResult }
  | { readonly limits: string; readonly code: TaskGivenUp['code']; readonly message: string };

const resultsOfClock: ReadonlySet<string> = new Set(['clean/date-in-future']);

/**
 * Make a pool that keeps each finished result in a journal and takes it from there instead of doing the task again.
 *
 * A task is known by its content, its names and whatever decides what is read in it: version, settings of the stages of one document,
 * what computes the trained reader's network, how far to go. A task given up is kept as that until the limits change; one that refused a date as lying ahead until the time of
 * the run does. The opening of an input with many records is not kept: that is most of the input again, and quickly done.
 */
export function cacheTasks(pool: WorkerPool, journal: Journal, config: WorkerConfig): WorkerPool {
  const stage = stageOf(config);
  const limits = JSON.stringify(config.settings.limits);
  return {
    ...pool,
    perform: async (task) => {
      const key = keyOf(task, stage);
      const kept = findCached(journal, key, limits, config.context.now);
      if (kept !== undefined) return 'result' in kept ? kept.result : giveUpAgain(kept);
      try {
        const result = await pool.perform(task);
        if (result.rest.length === 0) {
          const readsClock = result.issues.some(({ code }) => resultsOfClock.has(code));
          keep(journal, key, { now: config.context.now, readsClock, result });
        }
        return result;
      } catch (error) {
        if (error instanceof TaskGivenUp) keep(journal, key, { limits, code: error.code, message: error.message });
        throw error;
      }
    },
  };
}

function giveUpAgain({ code, message }: Pick<TaskGivenUp, 'code' | 'message'>): never {
  throw new TaskGivenUp(code, message);
}

/** Hash all that decides what a document says, but neither the policy nor how documents are joined. */
export function stageOf({ settings, until, runtime }: Omit<WorkerConfig, 'context'>): string {
  const { reader, ingest, clean, annotate, extract } = settings;
  return hash(JSON.stringify([version, until, reader, runtime ?? null, ingest, clean, annotate, extract]));
}

function keyOf(task: Task, stage: string): string {
  if (task.kind === 'input') {
    const { bytes, path, url, charset, stated } = task.input;
    const origin = [path ?? null, url ?? null, charset ?? null, stated ?? null];
    return hash(JSON.stringify([stage, origin, hash(bytes)])).slice(0, 32);
  }
  const pages = task.pages.map(({ source, text }) => [source.path ?? null, source.url ?? null, source.id, text.id]);
  return hash(JSON.stringify([stage, pages])).slice(0, 32);
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function keep(journal: Journal, key: string, kept: CachedTask): void {
  // Plain JSON has no infinity, which open-ended counts need.
  journal.append(key, deflateRawSync(serialize(kept), { level: 1 }));
}

function findCached(journal: Journal, key: string, limits: string, now: string): CachedTask | undefined {
  const payload = journal.read(key);
  if (payload === undefined) return undefined;
  try {
    const kept = deserialize(inflateRawSync(payload)) as CachedTask;
    if (!('result' in kept)) return kept.limits === limits ? kept : undefined;
    return kept.now === now || (!kept.readsClock && kept.now <= now) ? kept : undefined;
  } catch {
    // Written by a newer Node than this one: it is done again.
    return undefined;
  }
}
