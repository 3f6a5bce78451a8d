/**
 * Fuzz the readers: `npx tsx bench/run/fuzz.ts [--bytes 10000000] [--reader NAME,…] [--seed 1] [--whole 10]`.
 *
 * Every input is unpacked, ingested and cleaned, and every tenth (`--whole`) read as far as claims. An input that takes too
 * long, needs too much memory or throws is saved to bench/fuzz/found/, and a test reads it from then on.
 */
import { parseArgs } from 'node:util';
import { fuzzReader } from '../fuzz/run.ts';
import { seeds } from '../fuzz/seeds.ts';

const { values } = parseArgs({
  options: {
    bytes: { type: 'string', default: '10000000' },
    reader: { type: 'string' },
    seed: { type: 'string', default: '1' },
    whole: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '10' },
    megabytes: { type: 'string', default: '512' },
  },
});
const bounds = {
  bytes: Number(values.bytes),
  seed: Number(values.seed),
  wholeEach: Number(values.whole),
  maxSeconds: Number(values.seconds),
  maxMegabytes: Number(values.megabytes),
};
process.stdout.write(
  `deadline ${bounds.maxSeconds} s of processor time an input, memory ${bounds.maxMegabytes} MB of heap, seed ${bounds.seed}\n` +
    'reader        inputs       bytes     pages    claims  crashes  hangs  over memory  slowest\n',
);
let falls = 0;
for (const reader of values.reader?.split(',') ?? Object.keys(seeds)) {
  const count = await fuzzReader(reader, bounds);
  const cells = [count.inputs, count.bytes, count.pages, count.claims].map((value) => value.toLocaleString('en'));
  const [inputs = '', bytes = '', pages = '', claims = ''] = cells;
  process.stdout.write(
    `${reader.padEnd(10)} ${inputs.padStart(9)} ${bytes.padStart(11)} ${pages.padStart(9)} ${claims.padStart(9)} ` +
      `${String(count.crashes.length).padStart(8)} ${String(count.hangs.length).padStart(6)} ${String(count.overMemory.length).padStart(12)} ` +
      `${count.slowest.toFixed(2).padStart(7)}s\n`,
  );
  for (const [what, found] of Object.entries({
    crash: count.crashes,
    hang: count.hangs,
    'over memory': count.overMemory,
  }))
    for (const one of found.slice(0, 3)) process.stdout.write(`  ${what}: ${one}\n`);
  falls += count.crashes.length + count.hangs.length + count.overMemory.length;
}
process.exitCode = falls === 0 ? 0 : 1;
