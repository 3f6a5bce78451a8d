/**
 * Measure how well article bodies are found: 4-gram precision, recall and F1 on the pages of `../shared/corpora/scrapinghub`.
 *
 * The measure is that of the published evaluation (scrapinghub, article-extraction-benchmark): shingles of four `\w+` tokens, counts
 * normalised per page, precision and recall averaged over pages, F1 of the two averages. Run: `npx tsx bench/body.ts [--worst N]`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { articleText, clean, defaults as cleanDefaults } from '../src/clean/index.ts';
import { ingest, defaults as ingestDefaults } from '../src/ingest/index.ts';

export interface BodyScore {
  readonly pages: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Milliseconds per page, reading and cleaning. */
  readonly msPerPage: number;
  readonly worst: readonly {
    readonly id: string;
    readonly url: string;
    readonly precision: number;
    readonly recall: number;
  }[];
}

const corpus = new URL('../../shared/corpora/scrapinghub/', import.meta.url);
const context = { now: '2026-01-01T00:00:00Z', seed: 1 };
const size = 4;

/** Score every page of the corpus; throws where the corpus is absent. */
export function evaluateBody(): BodyScore {
  const truth = JSON.parse(
    gunzipSync(readFileSync(new URL('ground-truth.json.gz', corpus))).toString('utf8'),
  ) as Readonly<Record<string, { readonly articleBody?: string; readonly url: string }>>;
  const pages = readArchive(gunzipSync(readFileSync(new URL('html.tar.gz', corpus))));
  let spent = 0;
  const scores = Object.entries(truth).map(([id, { articleBody = '', url }]) => {
    const bytes = pages.get(id);
    if (bytes === undefined) throw new Error(`the corpus has no page ${id}`);
    const started = performance.now();
    const body = readBody(gunzipSync(bytes), url);
    spent += performance.now() - started;
    return { id, url, ...compare(articleBody, body) };
  });
  const precision = average(scores.flatMap((score) => score.precision ?? []));
  const recall = average(scores.flatMap((score) => score.recall ?? []));
  const worst = scores
    .map(({ id, url, precision: p = 0, recall: r = 0 }) => ({ id, url, precision: p, recall: r }))
    .sort((a, b) => a.precision + a.recall - b.precision - b.recall);
  const f1 = (2 * precision * recall) / (precision + recall);
  return { pages: scores.length, precision, recall, f1, msPerPage: spent / scores.length, worst };
}

/** Read one page as the product does, but in whatever language it is. */
function readBody(bytes: Uint8Array, url: string): string {
  const [page] = ingest({ bytes, url }, ingestDefaults).value;
  if (page === undefined) return '';
  const article = clean(page, { ...cleanDefaults, languages: [] }, context).value;
  return article === undefined ? '' : articleText(article);
}

function compare(truth: string, found: string): { readonly precision?: number; readonly recall?: number } {
  const expected = countShingles(truth);
  const actual = countShingles(found);
  let shared = 0;
  for (const [shingle, count] of expected) shared += Math.min(count, actual.get(shingle) ?? 0);
  const wanted = sum(expected);
  const given = sum(actual);
  return {
    ...(given === 0 ? {} : { precision: shared / given }),
    ...(wanted === 0 ? {} : { recall: shared / wanted }),
  };
}

function countShingles(text: string): ReadonlyMap<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - size + 1) && tokens.length > 0; i += 1) {
    const shingle = tokens.slice(i, i + size).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Files of a tar archive by their base name without extensions. */
function readArchive(tar: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = (from: number, length: number): string =>
    Buffer.from(tar.subarray(from, from + length))
      .toString('latin1')
      .replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = text(at, 100);
    if (name === '') break;
    const length = Number.parseInt(text(at + 124, 12), 8) || 0;
    const base = name.split('/').at(-1)?.split('.')[0];
    if (base !== undefined && base !== '') files.set(base, tar.subarray(at + 512, at + 512 + length));
    at += 512 + Math.ceil(length / 512) * 512;
  }
  return files;
}

function main(args: readonly string[]): void {
  const score = evaluateBody();
  const at = args.indexOf('--worst');
  const shown = at < 0 ? 0 : Number(args[at + 1] ?? 10);
  for (const page of score.worst.slice(0, shown)) {
    console.log(`P ${page.precision.toFixed(3)} R ${page.recall.toFixed(3)} ${page.id.slice(0, 12)} ${page.url}`);
  }
  const { pages, precision, recall, f1, msPerPage } = score;
  const figures = `precision ${precision.toFixed(4)} recall ${recall.toFixed(4)} F1 ${f1.toFixed(4)}`;
  console.log(`${pages} pages: ${figures}, ${msPerPage.toFixed(1)} ms per page`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
