/**
 * Measure the archive: `npm run bench -- archive [--sizes 1000,10000,100000] [--inserts 100] [--kills 200] [--seconds 60] [--only sqlite|postgres]`.
 *
 * Articles are invented and their readings prepared, so that no reader is measured. A figure of 0 leaves that part out.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../test/kits/postgres.ts';
import { crowdArchive } from '../archive/crowd.ts';
import { type Growth, measureGrowth } from '../archive/growth.ts';
import { killWriters, writeOn } from '../archive/kill.ts';

const here = new URL(import.meta.url);
const write = (line: string): void => void process.stdout.write(`${line}\n`);

function print(where: string, growth: Growth): void {
  const ms = ([p50, p95]: readonly [number, number]): string => `p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} ms`;
  const disk = growth.diskMegabytes === undefined ? '' : `, ${growth.diskMegabytes} MB on disk`;
  write(
    `${where.padEnd(8)} ${growth.articles} articles: kept in ${growth.keepSeconds.toFixed(1)} s, linked in ${growth.linkSeconds.toFixed(1)} s; ` +
      `one more ${ms(growth.oneMore)}, of the processor ${ms(growth.oneMoreCpu)}; search ${ms(growth.search)}; peak ${growth.peakMegabytes} MB${disk}`,
  );
}

async function main(): Promise<void> {
  const texts = { sizes: { type: 'string' }, inserts: { type: 'string' }, kills: { type: 'string' } } as const;
  const options = { ...texts, seconds: { type: 'string' }, only: { type: 'string' } } as const;
  const { values } = parseArgs({ options, allowPositionals: true });
  const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  const server = values.only === 'sqlite' ? undefined : await startPostgres(['fsync=on']);
  const isAsked = (name: string): boolean => values.only === undefined || values.only === name;
  const sizes = (values.sizes ?? '1000,10000,100000').split(',').map(Number);
  const [kills, seconds] = [Number(values.kills ?? 200), Number(values.seconds ?? 60)];
  try {
    for (const size of sizes.filter((one) => one > 0)) {
      const places = [
        ...(isAsked('sqlite') ? [join(folder, `growth-${size}`)] : []),
        ...(server ? [server.address(`growth_${size}`)] : []),
      ];
      for (const place of places) {
        const child = fork(here, ['growth', place, String(size), values.inserts ?? '100'], {
          execArgv: process.execArgv,
        });
        const [growth] = (await once(child, 'message')) as [Growth];
        print(place.startsWith('postgres:') ? 'postgres' : 'sqlite', growth);
      }
    }
    if (kills > 0) {
      if (isAsked('sqlite'))
        write(
          `sqlite   ${JSON.stringify(await killWriters(join(folder, 'kill'), join(folder, 'whole'), kills, here))}`,
        );
      if (server) {
        const killed = await killWriters(server.address('kill'), server.address('whole'), kills, here);
        write(`postgres ${JSON.stringify(killed)}`);
      }
    }
    if (seconds > 0 && server) {
      const crowd = await crowdArchive(server.address('crowd'), 20, 100, seconds);
      write(`postgres, 20 writers and 100 readers, ${seconds} s: ${JSON.stringify(crowd)}`);
    }
  } finally {
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [task, place = '', number = '', inserts = ''] = process.argv.slice(2);
if (process.send === undefined) await main();
else if (task === 'writer') await writeOn(place, Number(number));
else {
  const growth = await measureGrowth(place, Number(number), Number(inserts));
  process.send(growth, () => process.disconnect());
}
