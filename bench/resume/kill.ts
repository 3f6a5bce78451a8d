import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generateArticles, makeDice } from '../run/generate.ts';

/** What to run, and how often to kill it. */
export interface Plan {
  /** An empty folder for the reports and results. */
  readonly folder: string;
  readonly files: number;
  readonly kills: number;
  readonly seed: number;
  readonly reader: 'fast' | 'deep';
  readonly workers: number;
}

/** Outcome of running once without and once with kills. */
export interface KillResult {
  /** Number of runs killed before they kept anything new, while reading, and while linking or writing. */
  readonly killed: { readonly starting: number; readonly reading: number; readonly ending: number };
  /** Number of results kept in the end, and of results that were kept more than once. */
  readonly kept: number;
  readonly keptTwice: number;
  /** Largest number of documents that can have been under way when a run was killed, and were begun again. */
  readonly begunAgain: number;
  readonly sameBytes: boolean;
  readonly sameManifest: boolean;
  readonly articles: number;
  readonly seconds: { readonly whole: number; readonly killed: number };
}

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Read generated files once without interruption and once with kills (SIGKILL) at random moments, and compare the editions. */
export async function killAndResume(plan: Plan): Promise<KillResult> {
  const { folder, kills, seed, workers } = plan;
  writeReports(plan);
  const began = performance.now();
  await finish(start(plan, 'whole'));
  const between = performance.now();
  const wanted = keptBytes(join(folder, 'whole'));
  const dice = makeDice(seed);
  // Moments are parts of the results kept: some lie before the first (below 0), some after the last (above 1).
  const moments = Array.from({ length: kills }, () => -0.05 + (dice(10_000) / 10_000) * 1.1).sort((a, b) => a - b);
  const killed = { starting: 0, reading: 0, ending: 0 };
  let isOver = false;
  for (const moment of moments) {
    const at = isOver ? undefined : await killAt(plan, moment, wanted, dice);
    if (at !== undefined) killed[at] += 1;
    else isOver = true;
  }
  // A run that ended before it could be killed has written its edition. Another would be a new run with a new time, so none is
  // started.
  if (!isOver) await finish(start(plan, 'killed'));
  const entries = listKeys(join(folder, 'killed'));
  const edition = readFileSync(join(folder, 'killed.json'), 'utf8');
  return {
    killed,
    kept: new Set(entries).size,
    keptTwice: entries.length - new Set(entries).size,
    begunAgain: (killed.reading + killed.starting) * workers,
    sameBytes: edition === readFileSync(join(folder, 'whole.json'), 'utf8'),
    sameManifest: manifest(folder, 'killed') === manifest(folder, 'whole'),
    articles: JSON.parse(edition).articles.length,
    seconds: { whole: (between - began) / 1000, killed: (performance.now() - between) / 1000 },
  };
}

function manifest(folder: string, name: string): string {
  return readFileSync(join(folder, name, 'manifest.jsonl'), 'utf8');
}

function writeReports({ folder, files, seed }: Plan): void {
  mkdirSync(join(folder, 'reports'), { recursive: true });
  for (const [at, article] of generateArticles(files, seed).entries()) {
    writeFileSync(join(folder, 'reports', `${String(at).padStart(6, '0')}.json`), JSON.stringify(article));
  }
}

function start({ folder, reader, workers }: Plan, name: string): ChildProcess {
  const names = ['--work', join(folder, name), '--out', join(folder, `${name}.json`)];
  const options = ['--reader', reader, '--workers', String(workers), ...names];
  return spawn(process.execPath, ['--import', 'tsx', main, 'read', join(folder, 'reports'), ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function finish(child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the run ended with ${code}`);
}

/** Kill a run shortly after it has kept a certain part of the results; returns where the run was, or undefined if it had ended. */
async function killAt(
  plan: Plan,
  moment: number,
  wanted: number,
  dice: (limit: number) => number,
): Promise<'starting' | 'reading' | 'ending' | undefined> {
  const work = join(plan.folder, 'killed');
  const before = keptBytes(work);
  const child = start(plan, 'killed');
  const isThere = (): boolean => child.exitCode === null && child.signalCode === null;
  // Results contain the time of their run and so may be some bytes shorter in another: 99.8 % of the bytes count as all.
  const enough = Math.min(moment, 0.998) * wanted;
  const isReached = (): boolean => (moment < 0 ? dice(300) === 0 : keptBytes(work) >= enough);
  while (isThere() && !isReached()) await pause(5);
  await pause(dice(moment > 1 ? 200 : 40));
  if (!isThere()) return undefined;
  child.kill('SIGKILL');
  await once(child, 'exit');
  const after = keptBytes(work);
  return after >= wanted * 0.998 ? 'ending' : after === before ? 'starting' : 'reading';
}

function segmentsOf(work: string): readonly string[] {
  if (!existsSync(work)) return [];
  return readdirSync(work).flatMap((name) => (name.startsWith('finished-') ? [join(work, name)] : []));
}

function keptBytes(work: string): number {
  return segmentsOf(work).reduce((sum, path) => sum + statSync(path).size, 0);
}

/** List the keys of all complete results in a work folder; the file format is that of src/io/journal.ts. */
function listKeys(work: string): readonly string[] {
  return segmentsOf(work).flatMap((path) => {
    const bytes = readFileSync(path);
    const keys: string[] = [];
    for (let at = 0; at + 32 <= bytes.length; ) {
      const next = at + 32 + bytes.readUInt32BE(at + 4);
      if (next <= bytes.length) keys.push(bytes.toString('hex', at + 8, at + 24));
      at = next;
    }
    return keys;
  });
}
