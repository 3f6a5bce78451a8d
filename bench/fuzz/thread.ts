/** Program of a thread that fuzzes one reader, until it has read enough or an input makes the main thread end it. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeInput, openFastReader, readHostile } from './target.ts';

/**
 * Task of a thread: read inputs from number `first` until `bytes` are read. It writes the number of the current input into
 * `cell`, which the main thread watches.
 */
export interface FuzzTask {
  readonly reader: string;
  readonly seed: number;
  readonly first: number;
  readonly bytes: number;
  /** Read every nth input as far as claims. */
  readonly wholeEach: number;
  readonly cell: Int32Array;
}

/** Message of a thread: an input that threw, or the counts so far. */
export type ThreadMessage =
  | { readonly kind: 'crash'; readonly number: number; readonly stack: string }
  | {
      readonly kind: 'done' | 'so far';
      readonly inputs: number;
      readonly bytes: number;
      readonly pages: number;
      readonly claims: number;
      readonly slowest: number;
    };

const { reader, seed, first, bytes: wanted, wholeEach, cell } = workerData as FuzzTask;
const tell = (word: ThreadMessage): void => parentPort?.postMessage(word);
const stageContext = await openFastReader();
const sum = { inputs: 0, bytes: 0, pages: 0, claims: 0, slowest: 0 };

for (let number = first; sum.bytes < wanted; number += 1) {
  const input = makeInput(reader, number, seed);
  Atomics.store(cell, 0, number);
  const began = performance.now();
  try {
    const { pages, claims } = await readHostile(input, stageContext, number % wholeEach === 0);
    sum.pages += pages;
    sum.claims += claims;
  } catch (error) {
    tell({ kind: 'crash', number, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  sum.inputs += 1;
  sum.bytes += input.length;
  sum.slowest = Math.max(sum.slowest, (performance.now() - began) / 1000);
  tell({ kind: 'so far', ...sum });
}
tell({ kind: 'done', ...sum });
