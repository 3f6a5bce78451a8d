import { unpackDefaults } from '../../src/ingest/index.ts';
import { isIssue, unpack } from '../../src/ingest/unpack/index.ts';
import { openInput, readPages, type StageContext } from '../../src/pipeline/intake/document.ts';
import { makeSettings } from '../../src/pipeline/settings.ts';
import { openResources } from '../../src/pipeline/workers/stage-context.ts';
import { diceOf, drawChanges, mutate } from './mutate.ts';
import { type Seed, seeds } from './seeds.ts';

/** Number of pages, articles and claims that one input gave. */
export interface ReadCounts {
  readonly pages: number;
  readonly articles: number;
  readonly claims: number;
}

export const context = { now: '2031-06-01T00:00:00Z', seed: 0 } as const;

/** Open the stage context of the fast reader. */
export function openFastReader(): Promise<StageContext> {
  return openResources(makeSettings({ reader: 'fast' }), context);
}

/** Make input number `number` of a reader; the same seed gives the same input. */
export function makeInput(reader: string, number: number, seed: number): Uint8Array {
  const own = seeds[reader] ?? [];
  const dice = diceOf(seed, reader, number);
  const chosen = own[dice(own.length)] as Seed;
  const other = own[dice(own.length)] as Seed;
  const changed = mutate(chosen.bytes, drawChanges(dice), other.bytes);
  return chosen.wrap === undefined ? changed : chosen.wrap(changed);
}

/** Open and read bytes as a run does; with `isWhole`, as far as claims. Throws only for a bug. */
export async function readHostile(
  bytes: Uint8Array,
  stageContext: StageContext,
  isWhole: boolean,
): Promise<ReadCounts> {
  let [pages, articles, claims] = [0, 0, 0];
  for await (const found of unpack({ bytes, path: 'fuzz' }, unpackDefaults)) {
    if (isIssue(found)) continue;
    const opened = openInput(found, stageContext);
    pages += opened.value.length;
    // A mutation can turn one record into thousands; the first eight are enough.
    const read = await readPages(
      opened.value.slice(0, 8),
      isWhole ? stageContext : { settings: stageContext.settings, context },
    );
    articles += read.articles.length;
    claims += read.readings.reduce((sum, reading) => sum + reading.claims.length, 0);
  }
  return { pages, articles, claims };
}
