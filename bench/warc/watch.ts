import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

const millisecondsBetweenLooks = 250;

/** Follow the peak of a process's resident memory until it ends, megabytes; 0 where the system does not tell (`/proc`, Linux). */
export function followPeak(child: ChildProcess): () => number {
  let peak = 0;
  const look = (): void => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000);
    } catch {
      // It has ended.
    }
  };
  const timer = setInterval(look, millisecondsBetweenLooks);
  child.once('exit', () => clearInterval(timer));
  return () => Math.round(peak);
}
