import { makeReader, type TrainedReader } from '../../src/annotate/reader/index.ts';
import { loadTables, openNetwork } from '../../src/io/index.ts';
import type { Runtime } from '../../src/model/index.ts';

/** Open the trained reader with the shipped weights. */
export async function openReader(runtime: Runtime = 'native'): Promise<TrainedReader> {
  return makeReader(await openNetwork(runtime), await loadTables());
}
