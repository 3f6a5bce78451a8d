import { readFileSync } from 'node:fs';
import { z } from 'zod';

const range = { start: z.int().nonnegative(), end: z.int().positive() };
const words = z.object({ ...range, check: z.string().length(8) });
const bounds = z.tuple([z.number(), z.number().nullable()]);

/** The attributes that the guide (`docs/annotation.md`) asks for, the last two for shootings only. The reader has more. */
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
  /** Bounds of the number as printed ("up to 18" is 0 to 18); null for a vague word. */
  n: bounds.nullable(),
  /** Key of the incident, the same in all articles marked by one reader; `period:…` for a stretch of time or a war. */
  event: z.string(),
  qualifier: z.string().optional(),
  scope: z.enum(['subset', 'additional']).optional(),
  accumulation: z.enum(['running', 'new', 'period']).optional(),
  victims: z.string().optional(),
  modality: z.enum(['alleged', 'claimed', 'denied', 'feared', 'hypothetical']).optional(),
  /** True for a claim that is right if read but not missed if not. */
  optional: z.boolean().optional(),
  speaker: z.object(range).optional(),
});
export type NewsClaim = z.infer<typeof claimSchema>;

const eventSchema = z.object({
  kind: z.string().nullable(),
  /** EDTF day; `XXXX-08-21` where the text does not give the year. */
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

/** Form of one article of the gold. */
export const articleSchema = z.object({
  corpus: z.string(),
  id: z.string(),
  kind: z.string(),
  /** Key of the incident that the article is about. */
  main: z.string().optional(),
  events: z.record(z.string(), eventSchema),
  claims: z.array(claimSchema),
  /** Numbers of people or things that say nothing of anybody's fate, and must not be read as a toll. */
  traps: z.array(z.object(range)),
});

/** An article of world news as a careful reader marks it; positions are UTF-16 code units of its title, a line break and its text. */
export type NewsGold = z.infer<typeof articleSchema>;

export const newsParts = ['set-aside', 'rules'] as const;
/**
 * Part of the gold. `set-aside` is only scored, never looked into: its articles are those whose SHA-1 of "corpus/id" is
 * divisible by three.
 */
export type NewsPart = (typeof newsParts)[number];

/** Which gold: all claims of an article, or only when and where its own happening was. */
export type NewsGoldFolder = 'news' | 'when-where';

/** Read the gold of one part. */
export function readNewsGold(part: NewsPart, folder: NewsGoldFolder = 'news'): readonly NewsGold[] {
  const path = new URL(`../../test/gold/${folder}/${part}.json`, import.meta.url);
  return z.array(articleSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
}
