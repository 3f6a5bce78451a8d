import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { NewsClaim } from '../news/gold.ts';

const claimSchema = z.object({
  attribute: z.enum(['killed', 'injured', 'missing', 'displaced', 'rescued']),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** First 8 hex digits of the SHA-256 of the words. */
  check: z.string().length(8),
  /** Bounds of the number as printed ("up to 18" is 0 to 18); null for a vague word. */
  n: z.tuple([z.number(), z.number().nullable()]).nullable(),
  qualifier: z.string().optional(),
  scope: z.enum(['subset', 'additional']).optional(),
  accumulation: z.enum(['running', 'period']).optional(),
  /** True for a claim that is right if read but not missed if not. */
  optional: z.literal(true).optional(),
});

const articleSchema = z.object({
  id: z.string(),
  kind: z.string(),
  /** First 8 hex digits of the SHA-256 of title, line break and text: shows when the text has changed since it was marked. */
  check: z.string().length(8),
  claims: z.array(claimSchema),
});

/** An article as a careful reader marks it; positions are UTF-16 code units of its title, a line break and its text. */
export interface DisasterGold {
  readonly id: string;
  readonly kind: string;
  readonly check: string;
  readonly claims: readonly NewsClaim[];
}

/** Read the articles marked by hand. This gold does not tell incidents apart, so all claims get the same one. */
export function readDisasterGold(): readonly DisasterGold[] {
  const path = new URL('../../test/gold/disasters/articles.json', import.meta.url);
  const articles = z.array(articleSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
  return articles.map((article) => ({ ...article, claims: article.claims.map((claim) => ({ ...claim, event: '' })) }));
}
