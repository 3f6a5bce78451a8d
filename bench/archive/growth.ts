import { execFileSync } from 'node:child_process';
import { linkNew, searchArchive } from '../../src/service/index.ts';
import { keepInvented, openBenchArchive } from './fill.ts';

/** What an archive of so many articles costs; milliseconds by the clock. */
export interface Growth {
  readonly articles: number;
  readonly keepSeconds: number;
  readonly linkSeconds: number;
  /** One more report: kept, linked, reconciled. */
  readonly oneMore: readonly [p50: number, p95: number];
  /** The same, of the processor: what it costs on a machine that others use as well. */
  readonly oneMoreCpu: readonly [p50: number, p95: number];
  readonly search: readonly [p50: number, p95: number];
  readonly peakMegabytes: number;
  readonly diskMegabytes: number | undefined;
}

const articlesAtOnce = 200;
const words = ['inquiry building', 'neighbour spoke', '"declined to comment"', 'traffic road', 'officers beside'];

async function time(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function spread(times: readonly number[]): readonly [number, number] {
  const sorted = times.toSorted((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted[Math.floor(sorted.length * 0.95)] ?? 0];
}

/** Fill an archive, then add reports one by one and search it. */
export async function measureGrowth(place: string, articles: number, inserts: number): Promise<Growth> {
  const archive = await openBenchArchive(place);
  const keepSeconds = await time(async () => {
    for (let at = 0; at < articles; at += articlesAtOnce)
      await keepInvented(archive, at, Math.min(articles, at + articlesAtOnce));
  });
  const linkSeconds = await time(() => linkNew(archive));
  const [more, cpu] = [[] as number[], [] as number[]];
  for (let at = 0; at < inserts; at += 1) {
    const number = articles + at * 3;
    const before = process.cpuUsage();
    more.push(
      await time(async () => {
        await keepInvented(archive, number, number + 1);
        await linkNew(archive);
      }),
    );
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  const found: number[] = [];
  for (let at = 0; at < inserts; at += 1)
    found.push(await time(() => searchArchive(archive, { words: words[at % words.length] ?? '' })));
  await archive.close();
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const isFolder = !place.startsWith('postgres:');
  const kilobytes = isFolder
    ? Number(execFileSync('du', ['-sk', place], { encoding: 'utf8' }).split('\t')[0])
    : undefined;
  return {
    articles,
    keepSeconds: keepSeconds / 1000,
    linkSeconds: linkSeconds / 1000,
    oneMore: spread(more),
    oneMoreCpu: spread(cpu),
    search: spread(found),
    peakMegabytes,
    diskMegabytes: kilobytes === undefined ? undefined : Math.round(kilobytes / 1024),
  };
}
