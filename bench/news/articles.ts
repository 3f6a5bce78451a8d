import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { findShared } from '../../test/kits/shared.ts';
import { readRecords } from '../gva/record.ts';
import { type NewsGold, type NewsGoldFolder, type NewsPart, readNewsGold } from './gold.ts';

/** Name by which the gold refers to the corpus of shootings. */
const shootings = 'gva';

const recordSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().nullish(),
  date: z.string().nullish(),
  url: z.string().nullish(),
  publisher: z.string().nullish(),
  text: z.string(),
});

/** An article of the news corpora. */
export type NewsArticle = z.infer<typeof recordSchema>;

/** An article with what a careful reader marked in it. */
export interface NewsCase {
  readonly part: NewsPart;
  readonly article: NewsArticle;
  readonly gold: NewsGold;
}

/** Join title and text to the string that the gold's positions count in. */
export function wholeOf({ title, text }: NewsArticle): string {
  return `${title ?? ''}\n${text}`;
}

/** Write an article as the JSON record that Variorum is given of it; what it lacks is left out. */
export function writeArticle({ title, text, date, url, publisher }: NewsArticle): string {
  const stated = { title, text, url, source: publisher, date_publish: date };
  return JSON.stringify(Object.fromEntries(Object.entries(stated).filter(([, value]) => value)));
}

/** Read the reports of the shootings' records, which lie elsewhere and in a format of their own (`gva` of `../shared/corpora`). */
function readShootings(): ReadonlyMap<string, NewsArticle> | undefined {
  const path = findShared('corpora/gva/dev.jsonl.gz');
  if (path === undefined) return undefined;
  const reports = readRecords(path).flatMap(({ articles }) => articles);
  return new Map(reports.map(({ published, ...report }) => [report.id, { ...report, date: published }]));
}

/** Read the articles of one folder of `../shared/corpora/news`, or the shootings, by id; undefined where it is absent. */
export function readNewsCorpus(name: string): ReadonlyMap<string, NewsArticle> | undefined {
  if (name === shootings) return readShootings();
  const path = findShared(`corpora/news/${name}/dev.jsonl.gz`);
  if (path === undefined) return undefined;
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  const records = lines.filter((line) => line !== '').map((line) => recordSchema.parse(JSON.parse(line)));
  return new Map(records.map((record) => [record.id, record]));
}

/** Pair the gold of a part with its articles; undefined where the corpora are absent. */
export function readNewsCases(part: NewsPart, folder: NewsGoldFolder = 'news'): readonly NewsCase[] | undefined {
  const gold = readNewsGold(part, folder);
  const corpora = new Map([...new Set(gold.map(({ corpus }) => corpus))].map((name) => [name, readNewsCorpus(name)]));
  if ([...corpora.values()].some((corpus) => corpus === undefined)) return undefined;
  return gold.map((one) => {
    const article = corpora.get(one.corpus)?.get(one.id);
    if (article === undefined) throw new Error(`${one.corpus} has no article ${one.id}`);
    return { part, article, gold: one };
  });
}
