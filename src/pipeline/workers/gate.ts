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
  /** Shared with the thread: how the gate stands, and whether the thread is past setting itself up. */
  readonly cell: Int32Array;
}

export function makeGate(): Gate {
  return { cell: new Int32Array(new SharedArrayBuffer(8)) };
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

/** In the thread: say that the task itself begins. */
export function noteBegun({ cell }: Gate): void {
  Atomics.store(cell, 1, 1);
}

/** Outside the thread: tell whether the task itself has begun. */
export function hasBegun({ cell }: Gate): boolean {
  return Atomics.load(cell, 1) === 1;
}

/** Outside the thread: shut the gate once nobody is passing it; afterwards the thread can be ended. */
export async function shutGate({ cell }: Gate): Promise<void> {
  while (Atomics.compareExchange(cell, 0, open, shut) === occupied) await pause(millisecondsBetweenLooks);
}
