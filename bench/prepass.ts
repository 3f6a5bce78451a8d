/** What the pre-pass of the trained reader spares and what it loses: `npx tsx bench/prepass.ts [--limit N] [--losses]`. */
import { readdirSync, readFileSync } from 'node:fs';
import { annotate } from '../src/annotate/index.ts';
import { openGazetteer } from '../src/annotate/places/gazetteer.ts';
import { chooseSentences } from '../src/annotate/reader/worth.ts';
import { clean } from '../src/clean/index.ts';
import { extract } from '../src/extract/index.ts';
import { ingest } from '../src/ingest/index.ts';
import { loadData } from '../src/io/index.ts';
import type { Article } from '../src/model/index.ts';
import { defaults } from '../src/pipeline/index.ts';
import { readRecords } from './gva/record.ts';
import { sampleRecords } from './gva/run.ts';

const limit = Number(process.argv[process.argv.indexOf('--limit') + 1]) || 300;
const showsLosses = process.argv.includes('--losses');
const shared = new URL('../../shared/', import.meta.url);
const context = { now: '2026-01-01T00:00:00Z', seed: 0 };
const gazetteer = openGazetteer(await loadData('gazetteer.tsv.gz'));

interface Count {
  articles: number;
  sentences: number;
  sentencesKept: number;
  words: number;
  wordsKept: number;
  claims: number;
  claimsLost: number;
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

/** A claim is lost where a sentence that its words stand in would not be read. */
function countArticle(article: Article, count: Count): void {
  const { value: annotations } = annotate(article, { ...defaults.annotate, gazetteer }, context);
  const sentences = annotations.sentences.items;
  const kept = chooseSentences(article, annotations);
  count.articles += 1;
  sentences.forEach(({ first, last }, index) => {
    count.sentences += 1;
    count.words += last - first;
    if (kept[index] !== true) return;
    count.sentencesKept += 1;
    count.wordsKept += last - first;
  });
  const isSpared = ({ start, end }: { start: number; end: number }): boolean =>
    sentences.some((sentence, index) => kept[index] !== true && sentence.start < end && start < sentence.end);
  const { claims, voices } = extract({ article, annotations }, defaults.extract, context).value;
  const lost = claims.filter(({ evidence }) => evidence.some(isSpared));
  count.claims += claims.length;
  count.claimsLost += lost.length;
  count.voices += voices.length;
  count.voicesLost += voices.filter(isSpared).length;
  if (!showsLosses) return;
  for (const { attribute, evidence } of lost) {
    const at = sentences.find((sentence) =>
      evidence.some(({ start }) => start >= sentence.start && start < sentence.end),
    );
    process.stdout.write(
      `${attribute}: ${article.text.value.slice(at?.start ?? 0, at?.end ?? 0).replaceAll(/\s+/g, ' ')}\n`,
    );
  }
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}

for (const [name, open] of [
  ['examples', () => openFolder(new URL('../examples/', import.meta.url))],
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
    voices: 0,
    voicesLost: 0,
  };
  for (const article of open()) countArticle(article, count);
  process.stdout.write(
    `${name}: ${count.articles} articles; spared ${share(count.sentences - count.sentencesKept, count.sentences)} of ${count.sentences} sentences, ` +
      `${share(count.words - count.wordsKept, count.words)} of ${count.words} words; kept ${share(count.claims - count.claimsLost, count.claims)} of ` +
      `${count.claims} claims, ${share(count.voices - count.voicesLost, count.voices)} of ${count.voices} voices\n`,
  );
}
