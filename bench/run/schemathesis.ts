/**
 * Fuzz the API with Schemathesis: `npx tsx bench/run/schemathesis.ts --bin PATH/schemathesis [--examples 50] [--only sqlite|postgres]`.
 *
 * A real server over SQLite, then over a real PostgreSQL, each with invented reports; every operation of the document is asked, alone and in
 * sequences. Fails where an answer is a 5xx, is outside the document, or is one of those the server took for its own mistake.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { usualLimits } from '../../src/http/limits.ts';
import { addReports, openRoom, releaseEdition } from '../../src/service/index.ts';
import { openTestArchive, writeReport } from '../../test/kits/archives.ts';
import { startPostgres } from '../../test/kits/postgres.ts';
import { serveApi } from '../api/serve.ts';

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

/** Ask everything of an archive at a place; returns whether all was as the document says. */
async function fuzz(name: string, place: string): Promise<boolean> {
  const archive = await openTestArchive(place);
  await addReports(archive, reports);
  await releaseEdition(await openRoom(archive), 'A. Editor', { name: 'first' });
  const limits = { ...usualLimits, burst: 1e6, perSecond: 1e6 };
  const served = await serveApi(archive, limits, false);
  process.stdout.write(`== ${name}\n`);
  const child = spawn(
    bin,
    [
      ...[
        '--config-file',
        'bench/api/schemathesis.toml',
        'run',
        'schema/openapi.json',
        '--url',
        `${served.origin}/api/v1`,
      ],
      // The stream of events never ends.
      ...['--exclude-path', '/events', '--checks', 'all', '--max-examples', examples, '--seed', seed, '--workers', '1'],
    ],
    { cwd: root, stdio: 'inherit' },
  );
  const code = await new Promise((resolve) => child.once('exit', resolve));
  await served.close();
  await archive.close();
  for (const complaint of served.complaints) process.stdout.write(`${complaint}\n`);
  process.stdout.write(`${name}: exit ${String(code)}, ${served.complaints.length} mistakes of the server\n`);
  return code === 0 && served.complaints.length === 0;
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
