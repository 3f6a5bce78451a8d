import { backupArchive, readEdition, restoreArchive, verifyArchive } from '../../src/service/index.ts';
import { listSources } from '../../src/store/index.ts';
import { keepInvented, openBenchArchive } from './fill.ts';

/** What copying an archive that is written to came to. */
export interface Backup {
  readonly articles: number;
  /** Articles that were kept while it was copied. */
  readonly keptMeanwhile: number;
  readonly backupSeconds: number;
  readonly restoreSeconds: number;
  readonly mismatches: number;
  /** True where the restored edition is that of an archive with the same articles. */
  readonly isSame: boolean;
}

/** Copy an archive while a writer adds to it, restore the copy, and compare with one that was filled with what the copy holds. */
export async function backupUnderLoad(place: string, articles: number): Promise<Backup> {
  const [copy, again, other] = ['copy', 'again', 'other'].map((name) => `${place}_${name}`) as [string, string, string];
  const archive = await openBenchArchive(place);
  await keepInvented(archive, 0, articles);
  let next = articles;
  let isDone = false;
  const writing = (async () => {
    for (; !isDone; next += 1) await keepInvented(archive, next, next + 1);
  })();
  const backupSeconds = await time(() => backupArchive(archive, copy));
  isDone = true;
  await writing;
  await archive.close();
  const restoreSeconds = await time(() => restoreArchive(copy, again));
  const restored = await openBenchArchive(again);
  const held = (await restored.database.read((db) => listSources(db, Number.MAX_SAFE_INTEGER))).length;
  const { mismatches } = await verifyArchive(restored);
  const { hash } = await readEdition(restored);
  await restored.close();
  const whole = await openBenchArchive(other);
  await keepInvented(whole, 0, held);
  const isSame = (await readEdition(whole)).hash === hash;
  await whole.close();
  return {
    articles: held,
    keptMeanwhile: next - articles,
    backupSeconds,
    restoreSeconds,
    mismatches: mismatches.length,
    isSame,
  };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return Number(((performance.now() - before) / 1000).toFixed(1));
}
