import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { InputBytes, UnpackedItem } from '../../ingest/index.ts';
import { type Gate, makeGate, renewGate, shutGate, watchTask } from './gate.ts';
import { openContainer } from './opening.ts';
import type { GatedTask, Task, TaskResult, WorkerConfig } from './task.ts';
import { startThreads } from './threads.ts';

/** Whoever does tasks: the calling thread or a pool of threads. What comes back does not depend on which. */
export interface WorkerPool {
  /** Tasks that can be under way at once. */
  readonly width: number;
  perform(task: Task): Promise<TaskResult>;
  /** Open a container in depth. */
  unpack(input: InputBytes): Promise<readonly UnpackedItem[]>;
  close(): Promise<void>;
}

/** A task given up because it took too long or too much memory; `code` is that of the issue to report. */
export class TaskGivenUp extends Error {
  readonly code: 'pipeline/timed-out' | 'pipeline/out-of-memory' | 'pipeline/too-deep';
  constructor(code: TaskGivenUp['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Megabytes for new objects: a document leaves few behind, and more room would only put collecting them off. */
const maxYoungGenerationSizeMb = 8;

/** Bytes one thread reads in about the time another takes to start. */
const bytesPerWorker = 250_000;

/** Choose a worker count for an amount of input. */
export function chooseWorkers(bytes: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.ceil(bytes / bytesPerWorker)));
}

/**
 * Create a pool that does tasks in this thread or in threads of its own.
 *
 * With 0 workers everything runs in the calling thread and no time-out can be kept; otherwise each worker is a thread with its
 * own memory, ended and replaced when a task exceeds `maxSecondsPerDocument` or `maxWorkerMegabytes`.
 */
export async function createPool(config: WorkerConfig, workers: number): Promise<WorkerPool> {
  return workers > 0 ? createThreads(config, workers) : createInline(config);
}

/**
 * The calling thread as a pool; what is under way cannot be ended, so closing waits for it.
 *
 * The stages are loaded here alone: beside threads the calling thread needs none of their words and profiles, 60 MB.
 */
async function createInline(config: WorkerConfig): Promise<WorkerPool> {
  const { openStageContext, performTask } = await import('./task.ts');
  const stageContext = await openStageContext(config);
  const underWay = new Set<Promise<unknown>>();
  const follow = <T>(work: Promise<T>): Promise<T> => {
    const done = work.catch(rethrow).finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };
  return {
    width: 1,
    perform: (task) => follow(performTask(task, stageContext)),
    unpack: (input) => follow(openContainer({ kind: 'open', input }, config.settings.unpack)),
    close: async () => void (await Promise.allSettled(underWay)),
  };
}

function createThreads(config: WorkerConfig, workers: number): WorkerPool {
  const { maxSecondsPerDocument, maxWorkerMegabytes } = config.settings.limits;
  const threads = startThreads('./worker', import.meta.url, {
    minThreads: workers,
    maxThreads: workers,
    workerData: config,
    resourceLimits: { maxOldGenerationSizeMb: maxWorkerMegabytes, maxYoungGenerationSizeMb },
  });
  // Tasks wait here and not in the queue of the pool, so that each has a thread of its own once it has a gate.
  const limit = pLimit(workers);
  const gates = new Set<Gate>();
  // Memory that threads share is given back late, so a gate serves again, unless it was shut or its task failed within it.
  const free: Gate[] = [];
  const perform = async <T>(task: GatedTask['task']): Promise<T> => {
    const gate = renewGate(free.pop() ?? makeGate());
    const stop = new AbortController();
    let isEnding = false;
    const end = (): void => {
      isEnding = true;
      void shutGate(gate).then(() => stop.abort());
    };
    const stopWatching = watchTask(gate, millisecondsFor(task, maxSecondsPerDocument), end);
    gates.add(gate);
    try {
      const result: T = await threads.run({ task, gate } satisfies GatedTask, { signal: stop.signal });
      if (!isEnding) free.push(gate);
      return result;
    } finally {
      stopWatching();
      gates.delete(gate);
    }
  };
  return {
    width: workers * 2,
    perform: (task) => limit(() => perform<TaskResult>(task)).catch(rethrow),
    unpack: (input) => limit(() => perform<readonly UnpackedItem[]>({ kind: 'open', input })).catch(rethrow),
    close: async () => {
      await Promise.all([...gates].map(shutGate));
      await threads.destroy();
    },
  };
}

/** Opening a big file takes time by its size; a second for each megabyte is generous. */
function millisecondsFor(task: GatedTask['task'], secondsPerDocument: number): number {
  const documents = task.kind === 'pages' ? task.pages.length : 1;
  const bytes = task.kind === 'pages' ? 0 : task.input.bytes.length;
  return Math.ceil(1000 * secondsPerDocument * documents + bytes / 1000);
}

function rethrow(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error ? error.code : undefined;
  if (error.name === 'AbortError') throw new TaskGivenUp('pipeline/timed-out', 'reading it took too long');
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    throw new TaskGivenUp('pipeline/out-of-memory', 'reading it took too much memory');
  }
  if (error instanceof RangeError && error.message.startsWith('Maximum call stack')) {
    throw new TaskGivenUp('pipeline/too-deep', 'it is nested too deeply');
  }
  throw error;
}
