import { type Gazetteer, makeReader, openGazetteer, type TrainedReader } from '../../annotate/index.ts';
import { findRuntime, loadData, loadTables, openNetwork } from '../../io/index.ts';
import type { Context, Runtime } from '../../model/index.ts';
import { readArticle } from '../intake/article.ts';
import type { StageContext } from '../intake/document.ts';
import type { Settings } from '../settings.ts';

// Shipped data never changes while a program runs, so one thread opens it once.
let gazetteer: Promise<Gazetteer> | undefined;
const readers = new Map<Runtime, Promise<TrainedReader>>();

/** Does something that must not be cut short; see gate.ts. */
export type Guard = <T>(doing: () => Promise<T>) => Promise<T>;

/**
 * Set up a stageContext: load from disk what the per-document stages look things up in, and the trained reader where settings ask for it.
 *
 * `runtime` computes that reader's network, the fastest there is where none is named; `guard` goes around what must not be cut short.
 */
export async function openResources(
  settings: Settings,
  context: Context,
  {
    runtime: asked,
    guard = (doing) => doing(),
  }: { readonly runtime?: Runtime | undefined; readonly guard?: Guard } = {},
): Promise<StageContext> {
  gazetteer ??= loadData('gazetteer.tsv.gz').then(openGazetteer);
  if (settings.reader === 'fast') {
    return { settings, context, readArticle, resources: { gazetteer: await gazetteer } };
  }
  const runtime = asked ?? (await findRuntime());
  if (runtime === undefined) throw new Error('the trained reader was asked for where nothing can run it');
  const reader = readers.get(runtime) ?? openReader(runtime, guard);
  readers.set(runtime, reader);
  return { settings, context, readArticle, resources: { gazetteer: await gazetteer, reader: await reader } };
}

async function openReader(runtime: Runtime, guard: Guard): Promise<TrainedReader> {
  const network = await guard(() => openNetwork(runtime));
  return makeReader({ run: (batch) => guard(() => network.run(batch)) }, await loadTables());
}
