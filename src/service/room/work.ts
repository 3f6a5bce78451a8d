import { RequestError } from '../../pipeline/index.ts';
import type { EditionProgress } from '../edition.ts';
import type { WholeResults, WholeTask } from '../whole/task.ts';
import { openWholeThread, type WholeThread } from '../whole/thread.ts';
import { keepPast, type PastWork } from './past-work.ts';
import type { Room } from './room.ts';

/** Work on a whole edition that somebody asked for: how far it is. */
export interface Work {
  readonly id: string;
  readonly who: string;
  readonly kind: WholeTask['kind'];
  /** What it is about, in words: `first`, `first → now`, `now.csv`. */
  readonly about: string;
  readonly state: 'waiting' | EditionProgress['step'] | 'done' | 'cancelled' | 'failed';
  /** Part of the sources that is gathered, 0 to 1. */
  readonly share: number;
  /** Why there is nothing to show for it. */
  readonly failure?: string;
}

interface Running {
  told: Work;
  readonly stop: AbortController;
  /** What is asked, and of which state of the archive; the same is computed once. */
  readonly key: string;
  /** Whoever asks the same may wait for it too: it does not end with whoever asked first. */
  readonly isShared: boolean;
  value: Promise<unknown>;
}

interface Desk {
  readonly thread: WholeThread;
  readonly runs: Map<string, Running>;
  readonly past: PastWork<Work>;
  made: number;
}

const desks = new WeakMap<Room, Desk>();
/** Pieces of work that wait for each other; more are refused. */
const mostAtOnce = 8;

function deskOf(room: Room): Desk {
  const known = desks.get(room) ?? {
    thread: openWholeThread(room.archive),
    runs: new Map<string, Running>(),
    past: keepPast<Work>(),
    made: 0,
  };
  desks.set(room, known);
  return known;
}

/** List the work on whole editions that is under way, the oldest first. */
export function listWork(room: Room): readonly Work[] {
  return [...deskOf(room).runs.values()].map(({ told }) => told);
}

/** List the work on whole editions that was done last, the oldest first. */
export function listPastWork(room: Room): readonly Work[] {
  return deskOf(room).past.list();
}

/** What is to be done, who asks, and what ends it. */
export interface WorkRequest<T extends WholeTask> {
  readonly who: string;
  readonly about: string;
  readonly task: T;
  /** Whoever asked has gone away. */
  readonly signal?: AbortSignal | undefined;
  /** Is told what the work is, before it is done. */
  readonly begun?: ((work: Work) => void) | undefined;
}

/**
 * Have a whole edition computed beside the room, and everybody told how far it is; what was computed last for the same state of the archive, or is being
 * computed, is not computed again. Throws RequestError where it is cancelled, or too much waits.
 */
export async function runWork<T extends WholeTask>(
  room: Room,
  request: WorkRequest<T>,
): Promise<WholeResults[T['kind']]> {
  type Value = WholeResults[T['kind']];
  const desk = deskOf(room);
  const key = JSON.stringify(request.task);
  const known = desk.past.find(key);
  if (known !== undefined) {
    request.begun?.(known.told);
    return known.value as Value;
  }
  const same = [...desk.runs.values()].find((run) => run.isShared && run.key === key);
  if (same !== undefined) {
    request.begun?.(same.told);
    return same.value as Promise<Value>;
  }
  if (desk.runs.size >= mostAtOnce)
    throw new RequestError(`${mostAtOnce} editions are being computed already; wait until one is done`);
  return beginWork(room, desk, request, key).value as Promise<Value>;
}

function beginWork<T extends WholeTask>(room: Room, desk: Desk, request: WorkRequest<T>, key: string): Running {
  const { who, about, task, signal, begun } = request;
  desk.made += 1;
  const id = `work-${desk.made}`;
  const run: Running = {
    told: { id, who, kind: task.kind, about, state: 'waiting', share: 0 },
    ...{ stop: new AbortController(), key, isShared: signal === undefined, value: Promise.resolve() },
  };
  desk.runs.set(id, run);
  const tell = (next: Partial<Work>): void => {
    run.told = { ...run.told, ...next };
    room.hub.publish({ kind: 'working', seq: 0, who, incidents: [], detail: run.told });
  };
  tell({});
  const ends = AbortSignal.any([run.stop.signal, ...(signal === undefined ? [] : [signal])]);
  run.value = perform(desk, run, task, ends, tell);
  begun?.(run.told);
  return run;
}

async function perform(
  desk: Desk,
  run: Running,
  task: WholeTask,
  signal: AbortSignal,
  tell: (next: Partial<Work>) => void,
): Promise<unknown> {
  try {
    const value = await desk.thread.run(task, { signal, tell: ({ step, share }) => tell({ state: step, share }) });
    tell({ state: 'done', share: 1 });
    desk.past.keep(run.key, run.told, value);
    return value;
  } catch (error) {
    const failure = error instanceof RequestError ? error.message : 'see the terminal of variorum serve';
    tell({ state: signal.aborted ? 'cancelled' : 'failed', failure });
    desk.past.keep(run.key, run.told);
    throw error;
  } finally {
    desk.runs.delete(run.told.id);
  }
}

/** Stop work on a whole edition, which is one's own. Throws RequestError for that of others. */
export function cancelWork(room: Room, who: string, id: string): void {
  const run = deskOf(room).runs.get(id);
  if (run === undefined) throw new RequestError(`nothing is being done as "${id}"`);
  if (run.told.who !== who) throw new RequestError(`${run.told.who} asked for this; it is theirs to cancel`);
  run.stop.abort();
}

/** Find what work came to, where it is kept; undefined for what is not done, or was done long ago. */
export function findWorkValue(room: Room, id: string): unknown {
  return deskOf(room).past.valueOf(id);
}
