import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { attributes, modalities, speakerKinds } from '../../src/model/index.ts';

const range = { start: z.int().nonnegative(), end: z.int().positive() };

const goldClaimSchema = z.object({
  attribute: z.enum(attributes),
  ...range,
  /** The words of the range: in full for invented reports, elsewhere the first 8 hex digits of their SHA-256. */
  quote: z.string().optional(),
  check: z.string().length(8).optional(),
  /** Bounds of a count; null means unbounded. */
  min: z.int().optional(),
  max: z.int().nullable().optional(),
  /** The value of a date (EDTF), or the term of a type, weapon or target. */
  term: z.string().optional(),
  /** Other attributes that are right as well. */
  accept: z.array(z.enum(attributes)).optional(),
  /** True for a claim that is right if read but not missed if not. */
  optional: z.boolean().optional(),
  /** True where the words list persons one by one ("a driver and a cyclist"): single claims that add up to the figure are right as well. */
  list: z.boolean().optional(),
  /** Mark shared by the statements of an article about the same people; they count as one figure. */
  same: z.string().optional(),
  /** True for another incident than the one the article is about. */
  background: z.boolean().optional(),
  scope: z.enum(['total', 'subset', 'additional']).optional(),
  victims: z.array(z.string()).optional(),
  modality: z.enum(modalities).optional(),
  accumulation: z.enum(['running', 'new', 'period', 'final']).optional(),
  speaker: z.object({ ...range, kind: z.enum(speakerKinds) }).optional(),
  age: z.int().optional(),
  sex: z.enum(['female', 'male']).optional(),
});

/** A claim as a careful reader marks it; positions are UTF-16 code units of `textOf` its document. */
export type GoldClaim = z.infer<typeof goldClaimSchema>;

const goldDocumentSchema = z.object({
  id: z.string(),
  /** In invented reports only; the texts of others are looked up in `../shared`. */
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

/** Find the part a document belongs to. It follows from the id alone, so that nobody can move a document from one part to another. */
export function partOf(id: string): Part {
  return Number.parseInt(hashOf(id).slice(0, 8), 16) % 2 === 0 ? 'rules' : 'set-aside';
}

/** Hash words, so that the gold can be checked against a text without containing it. */
export function checkOf(words: string): string {
  return hashOf(words).slice(0, 8);
}

function hashOf(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex');
}

function readFile(name: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(name, folder)), 'utf8'));
}
