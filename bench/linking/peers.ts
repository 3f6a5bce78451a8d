import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Group labels that other methods give the same texts: by method and setting, a label for each text. */
export type PeerLabels = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/**
 * Cluster texts with the methods in `peers.py`; returns a reason where they cannot run.
 *
 * `VARIORUM_PEERS_PYTHON` names a Python with numpy and scikit-learn, `VARIORUM_PEERS_CACHE` a file for embeddings.
 */
export function runPeers(texts: readonly string[]): PeerLabels | string {
  const python = process.env.VARIORUM_PEERS_PYTHON ?? 'python3';
  const folder = mkdtempSync(join(tmpdir(), 'variorum-peers-'));
  try {
    const path = join(folder, 'articles.jsonl');
    writeFileSync(path, texts.map((text, at) => `${JSON.stringify({ id: String(at), text })}\n`).join(''));
    const script = fileURLToPath(new URL('./peers.py', import.meta.url));
    const cache = process.env.VARIORUM_PEERS_CACHE;
    const run = spawnSync(python, [script, path, ...(cache === undefined ? [] : [cache])], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (run.status !== 0) return `skipped: ${python} cannot run them (${(run.stderr ?? '').trim().split('\n').at(-1)})`;
    return JSON.parse(run.stdout) as PeerLabels;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
