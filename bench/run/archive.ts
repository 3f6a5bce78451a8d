/**
 * Measure the archive: `npm run bench -- archive [--sizes 1000,10000,100000] [--inserts 100] [--kills 200] [--seconds 60] [--backup 1000] [--only sqlite|postgres]`.
 *
 * Articles are invented and their readings prepared, so that no reader is measured. A figure of 0 leaves that part out.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres, type TestServer } from '../../test/kits/postgres.ts';
import { backupUnderLoad } from '../archive/backup.ts';
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

/** Where archives are kept, and how much is measured. */
interface Bench {
  readonly folder: string;
  readonly server: TestServer | undefined;
  readonly isAsked: (name: string) => boolean;
}

function placesOf({ folder, server, isAsked }: Bench, name: string): readonly string[] {
  return [...(isAsked('sqlite') ? [join(folder, name)] : []), ...(server ? [server.address(name)] : [])];
}

async function grow(bench: Bench, sizes: readonly number[], inserts: string): Promise<void> {
  for (const size of sizes) {
    for (const place of placesOf(bench, `growth_${size}`)) {
      const child = fork(here, ['growth', place, String(size), inserts], { execArgv: process.execArgv });
      const [growth] = (await once(child, 'message')) as [Growth];
      print(nameOf(place), growth);
    }
  }
}

const nameOf = (place: string): string => (place.startsWith('postgres:') ? 'postgres' : 'sqlite');

const text = { type: 'string' } as const;
const options = { sizes: text, inserts: text, kills: text, seconds: text, backup: text, only: text };

async function main(): Promise<void> {
  const { values } = parseArgs({ options, allowPositionals: true });
  const { only, sizes = '1000,10000,100000', inserts = '100', kills = '200', seconds = '60', backup = '1000' } = values;
  const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  const server = only === 'sqlite' ? undefined : await startPostgres(['fsync=on']);
  const bench: Bench = { folder, server, isAsked: (name) => only === undefined || only === name };
  const tell = (place: string, told: object): void => write(`${nameOf(place).padEnd(8)} ${JSON.stringify(told)}`);
  try {
    await grow(
      bench,
      sizes
        .split(',')
        .map(Number)
        .filter((size) => size > 0),
      inserts,
    );
    if (Number(kills) > 0)
      for (const place of placesOf(bench, 'kill')) tell(place, await killWriters(place, Number(kills), here));
    if (Number(backup) > 0)
      for (const place of placesOf(bench, 'backup')) tell(place, await backupUnderLoad(place, Number(backup)));
    if (Number(seconds) > 0 && server)
      tell('postgres:', await crowdArchive(server.address('crowd'), 20, 100, Number(seconds)));
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
