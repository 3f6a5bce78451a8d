import { RequestError } from '../../pipeline/index.ts';
import type { EditionProgress } from '../edition.ts';
import type { WholeResults, WholeTask } from '../whole/task.ts';
import { openWholeThread, type WholeThread } from '../whole/thread.ts';
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
}

interface Running {
  told: Work;
  readonly stop: AbortController;
}

interface Desk {
  readonly thread: WholeThread;
  readonly runs: Map<string, Running>;
  made: number;
}

const desks = new WeakMap<Room, Desk>();
/** Pieces of work that wait for each other; more are refused. */
const mostAtOnce = 8;

function deskOf(room: Room): Desk {
  const known = desks.get(room) ?? { thread: openWholeThread(room.archive), runs: new Map<string, Running>(), made: 0 };
  desks.set(room, known);
  return known;
}

/** List the work on whole editions that is under way, the oldest first. */
export function listWork(room: Room): readonly Work[] {
  return [...deskOf(room).runs.values()].map(({ told }) => told);
}

/** What is to be done, who asks, and what ends it. */
export interface WorkRequest<T extends WholeTask> {
  readonly who: string;
  readonly about: string;
  readonly task: T;
  /** Whoever asked has gone away. */
  readonly signal?: AbortSignal | undefined;
}

/** Have a whole edition computed beside the room, and everybody told how far it is. Throws RequestError where it is cancelled, or too much waits. */
export async function runWork<T extends WholeTask>(
  room: Room,
  { who, about, task, signal }: WorkRequest<T>,
): Promise<WholeResults[T['kind']]> {
  const desk = deskOf(room);
  if (desk.runs.size >= mostAtOnce)
    throw new RequestError(`${mostAtOnce} editions are being computed already; wait until one is done`);
  desk.made += 1;
  const id = `work-${desk.made}`;
  const run: Running = {
    told: { id, who, kind: task.kind, about, state: 'waiting', share: 0 },
    stop: new AbortController(),
  };
  desk.runs.set(id, run);
  const tell = (next: Partial<Work>): void => {
    run.told = { ...run.told, ...next };
    room.hub.publish({ kind: 'working', seq: 0, who, incidents: [], detail: run.told });
  };
  const ends = AbortSignal.any([run.stop.signal, ...(signal === undefined ? [] : [signal])]);
  tell({});
  try {
    const value = await desk.thread.run(task, {
      signal: ends,
      tell: ({ step, share }) => tell({ state: step, share }),
    });
    tell({ state: 'done', share: 1 });
    return value;
  } catch (error) {
    tell({ state: ends.aborted ? 'cancelled' : 'failed' });
    throw error;
  } finally {
    desk.runs.delete(id);
  }
}

/** Stop work on a whole edition, which is one's own. Throws RequestError for that of others. */
export function cancelWork(room: Room, who: string, id: string): void {
  const run = deskOf(room).runs.get(id);
  if (run === undefined) throw new RequestError(`nothing is being done as "${id}"`);
  if (run.told.who !== who) throw new RequestError(`${run.told.who} asked for this; it is theirs to cancel`);
  run.stop.abort();
}
