import { searchArchive, verifyArchive } from '../../src/service/index.ts';
import { listSources } from '../../src/store/index.ts';
import { keepInvented, openBenchArchive } from './fill.ts';

/** What many at once came to. */
export interface Crowd {
  readonly writes: number;
  readonly reads: number;
  readonly failures: readonly string[];
  /** Writes that were acknowledged and are not there. */
  readonly lost: number;
  readonly mismatches: number;
}

/** Let writers and readers work on one archive at once; every writer has articles of its own, and every fifth is everybody's. */
export async function crowdArchive(place: string, writers: number, readers: number, seconds: number): Promise<Crowd> {
  const archive = await openBenchArchive(`${place}&connections=${writers + readers}`);
  const end = performance.now() + seconds * 1000;
  const acknowledged = new Set<number>();
  const failures: string[] = [];
  let reads = 0;
  const write = async (own: number): Promise<void> => {
    for (let at = 0; performance.now() < end; at += 1) {
      const number = at % 5 === 0 ? at : 1_000_000 + own * 100_000 + at;
      try {
        await keepInvented(archive, number, number + 1);
        acknowledged.add(number);
      } catch (error) {
        failures.push(String(error));
      }
    }
  };
  const look = async (): Promise<void> => {
    while (performance.now() < end) {
      try {
        await searchArchive(archive, { words: 'inquiry building' });
        reads += 1;
      } catch (error) {
        failures.push(String(error));
      }
    }
  };
  await Promise.all([
    ...Array.from({ length: writers }, (_, own) => write(own)),
    ...Array.from({ length: readers }, look),
  ]);
  const sources = await archive.database.read((db) => listSources(db, Number.MAX_SAFE_INTEGER));
  const paths = new Set(sources.map(({ path }) => path));
  const lost = [...acknowledged].filter((at) => !paths.has(`${at}.txt`)).length;
  const { mismatches } = await verifyArchive(archive);
  await archive.close();
  return { writes: acknowledged.size, reads, failures, lost, mismatches: mismatches.length };
}
