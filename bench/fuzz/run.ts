import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { makeInput } from './target.ts';
import type { FuzzTask, ThreadMessage } from './thread.ts';

/** Result of fuzzing one reader; `slowest` is the longest time of one input, in seconds. */
export interface FuzzCount {
  readonly reader: string;
  readonly inputs: number;
  readonly bytes: number;
  readonly pages: number;
  readonly claims: number;
  readonly slowest: number;
  readonly crashes: readonly string[];
  readonly hangs: readonly string[];
  readonly overMemory: readonly string[];
}

export interface Bounds {
  readonly bytes: number;
  readonly seed: number;
  readonly maxSeconds: number;
  readonly maxMegabytes: number;
  readonly wholeEach: number;
}

/** Folder for inputs that crashed or stalled a reader; from then on a test reads all of them. */
export const foundFolder = new URL('./found/', import.meta.url);

/** Options by which a thread loads the TypeScript of a checkout. */
const loader = [
  '--import',
  'data:text/javascript,import { register } from "tsx/esm/api"; register();'.replace(
    'tsx/esm/api',
    import.meta.resolve('tsx/esm/api'),
  ),
];

/**
 * Fuzz one reader in a thread, with a time limit for each input and a memory limit; when an input ends the thread, a new one
 * continues after it.
 */
export async function fuzzReader(reader: string, bounds: Bounds): Promise<FuzzCount> {
  const sum = { inputs: 0, bytes: 0, pages: 0, claims: 0, slowest: 0 };
  const falls = { crashes: [] as string[], hangs: [] as string[], overMemory: [] as string[] };
  for (let first = 0; sum.bytes < bounds.bytes; ) {
    const stint = await runThread(reader, first, bounds.bytes - sum.bytes, bounds, (number, stack) =>
      falls.crashes.push(`${save(reader, number, bounds.seed)}: ${stack}`),
    );
    for (const key of ['inputs', 'bytes', 'pages', 'claims'] as const) sum[key] += stint[key];
    sum.slowest = Math.max(sum.slowest, stint.slowest);
    if (stint.end === 'done') break;
    if (stint.at < first) throw new Error('the thread could not begin');
    falls[stint.end].push(save(reader, stint.at, bounds.seed));
    sum.inputs += 1;
    sum.bytes += makeInput(reader, stint.at, bounds.seed).length;
    first = stint.at + 1;
  }
  return { reader, ...sum, ...falls };
}

interface Stint {
  readonly end: 'done' | 'hangs' | 'overMemory' | 'crashes';
  readonly at: number;
  readonly inputs: number;
  readonly bytes: number;
  readonly pages: number;
  readonly claims: number;
  readonly slowest: number;
}

async function runThread(
  reader: string,
  first: number,
  bytes: number,
  { seed, wholeEach, maxSeconds, maxMegabytes }: Bounds,
  onCrash: (number: number, stack: string) => void,
): Promise<Stint> {
  const cell = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const orders: FuzzTask = { reader, seed, first, bytes, wholeEach, cell };
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: orders,
    execArgv: loader,
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
  });
  let last = { inputs: 0, bytes: 0, pages: 0, claims: 0, slowest: 0 };
  let end: Stint['end'] | undefined;
  thread.on('message', (word: ThreadMessage) => {
    if (word.kind === 'crash') onCrash(word.number, word.stack);
    else {
      const { kind, ...sum } = word;
      last = sum;
      if (kind === 'done') end = 'done';
    }
  });
  thread.on('error', (error) => {
    end = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'overMemory' : 'crashes';
    if (end === 'crashes') process.stderr.write(`${error.stack}\n`);
  });
  thread.on('exit', () => {
    end ??= 'crashes';
  });
  const base = process.memoryUsage.rss() / 1e6;
  // The thread's own heap is limited already; memory outside it (buffers) shows only in the size of the process.
  // Time is that of the processor: on a busy machine an input waits through no fault of its own. One that only waits is stopped by the clock.
  for (let seen = -1, since = readClocks(); end === undefined; await pause(25)) {
    const at = Atomics.load(cell, 0);
    const now = readClocks();
    if (at !== seen) [seen, since] = [at, now];
    else if (at >= 0 && (now.worked - since.worked > maxSeconds || now.wall - since.wall > maxSeconds * patience))
      end = 'hangs';
    if (process.memoryUsage.rss() / 1e6 > base + maxMegabytes * 2) end = 'overMemory';
  }
  await thread.terminate();
  return { end, at: Atomics.load(cell, 0), ...last };
}

/** How many times the seconds of the processor an input may take by the clock. */
const patience = 12;

/** Seconds that this program has worked, all threads together, and seconds by the clock. */
function readClocks(): { readonly worked: number; readonly wall: number } {
  const { user, system } = process.cpuUsage();
  return { worked: (user + system) / 1e6, wall: performance.now() / 1000 };
}

/** Save an input and return its file name. */
function save(reader: string, number: number, seed: number): string {
  const bytes = makeInput(reader, number, seed);
  const name = `${reader}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.bin`;
  mkdirSync(foundFolder, { recursive: true });
  writeFileSync(new URL(name, foundFolder), bytes);
  return name;
}
