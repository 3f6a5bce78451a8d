import type { Gazetteer, TrainedReader } from '../annotate/index.ts';
import { findRuntime, loadData, loadTables, openNetwork } from '../io/index.ts';
import type { Runtime } from '../model/index.ts';

export type { Gazetteer, TrainedReader } from '../annotate/index.ts';
export { findRuntime, loadPageAssets, loadRoomAssets, type PageAssets, type RoomAssets } from '../io/index.ts';
export type { Runtime } from '../model/index.ts';

/** Does something that must not be cut short; see workers/gate.ts. */
export type Guard = <T>(doing: () => Promise<T>) => Promise<T>;

/** How to load the trained reader. */
export interface ReaderOptions {
  /** What computes its network; the fastest that can be loaded where absent. */
  readonly runtime?: Runtime | undefined;
  /** Goes around every call of the runtime. */
  readonly guard?: Guard | undefined;
}

// A thread that hands work out never needs annotate and its data, which is 100 MB.
const loadAnnotate = () => import('../annotate/index.ts');

// Shipped data never changes while a program runs, so one thread opens it once.
let gazetteer: Promise<Gazetteer> | undefined;
const readers = new Map<Runtime, Promise<TrainedReader>>();

/** Load the gazetteer that `annotate` looks places up in; 25 MB of memory, once for a thread. */
export function loadGazetteer(): Promise<Gazetteer> {
  gazetteer ??= openShipped();
  return gazetteer;
}

async function openShipped(): Promise<Gazetteer> {
  const [{ openGazetteer }, text] = await Promise.all([loadAnnotate(), loadData('gazetteer.tsv.gz')]);
  return openGazetteer(text);
}

/**
 * Load the trained reader that `deepen` reads with, once for a thread and runtime: native where that is installed, else WebAssembly.
 *
 * Throws where no runtime can be loaded.
 */
export async function loadReader({
  runtime: asked,
  guard = (doing) => doing(),
}: ReaderOptions = {}): Promise<TrainedReader> {
  const runtime = asked ?? (await findRuntime());
  if (runtime === undefined) throw new Error('no runtime for the trained reader can be loaded here');
  const reader = readers.get(runtime) ?? openReader(runtime, guard);
  readers.set(runtime, reader);
  return reader;
}

async function openReader(runtime: Runtime, guard: Guard): Promise<TrainedReader> {
  const { makeReader } = await loadAnnotate();
  const network = await guard(() => openNetwork(runtime));
  return makeReader({ run: (batch) => guard(() => network.run(batch)) }, await loadTables());
}
