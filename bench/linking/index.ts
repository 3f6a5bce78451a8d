import { findShared, sharedMissing } from '../../test/kits/shared.ts';
import { printCopies, tryCopies } from './copies.ts';
import { evaluateMeantime } from './meantime.ts';
import { printPairs, readPairs, scoreHardPairs } from './pairs.ts';
import { evaluatePool } from './run.ts';

/** Evaluate linking on invented hard pairs, generated copies, MEANTIME's events, and all articles of gva in one run. */
export async function evaluateLinking(limit: number, write: (text: string) => void): Promise<void> {
  write(printPairs(await scoreHardPairs(readPairs())));
  write(printCopies(await tryCopies()));
  const events = findShared('corpora/meantime/meantime.tar.gz');
  write(events === undefined ? `meantime: ${sharedMissing}\n` : await evaluateMeantime(events));
  const path = findShared('corpora/gva/dev.jsonl.gz');
  if (path === undefined) write(`gva: ${sharedMissing}\n`);
  else await evaluatePool(path, limit, write);
}
