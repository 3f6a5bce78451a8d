/**
 * Measure the API: `npm run bench -- api [--incidents 10000] [--rate 200] [--seconds 60] [--archive PLACE]`.
 *
 * A server in a process of its own over SQLite, invented incidents of one report each; programs that find, look, explain, search and quote at a
 * steady rate, each incident as likely as another. An archive that is named is kept and used again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon, { type Request, type Result } from 'autocannon';
import { openRoom } from '../../src/service/index.ts';
import { openBenchArchive } from '../archive/fill.ts';
import { fillIncidents } from '../room/fill.ts';
import { makeDice } from './generate.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { incidents: text, rate: text, seconds: text, archive: text },
  allowPositionals: true,
});
const { incidents = '10000', rate = '200', seconds = '60', archive: kept } = values;
const write = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'variorum-bench-')) : undefined;
const place = kept ?? join(folder ?? '', 'archive');

/** Ways of looking, as often as they stand here. */
const looks: readonly ((id: string, word: string) => string)[] = [
  () => '/incidents?sort=killed&descending=true&limit=20',
  (_, word) => `/incidents?words=${word}`,
  (id) => `/incidents/${id}`,
  (id) => `/incidents/${id}`,
  (id) => `/incidents/${id}/readings?attribute=killed`,
  (id) => `/incidents/${id}/explanation?attribute=killed`,
  (_, word) => `/articles?words=${word}`,
  (id) => `/quotes?incident=${id}`,
  () => '/quotes?limit=10',
  () => '/status',
];
const words = ['fire', 'police', 'killed', 'mill', 'market'];

/** Fill and link an archive, so that what is measured is answering. */
async function prepare(): Promise<void> {
  if (existsSync(place)) return;
  const archive = await openBenchArchive(place);
  await fillIncidents(archive, Number(incidents));
  await openRoom(archive);
  await archive.close();
}

await prepare();
const script = fileURLToPath(new URL('../api/child.ts', import.meta.url));
const child = spawn(process.execPath, ['--import', 'tsx', script, place], { stdio: ['pipe', 'pipe', 'inherit'] });
try {
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { origin, ids } = JSON.parse(line) as { origin: string; ids: readonly string[] };
  const dice = makeDice(11);
  let made = 0;
  const next = (): string => {
    made += 1;
    const path = looks[made % looks.length]?.(ids[dice(ids.length)] ?? '', words[dice(words.length)] ?? '') ?? '';
    return `/api/v1${path}`;
  };
  // Made one by one: a long list is copied for each connection first, and what is due meanwhile would be late by that.
  const requests = [{ method: 'GET' as const, setupRequest: (request: Request) => ({ ...request, path: next() }) }];
  const times: number[] = [];
  const told = await new Promise<Result>((resolve, reject) => {
    const run = autocannon(
      {
        ...{ url: origin, requests, connections: 20, duration: Number(seconds), overallRate: Number(rate) },
        headers: { authorization: 'Bearer reader' },
      },
      (error, result) => (error === null ? resolve(result) : reject(error)),
    );
    run.on('response', (_client, _status, _bytes, took) => void times.push(took));
  });
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(0)} ms`;
  write(`${ids.length} incidents, load of the machine ${loadavg()[0]?.toFixed(1)}`);
  write(`${told.requests.total} answers in ${told.duration} s: ${told.requests.average.toFixed(0)} a second`);
  write(`p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(0.999_999)}`);
  write(`counted from when each was due: p97.5 ${told.latency.p97_5} ms, p99 ${told.latency.p99} ms`);
  write(`not 200: ${told.non2xx}, broken off: ${told.errors}, late: ${told.timeouts}`);
} finally {
  child.stdin.end();
  await new Promise((resolve) => child.once('exit', resolve));
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
