import { relocate } from '../../bench/claims/predict.ts';
import { type NewsArticle, readNewsCases, readNewsCorpus, wholeOf } from '../../bench/news/articles.ts';
import { readInventedCases } from '../../bench/news/invented.ts';
import { readRecordGold, type RecordGroup } from '../../bench/records/gold.ts';
import { readWarGold } from '../../bench/wars/gold.ts';
import { annotate, deepen, makeReader } from '../../src/annotate/index.ts';
import { openGazetteer } from '../../src/annotate/places/gazetteer.ts';
import { clean } from '../../src/clean/index.ts';
import type { Finding } from '../../src/extract/finding.ts';
import { readSentences } from '../../src/extract/findings.ts';
import { viewSentences } from '../../src/extract/index.ts';
import { rangeOf } from '../../src/extract/view.ts';
import { ingest } from '../../src/ingest/index.ts';
import { loadData, loadTables, openNetwork } from '../../src/io/index.ts';
import { type Context, type Range, toDayNumber } from '../../src/model/index.ts';
import { defaults } from '../../src/pipeline/index.ts';
import { anchorOf } from '../../src/text/calendar.ts';
import { listSetAside } from '../set-aside.ts';

/** Words of the gold with what they tell of. */
export interface Told extends Range {
  readonly event: string;
  /** Undefined where any fate may be meant. */
  readonly attribute?: string;
  /** True for a figure of a longer time. */
  readonly isPeriod: boolean;
}

/** A report with what the gold marks in it. */
export interface Item {
  readonly set: 'news' | 'invented' | 'wars' | 'records';
  readonly corpus: string;
  readonly id: string;
  readonly article: NewsArticle;
  readonly main: string | undefined;
  readonly told: readonly Told[];
}

/** Gather the reports of the rules parts, but for those that the other gold sets aside. */
export function gatherItems(): readonly Item[] {
  const closed = listSetAside();
  const cases = [
    ...(readNewsCases('rules') ?? []).map((one) => ({ ...one, set: 'news' as const })),
    ...readInventedCases('rules').map((one) => ({ ...one, set: 'invented' as const })),
  ];
  const items = cases.map(({ set, article, gold: { corpus, id, main, claims } }): Item => {
    const told = claims.map(({ start, end, event, attribute, accumulation }) => {
      const isPeriod = accumulation === 'period' || event.startsWith('period:');
      return { start, end, event, attribute, isPeriod };
    });
    return { set, corpus, id, article, main, told };
  });
  const wars = readWarGold('rules').flatMap(({ corpus, reports, tolls }) => {
    const articles = readNewsCorpus(corpus);
    return Object.entries(reports).flatMap(([id, { main, tells }]): Item[] => {
      const article = articles?.get(id);
      const own = tolls.filter(({ report }) => report === id);
      const told = [
        ...tells.map(({ start, end, incident }) => ({ start, end, event: incident, isPeriod: false })),
        ...own.map(({ start, end }) => ({ start, end, event: 'period:war', isPeriod: true })),
      ];
      return article === undefined ? [] : [{ set: 'wars', corpus, id, article, main: main ?? undefined, told }];
    });
  });
  const known = new Set([...items, ...wars].map(({ corpus, id }) => `${corpus}/${id}`));
  const groups = readRecordGold('rules');
  const named = new Set(groups.flatMap(({ reports }) => reports.map(({ corpus }) => corpus)));
  const corpora = new Map([...named].map((name) => [name, readNewsCorpus(name)]));
  const records = groups
    .flatMap((group) => gatherGroup(group, corpora))
    .filter(({ corpus, id }) => !known.has(`${corpus}/${id}`));
  return [...items, ...wars, ...records].filter(({ corpus, id }) => !closed.has(`${corpus}/${id}`));
}

/** Gather the reports of a group of records; words that two of its incidents share belong to the one that accepts their figure. */
function gatherGroup(
  { reports, incidents, conflicts }: RecordGroup,
  corpora: ReadonlyMap<string, ReturnType<typeof readNewsCorpus>>,
): readonly Item[] {
  const told = Object.entries(incidents).flatMap(([event, { readings }]) =>
    Object.entries(readings).flatMap(([attribute, all]) =>
      all.map(({ start, end, reports: [report = 0], difference }) => ({
        report,
        isAccepted: difference === undefined,
        told: { start, end, event, attribute, isPeriod: false },
      })),
    ),
  );
  const own = told.filter(
    (one) =>
      one.isAccepted ||
      !told.some(
        (other) =>
          other.isAccepted &&
          other.report === one.report &&
          other.told.attribute === one.told.attribute &&
          other.told.start < one.told.end &&
          one.told.start < other.told.end,
      ),
  );
  return reports.flatMap(({ corpus, id }, at): Item[] => {
    const article = corpora.get(corpus)?.get(id);
    const tolls = conflicts
      .filter(({ report }) => report === at)
      .map(({ start, end, attribute }) => ({ start, end, attribute, event: 'period:conflict', isPeriod: true }));
    const all = [...own.filter(({ report }) => report === at).map((one) => one.told), ...tolls];
    return article === undefined ? [] : [{ set: 'records', corpus, id, article, main: undefined, told: all }];
  });
}

const context: Context = { now: '2026-01-01T00:00:00Z', seed: 1 };
const gazetteer = openGazetteer(await loadData('gazetteer.tsv.gz'));
const reader = makeReader(await openNetwork('native'), await loadTables());

/** Read a report as far as its findings; undefined where it holds no article. */
export async function readArticle({ title, text, date, url }: NewsArticle) {
  const record = { title: title ?? '', text, ...(date ? { date_publish: date } : {}), ...(url ? { url } : {}) };
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const page = ingest({ bytes, path: 'report.json' }, defaults.ingest, context).value[0];
  const article = page === undefined ? undefined : clean(page, defaults.clean, context).value;
  if (article === undefined) return undefined;
  const shallow = annotate(article, { ...defaults.annotate, gazetteer }, context).value;
  const deep = await deepen(article, shallow, reader, { ...defaults.annotate }, context);
  const published = anchorOf(article);
  const day = published === undefined ? undefined : toDayNumber(published);
  return { article, day, sentences: readSentences(viewSentences(article, deep.value)) };
}

/** What gold attributes a finding's fate may be marked as. */
const marked: Readonly<Record<string, readonly string[]>> = {
  struck: ['casualties', 'injured', 'killed'],
  hospitalised: ['injured'],
};

/** List what the gold marks in a finding's words: of its fate, else of any. */
export function findTold({ finding: { view, from, to, fate }, text, item }: FindingOf): readonly Told[] {
  const { start, end } = rangeOf(view, from, to);
  const range = relocate(text.slice(start, end), start, text, wholeOf(item.article));
  if (range === undefined) return [];
  const over = item.told.filter((told) => told.start < range.end && range.start < told.end);
  const fates = marked[fate] ?? [fate, 'perpetratorsKilled'];
  const exact = over.filter(({ attribute }) => attribute === undefined || fates.includes(attribute));
  return exact.length > 0 ? exact : over;
}

/** A finding with the text of its article and its report. */
export interface FindingOf {
  readonly finding: Finding;
  readonly text: string;
  readonly item: Item;
}
