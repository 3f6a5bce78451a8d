import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { link } from '../../src/link/index.ts';
import type { ArticleReading } from '../../src/model/index.ts';
import { defaults, readEach } from '../../src/pipeline/index.ts';

const context = { now: '2033-01-01T00:00:00Z', seed: 0 };

const reportSchema = z.object({ published: z.string(), headline: z.string(), paragraphs: z.array(z.string()) });
const goldSchema = z.object({
  templates: z.array(z.object({ kind: z.string(), same: z.boolean(), a: reportSchema, b: reportSchema })),
  variations: z.array(z.record(z.string(), z.string())),
});
type Report = z.infer<typeof reportSchema>;

/** Two invented reports and whether they are about one incident. */
export interface HardPair {
  readonly kind: string;
  readonly same: boolean;
  readonly reports: readonly [Report, Report];
}

function readGold(): z.infer<typeof goldSchema> {
  const path = new URL('../../test/gold/pairs/pairs.json', import.meta.url);
  return goldSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Read the variations: names, places and days to put into invented reports. */
export function readVariations(): readonly Readonly<Record<string, string>>[] {
  return readGold().variations;
}

/** Put the values of a variation into the slots of a text ("{town}"); throws for a slot without a value. */
export function fillSlots(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new RangeError(`no ${name} in a variation`);
    return value;
  });
}

/** Make all pairs: every template with the names, places and days of every variation. */
export function readPairs(): readonly HardPair[] {
  const { templates, variations } = readGold();
  return templates.flatMap(({ kind, same, a, b }) =>
    variations.map((slots) => ({ kind, same, reports: [fill(a, slots), fill(b, slots)] as const })),
  );
}

function fill(report: Report, slots: Readonly<Record<string, string>>): Report {
  const put = (text: string): string => fillSlots(text, slots);
  return { published: put(report.published), headline: put(report.headline), paragraphs: report.paragraphs.map(put) };
}

async function readPair({ reports }: HardPair): Promise<boolean> {
  const outlets = ['courier', 'gazette'];
  const inputs = reports.map(({ published, headline, paragraphs }, at) => ({
    path: `${at}.json`,
    content: JSON.stringify({
      title: headline,
      maintext: paragraphs.join('\n\n'),
      url: `https://${outlets[at]}.example/${at}`,
      ...(published === '' ? {} : { date_publish: published }),
    }),
  }));
  const readings: ArticleReading[] = [];
  for await (const part of readEach(inputs, { now: context.now })) readings.push(...part.readings);
  const mains = readings.flatMap(({ mentions }) => mentions.filter(({ main }) => main).map(({ id }) => id));
  const { incidents } = link(readings, defaults.link, context).value;
  return incidents.some(({ mentions }) => mains.length === 2 && mains.every((main) => mentions.includes(main)));
}

/** How many pairs of one kind were judged right. */
export interface PairScore {
  readonly kind: string;
  readonly same: boolean;
  readonly right: number;
  readonly all: number;
}

/** Judge every pair, reading its two reports as one run. */
export async function scoreHardPairs(pairs: readonly HardPair[]): Promise<readonly PairScore[]> {
  const scores = new Map<string, { kind: string; same: boolean; right: number; all: number }>();
  for (const pair of pairs) {
    const score = scores.get(pair.kind) ?? { kind: pair.kind, same: pair.same, right: 0, all: 0 };
    score.all += 1;
    if ((await readPair(pair)) === pair.same) score.right += 1;
    scores.set(pair.kind, score);
  }
  return [...scores.values()];
}

/** Give precision and recall of the answer "one incident" over all kinds of pairs. */
export function sumPairs(scores: readonly PairScore[]): { readonly precision: number; readonly recall: number } {
  const sum = (same: boolean, value: (score: PairScore) => number): number =>
    scores.filter((score) => score.same === same).reduce((total, score) => total + value(score), 0);
  const found = sum(true, ({ right }) => right);
  const wrong = sum(false, ({ right, all }) => all - right);
  const wanted = sum(true, ({ all }) => all);
  return { precision: found + wrong === 0 ? 1 : found / (found + wrong), recall: found / wanted };
}

/** Print how many pairs of each kind were judged right, then precision and recall of the answer "one incident". */
export function printPairs(scores: readonly PairScore[]): string {
  const lines = scores.map(
    ({ kind, same, right, all }) => `${(same ? 'one: ' : 'two: ').padEnd(5)}${kind.padEnd(34)} ${right} of ${all}\n`,
  );
  const { precision, recall } = sumPairs(scores);
  return `\nhard pairs\n${lines.join('')}precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}\n`;
}
