/**
 * Check that both runtimes of the trained reader's network give the same editions:
 * `npx tsx bench/run/runtimes.ts [FILE.jsonl[.gz] …] [--limit 50] [--shown 20]`.
 *
 * Reads up to `limit` evenly spread records of each file into one edition under each runtime, and lists where the two editions
 * differ, other than in the recorded runtime. Without a file it takes the news of `../shared`. Exits 1 where any edition
 * differs.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { globSync } from 'tinyglobby';
import { type Edition, isRecord, type Runtime, runtimes } from '../../src/model/index.ts';
import { read } from '../../src/pipeline/index.ts';
import { compareEditions, type EditionDifferences, type FieldDifference } from '../runtimes/compare.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string', default: '50' },
    shown: { type: 'string', default: '20' },
  },
});
const news = fileURLToPath(new URL('../../../shared/corpora/news/', import.meta.url));
const files = positionals.length > 0 ? positionals : globSync('*/dev.jsonl.gz', { cwd: news, absolute: true });
const seconds: Record<Runtime, number> = { native: 0, wasm: 0 };

function sampleLines(path: string, limit: number): string {
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n');
  const step = Math.max(1, lines.length / limit);
  return Array.from({ length: Math.min(limit, lines.length) }, (_, at) => lines[Math.floor(at * step)] ?? '').join(
    '\n',
  );
}

async function readUnder(runtime: Runtime, content: string): Promise<Edition> {
  const began = performance.now();
  const edition = await read([{ content, path: 'sample.jsonl' }], {
    now: '2026-01-01T00:00:00Z',
    reader: 'deep',
    runtime,
  });
  seconds[runtime] += (performance.now() - began) / 1000;
  const { runtime: recorded, ...config } = edition.config;
  if (recorded !== runtime) throw new Error(`the edition says ${recorded}, not ${runtime}`);
  return { ...edition, config };
}

function tell(value: unknown): string {
  if (!isRecord(value) || !Array.isArray(value.evidence)) return (JSON.stringify(value) ?? 'nothing').slice(0, 200);
  const quotes = value.evidence.map((each) => (isRecord(each) ? each.quote : '')).join(' … ');
  return `${value.article} ${value.attribute} ${JSON.stringify(value.value)} “${quotes}”`.slice(0, 300);
}

function describe({ path, left, right }: FieldDifference): string {
  return `  ${path}\n    ${runtimes[0]}: ${tell(left)}\n    ${runtimes[1]}: ${tell(right)}\n`;
}

const count = (kind: keyof EditionDifferences, found: EditionDifferences) => `${found[kind].length} in ${kind}`;
const kinds = ['claims', 'accepted', 'others'] as const;
const total = { articles: 0, unlike: 0, claims: 0, differences: 0 };
for (const path of files.sort()) {
  const content = sampleLines(path, Number(values.limit));
  const [native, wasm] = [await readUnder('native', content), await readUnder('wasm', content)];
  const found = compareEditions(native, wasm);
  const owners = new Map([...native.claims, ...wasm.claims].map(({ id, article }) => [id, article]));
  const unlike = new Set(found.claims.map((one) => owners.get(one.path.split('/')[1] ?? ''))).size;
  const differences = kinds.reduce((sum, kind) => sum + found[kind].length, 0);
  total.articles += native.articles.length;
  total.unlike += unlike;
  total.claims += native.claims.length;
  total.differences += differences;
  process.stdout.write(
    `${path.replace(news, '')}: ${native.articles.length} articles, ${native.claims.length} claims, ${native.incidents.length} incidents: ` +
      `${differences === 0 ? 'equal' : `differences: ${kinds.map((kind) => count(kind, found)).join(', ')}; ${unlike} articles with other claims`}\n`,
  );
  for (const kind of kinds)
    for (const one of found[kind].slice(0, Number(values.shown))) process.stdout.write(describe(one));
}
process.stdout.write(
  `${total.articles} articles, ${total.claims} claims in ${files.length} editions: ${total.differences} differences, ${total.unlike} articles with other claims; ` +
    `${runtimes.map((runtime) => `${runtime} ${seconds[runtime].toFixed(0)} s`).join(', ')}\n`,
);
process.exitCode = total.differences === 0 ? 0 : 1;
