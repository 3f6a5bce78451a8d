import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeBytes } from '../../src/ingest/decode.ts';
import type { BenchPage } from './corpus.ts';

/** What one library made of the pages. */
export interface PeerBodies {
  readonly version: string;
  /** Process CPU time of the fastest of three passes over all pages, after one to warm up. */
  readonly seconds: number;
  /** By page id. */
  readonly bodies: Readonly<Record<string, string>>;
}

/**
 * Read the pages with the libraries of `peers.py`; says why where they cannot run.
 *
 * `VARIORUM_PEERS_PYTHON` names a Python with trafilatura, newspaper4k and rs-trafilatura; what it lacks is skipped. Those alone
 * whose names begin with `beside` are run.
 */
export function runBodyPeers(
  pages: readonly BenchPage[],
  beside: string,
): Readonly<Record<string, PeerBodies>> | string {
  const python = process.env.VARIORUM_PEERS_PYTHON ?? 'python3';
  const folder = mkdtempSync(join(tmpdir(), 'variorum-body-'));
  try {
    const path = join(folder, 'pages.jsonl');
    const line = ({ id, url, bytes }: BenchPage): string =>
      `${JSON.stringify({ id, url, html: decodeBytes(bytes).text })}\n`;
    writeFileSync(path, pages.map(line).join(''));
    const script = fileURLToPath(new URL('./peers.py', import.meta.url));
    const run = spawnSync(python, [script, path, beside], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.status !== 0) return `${python} cannot run them (${(run.stderr ?? '').trim().split('\n').at(-1)})`;
    const found = JSON.parse(run.stdout) as Readonly<Record<string, PeerBodies>>;
    if (Object.keys(found).length === 0)
      return `${python} has none of them (VARIORUM_PEERS_PYTHON names another Python)`;
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
