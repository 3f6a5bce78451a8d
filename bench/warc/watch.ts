import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

const millisecondsBetweenLooks = 250;

/**
 * Follow a process until it ends; the function it returns gives the peak of its resident memory in megabytes, 0 on systems
 * without `/proc` (other than Linux).
 */
export function followPeak(child: ChildProcess): () => number {
  let peak = 0;
  const look = (): void => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000);
    } catch {
      // The process has ended.
    }
  };
  const timer = setInterval(look, millisecondsBetweenLooks);
  child.once('exit', () => clearInterval(timer));
  return () => Math.round(peak);
}
