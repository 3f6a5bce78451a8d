import { makeReader, type Reader } from '../../annotate/index.ts';
import { type Gazetteer, openGazetteer } from '../../annotate/places/gazetteer.ts';
import { findRuntime, loadData, loadTables, openNetwork, type Runtime } from '../../io/index.ts';
import type { Context } from '../../model/index.ts';
import { readArticle } from '../intake/article.ts';
import type { Desk } from '../intake/document.ts';
import type { Settings } from '../settings.ts';

// Shipped data never changes while a program runs, so one thread opens it once.
let gazetteer: Promise<Gazetteer> | undefined;
const readers = new Map<Runtime, Promise<Reader>>();

/** Does something that must not be cut short; see gate.ts. */
export type Guard = <T>(doing: () => Promise<T>) => Promise<T>;

/** Set up a desk: load from disk what the per-document stages look things up in, and the trained reader where settings ask for it. */
export async function makeDesk(settings: Settings, context: Context, guard: Guard = (doing) => doing()): Promise<Desk> {
  gazetteer ??= loadData('gazetteer.tsv.gz').then(openGazetteer);
  if (settings.reader === 'fast') {
    return { settings, context, readArticle, resources: { gazetteer: await gazetteer } };
  }
  const runtime = await findRuntime();
  if (runtime === undefined) throw new Error('the trained reader was asked for where nothing can run it');
  const reader = readers.get(runtime) ?? openReader(runtime, guard);
  readers.set(runtime, reader);
  return { settings, context, readArticle, resources: { gazetteer: await gazetteer, reader: await reader } };
}

async function openReader(runtime: Runtime, guard: Guard): Promise<Reader> {
  const network = await guard(() => openNetwork(runtime));
  return makeReader({ run: (batch) => guard(() => network.run(batch)) }, await loadTables());
}
