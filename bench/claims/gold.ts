import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { attributes, modalities, speakerKinds } from '../../src/model/index.ts';

const range = { start: z.int().nonnegative(), end: z.int().positive() };

const goldClaimSchema = z.object({
  attribute: z.enum(attributes),
  ...range,
  /** The words of the range: themselves in invented reports, the first 8 hex digits of their SHA-256 elsewhere. */
  quote: z.string().optional(),
  check: z.string().length(8).optional(),
  /** Bounds of a count; null is unbounded. */
  min: z.int().optional(),
  max: z.int().nullable().optional(),
  /** Value of a date (EDTF) or the term of a type, weapon or target. */
  term: z.string().optional(),
  /** Other attributes a careful reader may give it. */
  accept: z.array(z.enum(attributes)).optional(),
  /** Optional claims are right if read and no miss if not. */
  optional: z.boolean().optional(),
  /** The words name several one by one: their single claims together say as much. */
  list: z.boolean().optional(),
  /** Statements of one article with the same mark tell of the same people without a new number. */
  same: z.string().optional(),
  /** About another happening than the article's own. */
  background: z.boolean().optional(),
  scope: z.enum(['total', 'subset', 'additional']).optional(),
  victims: z.array(z.string()).optional(),
  modality: z.enum(modalities).optional(),
  accumulation: z.enum(['running', 'new', 'period', 'final']).optional(),
  speaker: z.object({ ...range, kind: z.enum(speakerKinds) }).optional(),
  age: z.int().optional(),
  sex: z.enum(['female', 'male']).optional(),
});

/** One claim as a careful reader marks it; positions are UTF-16 code units of `textOf` its document. */
export type GoldClaim = z.infer<typeof goldClaimSchema>;

const goldDocumentSchema = z.object({
  id: z.string(),
  /** Present in invented reports only; elsewhere looked up in `../shared`. */
  title: z.string().optional(),
  text: z.string().optional(),
  published: z.string().optional(),
  claims: z.array(goldClaimSchema),
});
export type GoldDocument = z.infer<typeof goldDocumentSchema>;

export const sources = ['invented', 'gva', 'meantime'] as const;
export type Source = (typeof sources)[number];
export const parts = ['rules', 'set-aside'] as const;
export type Part = (typeof parts)[number];

const folder = new URL('../../test/gold/claims/', import.meta.url);

/** Read the gold of one source and part. */
export function readGold(source: Source, part: Part): readonly GoldDocument[] {
  return z.array(goldDocumentSchema).parse(readFile(`${source}.${part}.json`));
}

const negativeSchema = z.object({ id: z.string(), text: z.string(), why: z.string() });
export type Negative = z.infer<typeof negativeSchema>;

/** Read the sentences that state no casualty. */
export function readNegatives(part: Part): readonly Negative[] {
  return z.array(negativeSchema).parse(readFile(`negatives.${part}.json`));
}

/** Tell which part a document belongs to: by its id alone, so that none can be moved. */
export function partOf(id: string): Part {
  return Number.parseInt(hashOf(id).slice(0, 8), 16) % 2 === 0 ? 'rules' : 'set-aside';
}

/** Mark words without repeating them. */
export function checkOf(words: string): string {
  return hashOf(words).slice(0, 8);
}

function hashOf(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex');
}

function readFile(name: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(name, folder)), 'utf8'));
}
