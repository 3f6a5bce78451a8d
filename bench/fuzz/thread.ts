/** A thread that fuzzes one reader until it has read enough, or until it is ended over one input. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeInput, openFastReader, readHostile } from './target.ts';

/** What a thread is given: inputs from number `first` on until `bytes` are read; `cell` tells which one it is at. */
export interface FuzzTask {
  readonly reader: string;
  readonly seed: number;
  readonly first: number;
  readonly bytes: number;
  /** Every how many inputs one goes through to claims. */
  readonly wholeEach: number;
  readonly cell: Int32Array;
}

/** What a thread sends back: an input that threw, or how far it is. */
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
