import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { NewsCase } from './articles.ts';
import { articleSchema, type NewsPart } from './gold.ts';

const reportSchema = articleSchema.extend({
  title: z.string(),
  text: z.string(),
  date: z.string().optional(),
  publisher: z.string().optional(),
  style: z.enum(['plain', 'wire']).optional(),
});

/** How reports are written: the plain ways of a wire, as many ways as there are, or short and dense as many houses and decades write. */
export type InventedStyle = 'plain' | 'manifold' | 'wire';

/** Every fifth report is set aside, by the third part of the SHA-1 of its id, as the trainer's folds are (`training/fates_en/train.py`). */
const folds = 5n;

function partOf(id: string): NewsPart {
  const digest = createHash('sha1').update(`invented-news/${id}`).digest('hex');
  return (BigInt(`0x${digest}`) / 3n) % folds === 0n ? 'set-aside' : 'rules';
}

/** Read the reports invented in one style, or in both, with what their writers marked; texts stand in the repository. */
export function readInventedCases(part: NewsPart, style?: InventedStyle): readonly NewsCase[] {
  const path = new URL('../../test/gold/news/invented.jsonl', import.meta.url);
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => reportSchema.parse(JSON.parse(line)))
    .filter(({ id }) => partOf(id) === part)
    .filter((report) => style === undefined || style === (report.style ?? 'manifold'))
    .map(({ title, text, date, publisher, style: _, ...gold }) => ({
      part,
      article: { id: gold.id, title, text, date, publisher },
      gold,
    }));
}
