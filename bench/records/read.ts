import { link } from '../../src/link/index.ts';
import {
  type ArticleReading,
  type Claim,
  type Incident,
  isCountAttribute,
  type Linked,
  type Range,
} from '../../src/model/index.ts';
import { defaults, readEach } from '../../src/pipeline/index.ts';
import { reconcile } from '../../src/reconcile/index.ts';
import { relocate } from '../claims/predict.ts';
import { readNewsCorpus, wholeOf, writeArticle } from '../news/articles.ts';
import type { RecordGroup } from './gold.ts';

const context = { now: '2026-01-01T00:00:00Z', seed: 0 };

/** A report of the gold as Variorum read it by itself. */
export interface ReadReport {
  /** Title, line break, text: what the gold's positions count in. */
  readonly whole: string;
  readonly reading: ArticleReading;
  /** Day of print; empty where the corpus has none. */
  readonly printed: string;
}

/** Reports of the gold by `corpus/id`. */
export type ReadReports = ReadonlyMap<string, ReadReport>;

/** A counted claim with its words where the gold looks for them. */
export interface RecordFigure {
  readonly claim: Claim;
  /** Number of the report in its group. */
  readonly report: number;
  readonly ranges: readonly Range[];
  /** The number as printed; null for a vague word. */
  readonly printed: number | null;
}

/** What was made of a group: its linking, its records and its figures. */
export interface GroupOutcome {
  readonly linked: Linked;
  readonly incidents: readonly Incident[];
  readonly figures: readonly RecordFigure[];
}

/** Read every report of the groups by itself; undefined where a corpus is absent. */
export async function readReports(groups: readonly RecordGroup[]): Promise<ReadReports | undefined> {
  const named = new Map(groups.flatMap(({ reports }) => reports.map((one) => [`${one.corpus}/${one.id}`, one])));
  const corpora = new Map(
    [...new Set([...named.values()].map(({ corpus }) => corpus))].map((one) => [one, readNewsCorpus(one)]),
  );
  if ([...corpora.values()].some((corpus) => corpus === undefined)) return undefined;
  const articles = [...named].map(([key, { corpus, id }]) => {
    const article = corpora.get(corpus)?.get(id);
    if (article === undefined) throw new Error(`${corpus} has no article ${id}`);
    return { key, article };
  });
  // Two corpora hold some of the same reports, and a report given twice is read once.
  const byContent = new Map<string, typeof articles>();
  for (const one of articles) {
    const content = writeArticle(one.article);
    byContent.set(content, [...(byContent.get(content) ?? []), one]);
  }
  const contents = [...byContent];
  const inputs = contents.map(([content], at) => ({ path: `${String(at).padStart(6, '0')}.json`, content }));
  const read = new Map<string, ReadReport>();
  for await (const { path, readings } of readEach(inputs, { now: context.now })) {
    const [[, same] = [], reading] = [contents[Number.parseInt(path ?? '', 10)], readings[0]];
    if (same === undefined || reading === undefined) continue;
    for (const { key, article } of same)
      read.set(key, { whole: wholeOf(article), reading, printed: article.date ?? '' });
  }
  return read;
}

/** Give the readings of a group's reports, in its order; a report that was not read is undefined. */
export function reportsOf({ reports }: RecordGroup, read: ReadReports): readonly (ReadReport | undefined)[] {
  return reports.map(({ corpus, id }) => read.get(`${corpus}/${id}`));
}

/** List the readings of a group once each, and link them. */
export function linkGroup(reports: readonly (ReadReport | undefined)[]) {
  const readings = reports.flatMap((report) => report?.reading ?? []);
  const unique = [...new Map(readings.map((reading) => [reading.article.id, reading])).values()];
  return { unique, linked: link(unique, defaults.link, context).value };
}

/** Reconcile what is linked and place its figures. */
export function settleGroup(
  reports: readonly (ReadReport | undefined)[],
  readings: readonly ArticleReading[],
  linked: Linked,
): GroupOutcome {
  const settings = { ...defaults.reconcile, policy: defaults.policy };
  const { incidents } = reconcile({ readings, linked }, settings, context).value;
  const figures = linked.claims.flatMap((claim) => {
    const report = reports.findIndex((one) => one?.reading.article.id === claim.article);
    const from = reports[report];
    return from === undefined || !isCountAttribute(claim.attribute) ? [] : [placeFigure(claim, report, from)];
  });
  return { linked, incidents, figures };
}

function placeFigure(claim: Claim, report: number, { whole, reading }: ReadReport): RecordFigure {
  const { value, evidence } = claim;
  return {
    claim,
    report,
    ranges: evidence.flatMap(({ start, quote }) => relocate(quote, start, reading.article.text.value, whole) ?? []),
    printed: value.kind === 'count' && value.vague === undefined ? (value.anchor ?? value.min) : null,
  };
}
