import { readFileSync } from 'node:fs';
import { z } from 'zod';

const range = { start: z.int().nonnegative(), end: z.int().positive() };
const words = z.object({ ...range, check: z.string().length(8) });
const bounds = z.tuple([z.number(), z.number().nullable()]);

/** What the guide (`docs/annotation.md`) counts, the last two in shootings alone; fewer than the reader's own attributes. */
export const newsAttributes = [
  'killed',
  'injured',
  'missing',
  'hostages',
  'rescued',
  'displaced',
  'arrested',
  'detained',
  'perpetratorsKilled',
  'casualties',
  'perpetratorsInjured',
] as const;

const claimSchema = z.object({
  attribute: z.enum(newsAttributes),
  ...range,
  /** First 8 hex digits of the SHA-256 of the words. */
  check: z.string().length(8),
  /** The number as printed; null where a vague word stands for one. */
  n: bounds.nullable(),
  /** Key of the happening, the same in every article read by one reader; `period:…` for a stretch of time or a war. */
  event: z.string(),
  qualifier: z.string().optional(),
  scope: z.enum(['subset', 'additional']).optional(),
  accumulation: z.enum(['running', 'new', 'period']).optional(),
  victims: z.string().optional(),
  modality: z.enum(['alleged', 'claimed', 'denied', 'feared', 'hypothetical']).optional(),
  /** Right if read and no miss if not. */
  optional: z.boolean().optional(),
  speaker: z.object(range).optional(),
});
export type NewsClaim = z.infer<typeof claimSchema>;

const eventSchema = z.object({
  kind: z.string().nullable(),
  /** EDTF; `XXXX-08-21` where the year is not in the text. */
  day: z.string().optional(),
  dayOutside: z.boolean().optional(),
  dayWords: words.optional(),
  place: z.string().optional(),
  within: z.array(z.string()).optional(),
  relation: z.string().optional(),
  placeWords: words.optional(),
  country: z.string().optional(),
  conflict: z.string().optional(),
  continues: z.boolean().optional(),
  final: z.unknown().optional(),
});

const articleSchema = z.object({
  corpus: z.string(),
  id: z.string(),
  kind: z.string(),
  /** Key of the event the article is about. */
  main: z.string().optional(),
  events: z.record(z.string(), eventSchema),
  claims: z.array(claimSchema),
  /** Numbers of people or things that count nobody's fate. */
  traps: z.array(z.object(range)),
});

/** One article of world news as a careful reader marks it; positions are UTF-16 code units of its title, a line break and its text. */
export type NewsGold = z.infer<typeof articleSchema>;

export const newsParts = ['set-aside', 'rules'] as const;
/** `set-aside` is scored only and never looked into: articles whose SHA-1 of "corpus/id" is divisible by three. */
export type NewsPart = (typeof newsParts)[number];

/** Read the gold of one part. */
export function readNewsGold(part: NewsPart): readonly NewsGold[] {
  const path = new URL(`../../test/gold/news/${part}.json`, import.meta.url);
  return z.array(articleSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
}
