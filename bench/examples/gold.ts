import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { countAttributes } from '../../src/model/index.ts';

const goldReading = z.object({
  anchor: z.int().optional(),
  vague: z.string().optional(),
  min: z.int().optional(),
  max: z.int().optional(),
  files: z.array(z.string()),
  quote: z.string(),
  scope: z.enum(['total', 'subset', 'additional']).optional(),
  modality: z.string().optional(),
  accumulation: z.string().optional(),
});
export type GoldReading = z.infer<typeof goldReading>;

const goldRange = z.object({ low: z.int(), best: z.int(), high: z.int() });
const goldCount = z.object({
  readings: z.array(goldReading),
  recorder: goldRange.optional(),
  ucdp: goldRange.optional(),
});

const goldIncident = z
  .object({
    title: z.string(),
    date: z.string(),
    articles: z.array(z.string()),
    reasons: z
      .array(z.object({ summary: z.string(), witnesses: z.array(z.object({ file: z.string(), quote: z.string() })) }))
      .optional(),
  })
  .loose()
  .transform((incident) => ({
    ...incident,
    counts: countAttributes.flatMap((attribute) => {
      const count = goldCount.safeParse(incident[attribute]);
      return count.success ? [{ attribute, ...count.data }] : [];
    }),
  }));
export type GoldIncident = z.infer<typeof goldIncident>;

const goldStory = z.object({
  story: z.string(),
  articles: z.array(
    z.object({
      file: z.string(),
      headline: z.string(),
      published: z.string().nullable(),
      disputed: z.boolean().optional(),
    }),
  ),
  incidents: z.array(goldIncident),
  background: z.array(goldIncident),
  copies: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string() })),
  notAFigure: z.array(z.object({ file: z.string(), quote: z.string(), why: z.string() })),
  voices: z.array(z.object({ file: z.string(), speaker: z.string(), stance: z.string(), quote: z.string() })),
});

/** What a careful reader found in one story; examples/README.md describes the format. */
export type GoldStory = z.infer<typeof goldStory>;

/** Read the gold of one story. */
export function readGold(path: string): GoldStory {
  return goldStory.parse(JSON.parse(readFileSync(path, 'utf8')));
}
