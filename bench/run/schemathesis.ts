/**
 * Fuzz the API with Schemathesis: `npx tsx bench/run/schemathesis.ts --bin PATH/schemathesis [--examples 50] [--only sqlite|postgres]`.
 *
 * After `npm run page`: exports hold the page. A real server over SQLite, then over a real PostgreSQL, each with invented reports; every operation of the document is asked, alone and in
 * sequences. Fails where an answer is a 5xx, is outside the document, or is one of those the server took for its own mistake.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { usualLimits } from '../../src/http/limits.ts';
import { addReports, openRoom, type Room, releaseEdition } from '../../src/service/index.ts';
import { serveApi } from '../../test/kits/api.ts';
import { openTestArchive, writeReport } from '../../test/kits/archives.ts';
import { startPostgres } from '../../test/kits/postgres.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { bin: text, examples: text, only: text, seed: text } });
const { bin = 'schemathesis', examples = '50', only, seed = '7' } = values;
const root = fileURLToPath(new URL('../..', import.meta.url));

const reports = [
  { path: 'a.json', content: writeReport('Springfield', 12) },
  { path: 'b.json', content: writeReport('Springfield', 14, 'officials', '2031-05-07') },
  { path: 'c.json', content: writeReport('Dayton', 3) },
  { path: 'd.json', content: writeReport('Salem', 5) },
];

/** Name what is there, so that not everything asked for is missing. */
function nameThere({ board }: Room): string {
  const [row] = [...board.values()].sort((x, y) => y.articles.length - x.articles.length);
  const there = { incident: row?.id ?? '', article: row?.articles[0] ?? '', before: 'first', after: 'now' };
  const lines = Object.entries(there).map(([name, value]) => `"path.${name}" = "${value}"`);
  return ['', '[parameters]', ...lines, ''].join('\n');
}

/** Ask everything of an archive at a place, then what is there; returns whether all was as the document says. */
async function fuzz(name: string, place: string): Promise<boolean> {
  const archive = await openTestArchive(place);
  await addReports(archive, reports);
  const made = await openRoom(archive);
  await releaseEdition(made, 'A. Editor', { name: 'first' });
  const served = await serveApi(archive, { ...usualLimits, burst: 1e6, perSecond: 1e6 });
  const config = readFileSync(join(root, 'bench/api/schemathesis.toml'), 'utf8');
  const codes: number[] = [];
  for (const [what, more] of [
    ['names made up', ''],
    ['names that are there', nameThere(made)],
  ] as const) {
    const path = join(folder, 'schemathesis.toml');
    writeFileSync(path, config + more);
    process.stdout.write(`== ${name}, ${what}\n`);
    codes.push(await run(path, served.origin));
  }
  await served.close();
  await archive.close();
  for (const complaint of served.complaints) process.stdout.write(`${complaint}\n`);
  process.stdout.write(`${name}: exits ${codes.join(', ')}; ${served.complaints.length} mistakes of the server\n`);
  return codes.every((code) => code === 0) && served.complaints.length === 0;
}

async function run(config: string, origin: string): Promise<number> {
  const args = [
    ...['--config-file', config, 'run', 'schema/openapi.json', '--url', `${origin}/api/v1`, '--checks', 'all'],
    // The stream of events never ends.
    ...['--exclude-path', '/events', '--max-examples', examples, '--seed', seed, '--workers', '1'],
    // What takes longer than its patience the server answers with a job.
    ...[
      '--max-response-time',
      String(usualLimits.patience + 5),
      '--request-timeout',
      String(usualLimits.patience + 10),
    ],
  ];
  const child = spawn(bin, args, { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  return typeof code === 'number' ? code : 1;
}

const folder = mkdtempSync(join(tmpdir(), 'variorum-schemathesis-'));
const server = only === 'sqlite' ? undefined : await startPostgres();
const outcomes = [
  ...(only === 'postgres' ? [] : [await fuzz('sqlite', join(folder, 'archive'))]),
  ...(server === undefined ? [] : [await fuzz('postgres', server.address('fuzz'))]),
];
server?.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(outcomes.every(Boolean) ? 0 : 1);
