import { makeReader, type TrainedReader } from '../../src/annotate/reader/index.ts';
import { loadTables, openNetwork, type Runtime } from '../../src/io/index.ts';

/** Open the shipped reader for a test. */
export async function openReader(runtime: Runtime = 'native'): Promise<TrainedReader> {
  return makeReader(await openNetwork(runtime), await loadTables());
}
