import { link } from '../../src/link/index.ts';
import type { ArticleReading } from '../../src/model/index.ts';
import { defaults } from '../../src/pipeline/index.ts';
import { readRecords } from '../gva/record.ts';
import { sampleRecords } from '../gva/run.ts';
import { printMentions, scoreMentions } from './mentions.ts';
import { runPeers } from './peers.ts';
import { labelArticles, measureExactness, readPool } from './pool.ts';
import { printJudgedPairs, scoreJudgedPairs } from './real-copies.ts';
import { falseMergesPerThousand, type PartitionScore, scoreBCubed } from './score.ts';

/** Put articles in a fixed order that separates those of one incident, since linking must not depend on their being neighbours. */
function shuffle(readings: readonly ArticleReading[]): readonly ArticleReading[] {
  const keyOf = (at: number): number => Math.imul(at + 1, 0x9e3779b1) >>> 0;
  return readings
    .map((reading, at) => ({ reading, key: keyOf(at) }))
    .sort((a, b) => a.key - b.key)
    .map(({ reading }) => reading);
}

function describe(name: string, truth: readonly string[], found: readonly string[]): string {
  const { precision, recall, f1 } = scoreBCubed(truth, found);
  const merges = falseMergesPerThousand(truth, found).toFixed(1);
  const shares = `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
  return `${name.padEnd(34)} ${shares}  false merges ${merges} per thousand\n`;
}

/** Print a method at its best setting for these texts, which gives it an advantage: a user could not know that setting beforehand. */
function describePeer(name: string, truth: readonly string[], settings: Readonly<Record<string, readonly number[]>>) {
  const ranked = Object.entries(settings)
    .map(([setting, labels]) => ({ setting, labels: labels.map(String) }))
    .sort((a, b) => scoreBCubed(truth, b.labels).f1 - scoreBCubed(truth, a.labels).f1);
  const best = ranked[0];
  return best === undefined ? '' : describe(`${name} (${best.setting})`, truth, best.labels);
}

/** Score the linking of a sample of records in one run, for the floors of the tests. */
export async function scorePool(path: string, limit: number): Promise<PartitionScore> {
  const pool = await readPool(sampleRecords(readRecords(path), limit));
  const read = pool.readings.filter((reading) => reading !== undefined);
  const { value } = link(shuffle(read), defaults.link, { now: '2026-01-01T00:00:00Z', seed: 0 });
  return scoreBCubed(pool.truth, labelArticles(pool, value).incidents);
}

/** Link all articles of a file of records in one run, and print how well the groups match the records. */
export async function evaluatePool(path: string, limit: number, write: (text: string) => void): Promise<void> {
  const records = sampleRecords(readRecords(path), limit);
  const pool = await readPool(records);
  write(`\ngva: ${pool.truth.length} articles of ${records.length} incidents in one run\n`);
  const read = pool.readings.filter((reading) => reading !== undefined);
  const { value } = link(shuffle(read), defaults.link, { now: '2026-01-01T00:00:00Z', seed: 0 });
  const { incidents, stories } = labelArticles(pool, value);
  write(describe('Variorum, articles to incidents', pool.truth, incidents));
  write(describe('Variorum, articles to stories', pool.truth, stories));
  write(describe('each article by itself', pool.truth, [...pool.truth.keys()].map(String)));
  write(printMentions(scoreMentions(pool, value)));
  write(printJudgedPairs(scoreJudgedPairs(pool, value)));
  const peers = runPeers(pool.texts);
  if (typeof peers === 'string') write(`peers ${peers}\n`);
  else for (const [name, settings] of Object.entries(peers)) write(describePeer(name, pool.truth, settings));
  const { apart, pooled } = measureExactness(pool);
  write(`killed and injured exact: sorted beforehand ${apart.toFixed(3)}, pooled ${pooled.toFixed(3)}\n`);
}
