import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { readEdition, verifyArchive } from '../../src/service/index.ts';
import { listSources } from '../../src/store/index.ts';
import { keepInvented, openBenchArchive } from './fill.ts';

/** What killing a writer again and again came to. */
export interface Killed {
  readonly kills: number;
  /** Articles that were acknowledged to the parent before a kill. */
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly mismatches: number;
  /** True where the edition is that of an archive nobody killed. */
  readonly isSame: boolean;
}

const longestLifeMs = 400;

/** Kill a writer at random moments; each life adds on from the first article that is not there. `child` runs `writeOn`. */
export async function killWriters(place: string, kills: number, child: URL): Promise<Killed> {
  const acknowledged = new Set<number>();
  let next = 0;
  for (let life = 0; life < kills; life += 1) {
    const writer = fork(child, ['writer', place, String(next)], { execArgv: process.execArgv });
    writer.on('message', (at) => {
      acknowledged.add(Number(at));
      next = Math.max(next, Number(at) + 1);
    });
    await once(writer, 'message');
    await pause(Math.random() * longestLifeMs);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
  }
  const archive = await openBenchArchive(place);
  const sources = await archive.database.read((db) => listSources(db, Number.MAX_SAFE_INTEGER));
  const paths = sources.map(({ path }) => path);
  const lost = [...acknowledged].filter((at) => !paths.includes(`${at}.txt`)).length;
  // What was kept and not acknowledged belongs to it too.
  const all = Math.max(-1, ...paths.map((path) => Number.parseInt(path ?? '', 10))) + 1;
  const { mismatches } = await verifyArchive(archive);
  const { hash } = await readEdition(archive);
  await archive.close();
  const whole = await openBenchArchive(`${place}_whole`);
  await keepInvented(whole, 0, all);
  const isSame = (await readEdition(whole)).hash === hash;
  await whole.close();
  const doubled = paths.length - new Set(paths).size;
  const serious = mismatches.filter(({ what }) => what !== 'left-over').length;
  return { kills, acknowledged: acknowledged.size, lost, doubled, mismatches: serious, isSame };
}

/** Add article after article, each told to the parent once it is kept; ends by being killed. */
export async function writeOn(place: string, from: number): Promise<void> {
  const archive = await openBenchArchive(place);
  for (let at = from; ; at += 1) {
    await keepInvented(archive, at, at + 1);
    await new Promise<void>((resolve) => process.send?.(at, () => resolve()));
  }
}
