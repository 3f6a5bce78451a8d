/** Write what the fate head is trained on, one article a line: `dump.ts > articles.jsonl`. */
import { gatherCases, gatherNegatives } from '../../bench/claims/read.ts';
import { textOf } from '../../bench/claims/sources.ts';
import { readNewsCases, wholeOf } from '../../bench/news/articles.ts';
import { newsParts } from '../../bench/news/gold.ts';
import { readInventedCases } from '../../bench/news/invented.ts';
import { annotate, deepen } from '../../src/annotate/index.ts';
import { clean } from '../../src/clean/index.ts';
import { findAnchors } from '../../src/extract/fates/anchors.ts';
import { findSpots, nameSigns } from '../../src/extract/fates/spots.ts';
import { viewSentences } from '../../src/extract/index.ts';
import { readSentences } from '../../src/extract/findings.ts';
import { ingest } from '../../src/ingest/index.ts';
import { loadData, loadTables, openNetwork } from '../../src/io/index.ts';
import { openGazetteer } from '../../src/annotate/places/gazetteer.ts';
import { makeReader } from '../../src/annotate/index.ts';
import type { Context } from '../../src/model/index.ts';
import { defaults } from '../../src/pipeline/index.ts';

interface Item {
  readonly source: string;
  readonly id: string;
  readonly part: string;
  readonly kind: string;
  readonly whole: string;
  readonly record: Record<string, string>;
  readonly main?: string | undefined;
  readonly claims: readonly unknown[];
}

const context: Context = { now: '2026-01-01T00:00:00Z', seed: 1 } as Context;

function gatherItems(): readonly Item[] {
  const read = newsParts.flatMap((part) => [...(readNewsCases(part) ?? []), ...readInventedCases(part)]);
  const news = read.map(({ part, article, gold }): Item => {
      const { title, text, date, url } = article;
      const record = { title: title ?? '', text, ...(date ? { date_publish: date } : {}), ...(url ? { url } : {}) };
      return { source: gold.corpus, id: gold.id, part, kind: gold.kind, whole: wholeOf(article), record, main: gold.main, claims: gold.claims };
  });
  const own = gatherCases().map(({ source, part, report, gold }): Item => {
    const { title, text, published } = report;
    const record = { title, text, ...(published === undefined ? {} : { date_publish: published }) };
    return { source, id: gold.id, part, kind: source, whole: textOf(report), record, claims: gold.claims };
  });
  const negatives = gatherNegatives('rules').map(({ report, gold }): Item => {
    const record = { title: '', text: report.text };
    return { source: 'negatives', id: gold.id, part: 'rules', kind: 'negatives', whole: textOf(report), record, claims: [] };
  });
  return [...news, ...own, ...negatives];
}

/** The head learns from what the rules say without it. */
const rulesAlone: Parameters<typeof readSentences>[1] = (_view, _groups, findings) => findings;

const gazetteer = openGazetteer(await loadData('gazetteer.tsv.gz'));
const reader = makeReader(await openNetwork('native'), await loadTables());

for (const item of gatherItems()) {
  const bytes = new TextEncoder().encode(JSON.stringify(item.record));
  const pages = ingest({ bytes, path: 'report.json' }, defaults.ingest, context).value;
  const page = pages[0];
  const article = page === undefined ? undefined : clean(page, defaults.clean, context).value;
  if (article === undefined) continue;
  const shallow = annotate(article, { ...defaults.annotate, gazetteer }, context).value;
  const settings = { ...defaults.annotate, everySentence: true };
  const deep = await deepen(article, shallow, reader, settings, context);
  const views = viewSentences(article, deep.value);
  let cursor = 0;
  const locate = (form: string): number => {
    const at = item.whole.indexOf(form, cursor);
    if (at < 0 || at - cursor > 4000) return -1;
    cursor = at + form.length;
    return at;
  };
  const sentences = readSentences(views, rulesAlone).map(({ view, groups, findings }) => ({
    block: view.block,
    words: view.tokens.map(({ form }) => form),
    starts: view.tokens.map(({ form }) => locate(form)),
    anchors: findAnchors(view, groups, findings).map((anchor) => {
      const arcs = view.parse?.arcs ?? [];
      const spots = findSpots(anchor, arcs);
      return { ...anchor, spots, signs: nameSigns(view, anchor, spots, arcs) };
    }),
  }));
  const { source, id, part, kind, main, claims } = item;
  process.stdout.write(`${JSON.stringify({ source, id, part, kind, main, claims, sentences })}\n`);
}
