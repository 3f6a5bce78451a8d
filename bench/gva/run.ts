import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { read } from '../../src/index.ts';
import type { Edition } from '../../src/model/index.ts';
import { type Guess, guessByHabit, guessByNumbers, guessConstant } from './baselines.ts';
import { compareEdition, type RecordComparison } from './compare.ts';
import { type GvaRecord, readRecords } from './record.ts';
import { describeMiss, drawConfusion, share } from './report.ts';

/** Scores of a run, each a share of the records, 0..1. */
export interface GvaScores {
  readonly incidents: number;
  readonly both: number;
  readonly killed: number;
  readonly injured: number;
  readonly date: number;
  readonly city: number;
  readonly cityOrCounty: number;
}

/** Read the articles of one record as one run, each as a JSON record with the field names of news-please. */
export function readRecord(record: GvaRecord): Promise<Edition> {
  const inputs = record.articles.map((article, at) => ({
    content: JSON.stringify({
      title: article.title,
      text: article.text,
      url: article.url,
      ...(article.published ? { date_publish: article.published } : {}),
    }),
    path: `${record.incident}-${at + 1}.json`,
  }));
  return read(inputs, { now: '2026-01-01T00:00:00Z' });
}

/** Compare records with the editions of their articles; `onEach` is called with each edition as it is made. */
export async function scoreRecords(
  records: readonly GvaRecord[],
  onEach: (comparison: RecordComparison, edition: Edition) => void = () => undefined,
): Promise<GvaScores> {
  const all: RecordComparison[] = [];
  for (const record of records) {
    const edition = await readRecord(record);
    const comparison = compareEdition(record, edition);
    all.push(comparison);
    onEach(comparison, edition);
  }
  return {
    incidents: all.length,
    both: share(all, (one) => one.right.both),
    killed: share(all, (one) => one.right.killed),
    injured: share(all, (one) => one.right.injured),
    date: share(all, (one) => one.right.date),
    city: share(all, (one) => one.right.city),
    cityOrCounty: share(all, (one) => one.right.cityOrCounty),
  };
}

/** Choose a sample spread evenly over the records, so that a small sample resembles the whole. */
export function sampleRecords(records: readonly GvaRecord[], limit: number): readonly GvaRecord[] {
  if (limit >= records.length) return records;
  return Array.from({ length: limit }, (_, at) => records[Math.floor((at * records.length) / limit)]).filter(
    (record) => record !== undefined,
  );
}

export interface GvaOptions {
  readonly limit: number;
  /** Path for the misses without its ending; `.jsonl` and `.md` are written. */
  readonly out: string;
}

/** Evaluate on a file of records; prints scores, baselines and confusion matrices, and writes the misses. */
export async function evaluateGva(path: string, { limit, out }: GvaOptions): Promise<GvaScores> {
  const records = sampleRecords(readRecords(path), limit);
  const misses: object[] = [];
  const pairs = { killed: [] as [number, number][], injured: [] as [number, number][] };
  const started = performance.now();
  const scores = await scoreRecords(records, (one, edition) => {
    pairs.killed.push([one.record.killed, one.killed]);
    pairs.injured.push([one.record.injured, one.injured]);
    const { both, date, city } = one.right;
    if (!both || !date || !city) misses.push(describeMiss(one, edition));
    if (process.stderr.isTTY) process.stderr.write(`\r${pairs.killed.length}/${records.length} `);
  });
  const seconds = (performance.now() - started) / 1000;
  print(scores, records, seconds);
  process.stdout.write(`\nkilled\n${drawConfusion(pairs.killed)}\n\ninjured\n${drawConfusion(pairs.injured)}\n`);
  writeMisses(misses, out);
  process.stdout.write(`\n${misses.length} incidents with a miss: ${out}.jsonl, ${out}.md\n`);
  return scores;
}

function print(scores: GvaScores, records: readonly GvaRecord[], seconds: number): void {
  const articles = records.reduce((sum, record) => sum + record.articles.length, 0);
  process.stdout.write(`\ngva: ${records.length} incidents, ${articles} articles, ${seconds.toFixed(1)} s\n`);
  const rows: [string, number][] = [
    ['killed and injured exact', scores.both],
    ['killed exact', scores.killed],
    ['injured exact', scores.injured],
    ['date exact', scores.date],
    ['city exact', scores.city],
    ['city or county', scores.cityOrCounty],
    ['baseline: always 0 and 1', bothRight(records, guessConstant)],
    ['baseline: regex', bothRight(records, guessByNumbers)],
    ['baseline: regex and habit', bothRight(records, guessByHabit)],
  ];
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(28)} ${value.toFixed(3)}\n`);
}

function bothRight(records: readonly GvaRecord[], guess: (record: GvaRecord) => Guess): number {
  const right = records.filter((record) => {
    const { killed, injured } = guess(record);
    return killed === record.killed && injured === record.injured;
  });
  return right.length / records.length;
}

function writeMisses(misses: readonly object[], out: string): void {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(`${out}.jsonl`, misses.map((miss) => `${JSON.stringify(miss)}\n`).join(''));
  const page = misses.map((miss) => `\`\`\`json\n${JSON.stringify(miss, null, 1)}\n\`\`\`\n`);
  writeFileSync(`${out}.md`, page.join('\n'));
}
