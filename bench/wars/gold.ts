import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readNewsGold } from '../news/gold.ts';

const range = { start: z.int().nonnegative(), end: z.int().positive() };

const windowSchema = z.object({
  corpus: z.string(),
  /** First day of print of the window. */
  from: z.string(),
  incidents: z.record(
    z.string(),
    z.object({
      kind: z.string().nullable(),
      day: z.string().nullable(),
      place: z.string().nullable(),
      killed: z
        .object({ low: z.number().nullish(), best: z.number().nullish(), high: z.number().nullish() })
        .optional(),
      continues: z.boolean().optional(),
      partOf: z.string().optional(),
    }),
  ),
  /** By id of the report: what it is about, and every incident it tells of, with where. */
  reports: z.record(
    z.string(),
    z.object({
      sha: z.string(),
      main: z.string().nullable(),
      tells: z.array(z.object({ incident: z.string(), how: z.enum(['told', 'recalled']), ...range })),
    }),
  ),
  tolls: z.array(
    z.object({
      report: z.string(),
      attribute: z.string(),
      min: z.number().nullable(),
      max: z.number().nullable(),
      since: z.string().nullish(),
      asOf: z.string().nullish(),
      ...range,
    }),
  ),
});
/** Reports of one war printed within a few days, with what happened in them as a careful reader told it apart. */
export type WarWindow = z.infer<typeof windowSchema>;

export type WarPart = 'set-aside' | 'rules';
export const warParts: readonly WarPart[] = ['set-aside', 'rules'];

/** Read the windows of a part of `test/gold/wars`. */
export function readWarGold(part: WarPart): readonly WarWindow[] {
  const path = new URL(`../../test/gold/wars/${part}.json`, import.meta.url);
  return z.array(windowSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Cut windows to the reports that the gold of world news does not give to learn from: both drew from the same wars. */
export function keepUnlearnt(windows: readonly WarWindow[]): readonly WarWindow[] {
  const learnt = new Set(readNewsGold('rules').map(({ corpus, id }) => `${corpus}/${id}`));
  return windows.map((window) => {
    const isKept = (id: string): boolean => !learnt.has(`${window.corpus}/${id}`);
    return {
      ...window,
      reports: Object.fromEntries(Object.entries(window.reports).filter(([id]) => isKept(id))),
      tolls: window.tolls.filter(({ report }) => isKept(report)),
    };
  });
}
