import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Measure, measureRun, type ReaderName } from './measure.ts';

interface Order {
  readonly lines: readonly string[];
  readonly workers: number;
  readonly reader: ReaderName;
}

/** Measure in a separate process, since memory and compiled code of one measurement would affect the next. */
export async function inOwnProcess(lines: readonly string[], workers: number, reader: ReaderName): Promise<Measure> {
  const child = fork(new URL(import.meta.url), ['--measure'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send({ lines, workers, reader } satisfies Order);
  const [message] = (await once(child, 'message')) as [Measure];
  child.disconnect();
  return message;
}

if (process.argv.includes('--measure')) {
  const [order] = (await once(process, 'message')) as [Order];
  process.send?.(await measureRun(order.lines, order.workers, order.reader));
}
