/** Measure what assistants are answered: `npm run bench -- mcp [--incidents 10000] [--turns 40] [--place FOLDER]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAssistant } from '../mcp/measure.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: { incidents: { type: 'string' }, turns: { type: 'string' }, place: { type: 'string' } },
});
const [incidents, turns] = [Number(values.incidents ?? 10_000), Number(values.turns ?? 40)];
const place = values.place ?? mkdtempSync(join(tmpdir(), 'variorum-mcp-'));
process.stdout.write(`${incidents} invented incidents; load of the machine ${loadavg()[0]?.toFixed(1)}\n`);
for (const cost of await measureAssistant(place, incidents, turns)) {
  const { name, calls, failed, mostTokens, times, quotes, bare, wrong } = cost;
  const [p50, p95] = times.map((time) => Math.round(time));
  process.stdout.write(
    `${name}: ${calls} calls (${failed} refused), at most ${mostTokens} tokens, ${p50} ms (95th percentile ${p95} ms), ${quotes} quotes, ${wrong} not as told, ${bare} figures without words\n`,
  );
}
if (values.place === undefined) rmSync(place, { recursive: true, force: true });
