/**
 * Measure how many sentences the prefilter of the trained reader skips, and what that loses:
 * `npx tsx bench/run/prepass.ts [--limit N] [--losses]`.
 *
 * A claim is lost where reading every sentence finds it and reading the chosen sentences does not. Claims whose words lie in a
 * skipped sentence ("spared") are counted too: rules over dependency trees could not improve them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { annotate, deepen, makeReader } from '../../src/annotate/index.ts';
import { openGazetteer } from '../../src/annotate/places/gazetteer.ts';
import { chooseSentences } from '../../src/annotate/reader/sentence-prefilter.ts';
import { clean } from '../../src/clean/index.ts';
import { extract } from '../../src/extract/index.ts';
import { ingest } from '../../src/ingest/index.ts';
import { findRuntime, loadData, loadTables, openNetwork } from '../../src/io/index.ts';
import type { Annotations, Article, Claim } from '../../src/model/index.ts';
import { defaults } from '../../src/pipeline/index.ts';
import { readRecords } from '../gva/record.ts';
import { sampleRecords } from '../gva/run.ts';

const limit = Number(process.argv[process.argv.indexOf('--limit') + 1]) || 300;
const showsLosses = process.argv.includes('--losses');
const shared = new URL('../../../shared/', import.meta.url);
const context = { now: '2026-01-01T00:00:00Z', seed: 0 };
const gazetteer = openGazetteer(await loadData('gazetteer.tsv.gz'));
const reader = makeReader(await openNetwork((await findRuntime()) ?? 'wasm'), await loadTables());

interface Count {
  articles: number;
  sentences: number;
  sentencesKept: number;
  words: number;
  wordsKept: number;
  claims: number;
  claimsLost: number;
  claimsSpared: number;
  figures: number;
  figuresSpared: number;
  voices: number;
  voicesLost: number;
}

function openArticles(content: string, path: string): readonly Article[] {
  const pages = ingest({ bytes: new TextEncoder().encode(content), path }, defaults.ingest, context).value;
  return pages.flatMap((page) => clean(page, defaults.clean, context).value ?? []);
}

function openFolder(folder: URL): readonly Article[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => openArticles(readFileSync(new URL(name, folder), 'utf8'), name));
}

function openGva(): readonly Article[] {
  const records = sampleRecords(readRecords(new URL('corpora/gva/dev.jsonl.gz', shared).pathname), limit);
  return records.flatMap((record) =>
    record.articles.flatMap(({ title, text, url, published }) =>
      openArticles(
        JSON.stringify({ title, text, url, ...(published ? { date_publish: published } : {}) }),
        `${url}.json`,
      ),
    ),
  );
}

async function readClaims(article: Article, annotations: Annotations, everySentence: boolean) {
  const deep = (await deepen(article, annotations, reader, { everySentence, links: false }, context)).value;
  return extract({ article, annotations: deep }, defaults.extract, context).value;
}

function keyOf({ attribute, value, evidence }: Claim): string {
  return JSON.stringify([attribute, value, evidence.map(({ start, end }) => [start, end])]);
}

async function countArticle(article: Article, count: Count): Promise<void> {
  const { value: annotations } = annotate(article, { ...defaults.annotate, gazetteer }, context);
  const sentences = annotations.sentences.items;
  const kept = chooseSentences(article, annotations);
  count.articles += 1;
  sentences.forEach(({ first, last }, index) => {
    count.sentences += 1;
    count.words += last - first;
    if (kept[index] === 'spare') return;
    count.sentencesKept += 1;
    count.wordsKept += last - first;
  });
  const isSpared = ({ start, end }: { start: number; end: number }): boolean =>
    sentences.some((sentence, index) => kept[index] === 'spare' && sentence.start < end && start < sentence.end);
  const { claims, voices } = await readClaims(article, annotations, true);
  const found = new Set((await readClaims(article, annotations, false)).claims.map(keyOf));
  const lost = claims.filter((claim) => !found.has(keyOf(claim)));
  const spared = claims.filter(({ evidence }) => evidence.some(isSpared));
  const isFigure = ({ value }: Claim): boolean => value.kind === 'count';
  count.claims += claims.length;
  count.claimsLost += lost.length;
  count.claimsSpared += spared.length;
  count.figures += claims.filter(isFigure).length;
  count.figuresSpared += spared.filter(isFigure).length;
  count.voices += voices.length;
  count.voicesLost += voices.filter(isSpared).length;
  if (!showsLosses) return;
  for (const claim of new Set([...lost, ...spared])) {
    const { attribute, evidence } = claim;
    const at = sentences.find((one) => evidence.some(({ start }) => start >= one.start && start < one.end));
    const sentence = article.text.value.slice(at?.start ?? 0, at?.end ?? 0).replaceAll(/\s+/g, ' ');
    process.stdout.write(`${lost.includes(claim) ? 'lost' : 'spared'} ${attribute}: ${sentence}\n`);
  }
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}

for (const [name, open] of [
  ['examples', () => openFolder(new URL('../../examples/', import.meta.url))],
  ['seeds', () => openFolder(new URL('seeds/', shared))],
  ['gva dev', openGva],
] as const) {
  const count: Count = {
    articles: 0,
    sentences: 0,
    sentencesKept: 0,
    words: 0,
    wordsKept: 0,
    claims: 0,
    claimsLost: 0,
    claimsSpared: 0,
    figures: 0,
    figuresSpared: 0,
    voices: 0,
    voicesLost: 0,
  };
  for (const article of open()) await countArticle(article, count);
  const lines = [
    `${name}: ${count.articles} articles`,
    `spared ${share(count.sentences - count.sentencesKept, count.sentences)} of ${count.sentences} sentences`,
    `spared ${share(count.words - count.wordsKept, count.words)} of ${count.words} words`,
    `kept ${share(count.claims - count.claimsLost, count.claims)} of ${count.claims} claims`,
    `words in a sentence that is read: ${share(count.claims - count.claimsSpared, count.claims)} of claims, ` +
      `${share(count.figures - count.figuresSpared, count.figures)} of ${count.figures} figures, ` +
      `${share(count.voices - count.voicesLost, count.voices)} of ${count.voices} voices`,
  ];
  process.stdout.write(`${lines.join('\n  ')}\n`);
}
