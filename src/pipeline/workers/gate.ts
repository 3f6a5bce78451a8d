import { setTimeout as pause } from 'node:timers/promises';

const open = 0;
const occupied = 1;
const shut = 2;
const millisecondsBetweenLooks = 2;

/**
 * A gate between a worker thread and whoever may end it.
 *
 * The native runtime takes the whole program down when its thread is ended in the middle of a call. So the thread passes the gate before
 * each call, and is only ended once the gate is shut: then no call is under way and none can begin.
 */
export interface Gate {
  /** Shared with the thread: how the gate stands. */
  readonly cell: Int32Array;
  /** Shared with the thread: when the task itself began, in nanoseconds of the program's monotonic clock; 0 before. */
  readonly began: BigInt64Array;
}

export function makeGate(): Gate {
  return { cell: new Int32Array(new SharedArrayBuffer(4)), began: new BigInt64Array(new SharedArrayBuffer(8)) };
}

/** Make an open gate ready for the next task: nothing of it has begun. */
export function renewGate(gate: Gate): Gate {
  Atomics.store(gate.began, 0, 0n);
  return gate;
}

/** In the thread: do something that must not be cut short. Waits for its end where the gate was shut before. */
export async function passGate<T>({ cell }: Gate, doing: () => Promise<T>): Promise<T> {
  while (Atomics.compareExchange(cell, 0, open, occupied) === shut) Atomics.wait(cell, 0, shut);
  try {
    return await doing();
  } finally {
    Atomics.store(cell, 0, open);
  }
}

/** In the thread: say that the task itself begins, now that all it needs is loaded. */
export function noteBegun({ began }: Gate): void {
  Atomics.store(began, 0, process.hrtime.bigint());
}

/**
 * Outside the thread: call `end` once the task itself has been worked on for some time; returns how to stop watching.
 *
 * What the thread loads before it begins, however slowly, is no fault of the document.
 */
export function watchTask({ began }: Gate, milliseconds: number, end: () => void): () => void {
  const look = (): void => {
    const since = Atomics.load(began, 0);
    const worked = since === 0n ? 0 : Number(process.hrtime.bigint() - since) / 1e6;
    if (worked >= milliseconds) end();
    else timer = setTimeout(look, milliseconds - worked);
  };
  let timer = setTimeout(look, milliseconds);
  return () => clearTimeout(timer);
}

/** Outside the thread: shut the gate once nobody is passing it; afterwards the thread can be ended. */
export async function shutGate({ cell }: Gate): Promise<void> {
  while (Atomics.compareExchange(cell, 0, open, shut) === occupied) await pause(millisecondsBetweenLooks);
}
