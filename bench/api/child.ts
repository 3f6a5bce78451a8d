/** Serve the API of an archive in a process of its own, and print where: `child.ts PLACE`; ends with its input, and tells what held it up. */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { usualLimits } from '../../src/http/limits.ts';
import { serveApi } from '../../test/kits/api.ts';
import { openBenchArchive } from '../archive/fill.ts';

const slowMs = 500;
const mostTold = 10;

const archive = await openBenchArchive(process.argv[2] ?? '');
// Each of the programs may ask as much as all of them do.
const served = await serveApi(archive, { ...usualLimits, burst: 1e6, perSecond: 1e6 });

const began = performance.now();
const begun = new WeakMap<object, number>();
const slow: string[] = [];
subscribe('http.server.request.start', (message) => {
  begun.set((message as { readonly request: IncomingMessage }).request, performance.now());
});
subscribe('http.server.response.finish', (message) => {
  const { request } = message as { readonly request: IncomingMessage };
  const now = performance.now();
  const took = now - (begun.get(request) ?? now);
  const at = ((now - took - began) / 1000).toFixed(1);
  if (took > slowMs) slow.push(`${took.toFixed(0)} ms from second ${at}: ${request.url}`);
});
const loop = monitorEventLoopDelay({ resolution: 10 });
loop.enable();
let longestGc = 0;
const collections = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestGc = Math.max(longestGc, duration);
});
collections.observe({ entryTypes: ['gc'] });

process.stdout.write(`${JSON.stringify({ origin: served.origin, ids: [...served.room.board.keys()] })}\n`);
process.stdin.resume();
process.stdin.once('end', async () => {
  const { user, system } = process.cpuUsage();
  const told = [
    `event loop: p99 ${(loop.percentile(99) / 1e6).toFixed(0)} ms, longest ${(loop.max / 1e6).toFixed(0)} ms; longest collection of memory ${longestGc.toFixed(0)} ms; processor ${((user + system) / 1e6).toFixed(0)} s`,
    `${slow.length} answers over ${slowMs} ms`,
    ...slow.slice(0, mostTold),
    ...served.complaints,
  ];
  process.stderr.write(`${told.join('\n')}\n`);
  await served.close();
  await archive.close();
});
