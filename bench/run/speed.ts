/** Measure speed: `npm run bench [-- --save] [--sizes 100,1000,4000] [--reader fast|deep]`; compares with bench/baseline/speed.json. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findShared } from '../../test/kits/shared.ts';
import { readRecords } from '../gva/record.ts';
import { inOwnProcess } from '../speed/child.ts';
import type { Measure } from '../speed/measure.ts';
import { generateArticles } from './generate.ts';

const { values } = parseArgs({
  options: { save: { type: 'boolean' }, sizes: { type: 'string' }, reader: { type: 'string' } },
});
const sizes = (values.sizes ?? '100,1000,4000').split(',').map(Number);
const reader = values.reader === 'fast' ? 'fast' : 'deep';
const baselinePath = new URL('../baseline/speed.json', import.meta.url);

const records = loadRecords();
const measures: Measure[] = [];
process.stdout.write(`${records.source}\n\n`);
for (const size of sizes) {
  for (const workers of size === Math.max(...sizes) ? [1, 2] : [2]) {
    const measure = await inOwnProcess(records.lines.slice(0, size), workers, reader);
    measures.push(measure);
    process.stdout.write(describe(measure));
  }
}
const stages = await inOwnProcess(
  records.lines.slice(0, Math.min(400, ...sizes.filter((size) => size >= 100))),
  0,
  reader,
);
process.stdout.write(`\nper stage, processor time of one thread, ${stages.articles} articles\n`);
for (const [stage, seconds] of Object.entries(stages.stageSeconds ?? {})) {
  const rate = (stages.articles / seconds).toFixed(0).padStart(7);
  process.stdout.write(
    `${stage.padEnd(12)} ${rate} articles/s  ${((1000 * seconds) / stages.articles).toFixed(2).padStart(8)} ms each\n`,
  );
}
compareWithBaseline();
if (values.save) {
  mkdirSync(new URL('.', baselinePath), { recursive: true });
  writeFileSync(baselinePath, `${JSON.stringify({ source: records.source, measures, stages }, null, 2)}\n`);
}

function loadRecords(): { readonly source: string; readonly lines: readonly string[] } {
  const most = Math.max(...sizes);
  const path = findShared('corpora/gva/dev.jsonl.gz');
  if (path === undefined) {
    return { source: 'invented articles', lines: generateArticles(most).map((article) => JSON.stringify(article)) };
  }
  const articles = readRecords(path).flatMap((record) => record.articles);
  const lines = articles.map(({ title, text, url, published }) =>
    JSON.stringify({ title, maintext: text, url, ...(published ? { date_publish: published } : {}) }),
  );
  return { source: 'gva/dev articles', lines: lines.slice(0, most) };
}

function describe({ articles, workers, seconds, readSeconds, peakMegabytes }: Measure): string {
  const [all, read] = [articles / seconds, articles / readSeconds];
  return (
    `${String(articles).padStart(5)} articles, ${workers} workers: ${all.toFixed(0).padStart(4)} articles/s end to end, ` +
    `${read.toFixed(0).padStart(4)} to claims, ${(seconds - readSeconds).toFixed(1)} s linking and the rest, peak ${peakMegabytes} MB\n`
  );
}

function compareWithBaseline(): void {
  if (!existsSync(baselinePath)) return;
  const baseline = JSON.parse(readFileSync(baselinePath, 'utf8')) as { source: string; measures: readonly Measure[] };
  if (baseline.source !== records.source) return;
  process.stdout.write('\nagainst the saved baseline\n');
  for (const { articles, workers, seconds, peakMegabytes } of measures) {
    const before = baseline.measures.find(
      (one) => one.articles === articles && one.workers === workers && one.reader === reader,
    );
    if (before === undefined) continue;
    const [time, memory] = [seconds / before.seconds, peakMegabytes / before.peakMegabytes];
    process.stdout.write(
      `${String(articles).padStart(5)} articles, ${workers} workers: time x${time.toFixed(2)}, memory x${memory.toFixed(2)}\n`,
    );
  }
}
