/** Write what the fate head is trained on, one article a line: `dump.ts > articles.jsonl`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gatherCases, gatherNegatives } from '../../bench/claims/read.ts';
import { readRecords } from '../../bench/gva/record.ts';
import { textOf } from '../../bench/claims/sources.ts';
import { readNewsCases, wholeOf } from '../../bench/news/articles.ts';
import { newsParts } from '../../bench/news/gold.ts';
import { annotate, deepen } from '../../src/annotate/index.ts';
import { clean } from '../../src/clean/index.ts';
import { findAnchors } from '../../src/extract/fates/anchors.ts';
import { findSpots, nameSigns } from '../../src/extract/fates/spots.ts';
import { extract, viewSentences } from '../../src/extract/index.ts';
import { readSentences } from '../../src/extract/findings.ts';
import { ingest } from '../../src/ingest/index.ts';
import { loadData, loadTables, openNetwork } from '../../src/io/index.ts';
import { openGazetteer } from '../../src/annotate/places/gazetteer.ts';
import { makeReader } from '../../src/annotate/index.ts';
import type { Annotations, Article, Context } from '../../src/model/index.ts';
import { findShared } from '../../test/kits/shared.ts';
import { defaults } from '../../src/pipeline/index.ts';

interface Item {
  readonly source: string;
  readonly id: string;
  readonly part: string;
  readonly kind: string;
  readonly whole: string;
  readonly record: Record<string, string>;
  readonly main?: string | undefined;
  /** Undefined where the rules' own claims are to be learned from: reports whose record they agree with. */
  readonly claims?: readonly unknown[];
}

const context: Context = { now: '2026-01-01T00:00:00Z', seed: 1 } as Context;

function gatherItems(): readonly Item[] {
  const news = newsParts.flatMap((part) =>
    (readNewsCases(part) ?? []).map(({ article, gold }): Item => {
      const { title, text, date, url } = article;
      const record = { title: title ?? '', text, ...(date ? { date_publish: date } : {}), ...(url ? { url } : {}) };
      return { source: gold.corpus, id: gold.id, part, kind: gold.kind, whole: wholeOf(article), record, main: gold.main, claims: gold.claims };
    }),
  );
  const own = gatherCases().map(({ source, part, report, gold }): Item => {
    const { title, text, published } = report;
    const record = { title, text, ...(published === undefined ? {} : { date_publish: published }) };
    return { source, id: gold.id, part, kind: source, whole: textOf(report), record, claims: gold.claims };
  });
  const negatives = gatherNegatives('rules').map(({ report, gold }): Item => {
    const record = { title: '', text: report.text };
    return { source: 'negatives', id: gold.id, part: 'rules', kind: 'negatives', whole: textOf(report), record, claims: [] };
  });
  return [...news, ...own, ...negatives, ...gatherAgreed(new Set(own.map(({ id }) => id)))];
}

/** Where `npm run eval -- gva` writes the records it got wrong. */
const missed = new URL('../../bench/out/gva-misses.jsonl', import.meta.url);

/**
 * Gather reports of the half of the shootings' records (by the hash of the incident) whose killed and injured the rules alone got right.
 *
 * What the rules say there is taken for true; the other half is left to be scored. Reports of any gold are left out.
 */
function gatherAgreed(known: ReadonlySet<string>): readonly Item[] {
  const path = findShared('corpora/gva/dev.jsonl.gz');
  if (path === undefined || !existsSync(missed)) return [];
  const lines = readFileSync(missed, 'utf8').split('\n').filter((line) => line !== '');
  const wrong = new Set(
    lines
      .map((line) => JSON.parse(line) as { readonly incident: string; readonly wrong: readonly string[] })
      .flatMap(({ incident, wrong }) => (wrong.includes('both') ? [incident] : [])),
  );
  const half = (id: string): boolean => Number.parseInt(createHash('sha1').update(id).digest('hex').slice(0, 8), 16) % 2 === 0;
  return readRecords(path)
    .filter(({ incident, articles }) => half(incident) && !wrong.has(incident) && !articles.some(({ id }) => known.has(id)))
    .flatMap(({ articles }) =>
      articles.slice(0, 1).map(({ id, title, text, published, url }): Item => {
        const record = { title, text, url, ...(published ? { date_publish: published } : {}) };
        return { source: 'agreed', id, part: 'rules', kind: 'agreed', whole: '', record };
      }),
    );
}

/** What the rules alone say of an article, in the form of gold. */
function claimsOfRules(article: Article, annotations: Annotations): readonly unknown[] {
  const { claims, mentions } = extract({ article, annotations }, defaults.extract, context, rulesAlone).value;
  const main = mentions.find((mention) => mention.main)?.id;
  return claims.flatMap(({ attribute, value, evidence, scope, modality, accumulation, incident }) => {
    if (value.kind !== 'count') return [];
    const start = Math.min(...evidence.map((span) => span.start));
    const end = Math.max(...evidence.map((span) => span.end));
    const event = incident === main ? 'main' : 'other';
    return [{ attribute, start, end, min: value.min, max: value.max, scope, modality, accumulation, event }];
  });
}

/** The head learns from what the rules say without it. */
const rulesAlone: Parameters<typeof readSentences>[1] = (_view, _groups, findings) => findings;

const gazetteer = openGazetteer(await loadData('gazetteer.tsv.gz'));
const reader = makeReader(await openNetwork('native'), await loadTables());

for (const gathered of gatherItems()) {
  const bytes = new TextEncoder().encode(JSON.stringify(gathered.record));
  const pages = ingest({ bytes, path: 'report.json' }, defaults.ingest, context).value;
  const page = pages[0];
  const article = page === undefined ? undefined : clean(page, defaults.clean, context).value;
  if (article === undefined) continue;
  const shallow = annotate(article, { ...defaults.annotate, gazetteer }, context).value;
  const settings = { ...defaults.annotate, everySentence: true };
  const deep = await deepen(article, shallow, reader, settings, context);
  const views = viewSentences(article, deep.value);
  const item =
    gathered.claims === undefined
      ? { ...gathered, main: 'main', whole: article.text.value, claims: claimsOfRules(article, deep.value) }
      : gathered;
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
