/** Measure how the time and memory of linking grow: `npx tsx bench/run/scale.ts [--sizes 1000,10000,100000] [--inserts 200]`. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { defaults, Linker } from '../../src/link/index.ts';
import { type InventedReading, inventReading } from '../linking/invent.ts';
import { scoreBCubed } from '../linking/score.ts';

/** Cost of linking a number of invented articles. Seconds are of processor time, which other programs on the machine affect less. */
interface Scale {
  readonly articles: number;
  readonly addSeconds: number;
  readonly tellSeconds: number;
  readonly peakMegabytes: number;
  readonly f1: number;
  /** Processor time of adding one more article, in milliseconds. */
  readonly insertMedian: number;
  readonly insertLate: number;
}

function timeSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Link a few other invented articles first, so that compiling the code is not counted for the first size. */
function warmUp(): void {
  const linker = new Linker(defaults);
  linker.add(Array.from({ length: 1500 }, (_, at) => inventReading(at, 2).reading));
  linker.linked();
}

function measure(articles: number, inserts: number): Scale {
  warmUp();
  const invented: InventedReading[] = [];
  for (let at = 0; at < articles; at += 1) invented.push(inventReading(at));
  const linker = new Linker(defaults);
  let groups: readonly (readonly string[])[] = [];
  const addSeconds = timeSeconds(() => {
    groups = linker.add(invented.map(({ reading }) => reading)).incidents.after;
  });
  const found = new Map(groups.flatMap((group) => group.map((mention) => [mention, group[0] ?? ''] as const)));
  const { f1 } = scoreBCubed(
    invented.map(({ incident }) => incident),
    invented.map(({ reading }) => found.get(reading.mentions[0]?.id ?? '') ?? ''),
  );
  const times = Array.from({ length: inserts }, (_, at) => {
    const { reading } = inventReading(articles + at * 3);
    return 1000 * timeSeconds(() => linker.add([reading]));
  }).sort((a, b) => a - b);
  const tellSeconds = timeSeconds(() => linker.linked());
  return {
    articles,
    addSeconds,
    tellSeconds,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    f1,
    insertMedian: times[Math.floor(times.length / 2)] ?? 0,
    insertLate: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

function print(scale: Scale, first: Scale): void {
  const perArticle = ({ addSeconds, tellSeconds, articles }: Scale): number => (addSeconds + tellSeconds) / articles;
  const growth = perArticle(scale) / perArticle(first);
  process.stdout.write(
    `${String(scale.articles).padStart(6)} articles: ${scale.addSeconds.toFixed(1)} s to link, ` +
      `${scale.tellSeconds.toFixed(1)} s to tell with copies, x${growth.toFixed(2)} of linear, peak ${scale.peakMegabytes} MB, ` +
      `B-cubed F1 ${scale.f1.toFixed(3)}; one more: median ${scale.insertMedian.toFixed(1)} ms, 95th ${scale.insertLate.toFixed(1)} ms\n`,
  );
}

if (process.send === undefined) {
  const { values } = parseArgs({ options: { sizes: { type: 'string' }, inserts: { type: 'string' } } });
  let first: Scale | undefined;
  for (const size of (values.sizes ?? '1000,10000,100000').split(',')) {
    // Each size runs in a process of its own, since memory and compiled code of one would affect the next.
    const child = fork(new URL(import.meta.url), [size, values.inserts ?? '200'], {
      execArgv: [...process.execArgv, '--max-old-space-size=4096'],
    });
    const [scale] = (await once(child, 'message')) as [Scale];
    first ??= scale;
    print(scale, first);
  }
} else {
  const [size = '1000', inserts = '200'] = process.argv.slice(2);
  process.send(measure(Number(size), Number(inserts)));
}
