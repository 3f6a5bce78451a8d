/** Evaluate quality: `npm run eval -- gva|seeds|examples [--limit N] [--out PATH]`. */
import { parseArgs } from 'node:util';
import { findShared, sharedMissing } from '../test/shared.ts';
import { evaluateGva } from './gva/run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string' }, out: { type: 'string' } },
});
const what = positionals[0] ?? 'examples';
const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);

if (what === 'gva') {
  const path = findShared('corpora/gva/dev.jsonl.gz');
  if (path === undefined) process.stdout.write(`gva: ${sharedMissing}\n`);
  else await evaluateGva(path, { limit, out: values.out ?? 'bench/out/gva-misses' });
} else {
  process.stderr.write(`unknown evaluation ${what}: gva, seeds or examples\n`);
  process.exitCode = 2;
}
