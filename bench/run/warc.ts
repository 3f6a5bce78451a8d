/**
 * Stream a generated web archive: `npx tsx bench/run/warc.ts [--gigabytes 1] [--until articles|claims] [--workers 1]`.
 *
 * `articles` runs `variorum clean` as a user would (from dist/ where it is built); `claims` runs the library's `readEach` with
 * the fast reader. The archive lies in a temporary folder and is deleted afterwards.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeArchive } from '../warc/generate.ts';
import { followPeak } from '../warc/watch.ts';

const { values } = parseArgs({
  options: {
    gigabytes: { type: 'string', default: '1' },
    until: { type: 'string', default: 'articles' },
    workers: { type: 'string', default: '1' },
    megabytes: { type: 'string', default: '450' },
  },
});
/**
 * By default Node lets its space for new objects grow to 16 MB a half before it collects garbage. In this program most objects
 * live briefly, so a limit of 8 MB saves memory at little cost.
 */
const smallNursery = '--max-semi-space-size=8';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const built = here('../../dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'variorum-warc-'));

function commandFor(path: string): readonly string[] {
  if (values.until === 'claims')
    return ['--import', 'tsx', fileURLToPath(new URL('../warc/claims.ts', import.meta.url)), path, values.workers];
  const main = existsSync(built) ? [built] : ['--import', 'tsx', here('../../src/cli/main.ts')];
  return [smallNursery, ...main, 'clean', path, '--workers', values.workers];
}

try {
  const path = join(folder, 'crawl.warc.gz');
  const archive = await writeArchive(path, Number(values.gigabytes) * 1e9, 1);
  const count = (value: number): string => value.toLocaleString('en');
  process.stdout.write(
    `${count(archive.bytes)} bytes packed, ${count(archive.unpackedBytes)} unpacked, ${count(archive.records)} records, ${count(archive.reports)} distinct reports\n`,
  );
  const command = commandFor(path);
  const began = performance.now();
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const peak = followPeak(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) if (line !== '') lines += 1;
  const code = await ended;
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    `node ${command.map((word) => word.replace(folder, '…')).join(' ')}\n` +
      `${count(lines)} articles of ${count(archive.reports)}, exit code ${code}, ${seconds.toFixed(0)} s (${(lines / seconds).toFixed(0)} a second), ` +
      `peak resident memory ${peak()} MB of ${values.megabytes}\n`,
  );
  process.exitCode = lines === archive.reports && peak() <= Number(values.megabytes) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
