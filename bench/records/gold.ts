import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { differences } from '../../src/model/index.ts';
import { readNewsGold } from '../news/gold.ts';

const range = { start: z.int().nonnegative(), end: z.int().positive(), check: z.string().length(8) };
const bounds = { min: z.number().nullable(), max: z.number().nullable() };
const figure = z.number().nullable();

const recordSchema = z.object({
  low: figure,
  best: figure,
  high: figure,
  /** True where no report prints the whole and the recorder added up its parts. */
  summed: z.boolean().optional(),
});
export type GoldRecord = z.infer<typeof recordSchema>;

const readingSchema = z.object({
  ...bounds,
  ...range,
  /** The report its words are of, then the others that give the same figure. */
  reports: z.array(z.int().nonnegative()).min(1),
  /** The word beside the number: "at least", "dozens". */
  q: z.string().optional(),
  difference: z.enum(differences).optional(),
  asOf: z.string().optional(),
  spoken: z.boolean().optional(),
});
export type GoldReading = z.infer<typeof readingSchema>;

const incidentSchema = z.object({
  kind: z.string().nullable(),
  day: z.string().nullable(),
  place: z.string().nullable().optional(),
  within: z.array(z.string()),
  relation: z.string().optional(),
  /** Reports that tell it as their news, and those that only recall it. */
  reports: z.array(z.int()),
  mentioned: z.array(z.int()),
  record: z.record(z.string(), recordSchema),
  readings: z.record(z.string(), z.array(readingSchema)),
});
export type GoldIncident = z.infer<typeof incidentSchema>;

const groupSchema = z.object({
  group: z.string(),
  reports: z.array(z.object({ corpus: z.string(), id: z.string(), sha: z.string() })),
  incidents: z.record(z.string(), incidentSchema),
  conflicts: z.array(
    z.object({
      report: z.int(),
      attribute: z.string(),
      ...bounds,
      ...range,
      since: z.string().nullish(),
      asOf: z.string().nullish(),
    }),
  ),
  copies: z.array(z.object({ from: z.int(), to: z.int(), kind: z.string() })),
  notCopies: z.array(z.tuple([z.int(), z.int()])),
  reasons: z.array(
    z.object({ incident: z.string(), kind: z.string(), report: z.int(), spoken: z.boolean().optional(), ...range }),
  ),
  responsibility: z.array(
    z.object({ incident: z.string(), stance: z.string(), report: z.int(), spoken: z.boolean().optional(), ...range }),
  ),
});
/** Reports of one event, of alike events or of some days of a war, with the records a careful recorder made of them. */
export type RecordGroup = z.infer<typeof groupSchema>;

export type RecordPart = 'set-aside' | 'rules';
export const recordParts: readonly RecordPart[] = ['set-aside', 'rules'];

/** Read the groups of a part of `test/gold/records`. */
export function readRecordGold(part: RecordPart): readonly RecordGroup[] {
  const path = new URL(`../../test/gold/records/${part}.json`, import.meta.url);
  return z.array(groupSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Name the reports that the trained reader has learnt from, as `corpus/id`. */
export function listLearnt(): ReadonlySet<string> {
  return new Set(readNewsGold('rules').map(({ corpus, id }) => `${corpus}/${id}`));
}
