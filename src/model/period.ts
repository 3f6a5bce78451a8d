import { z } from 'zod';
import { dateValueSchema, placeValueSchema } from './value.ts';

/** Kinds of thing that last: what a figure of a longer time counts over. */
export const conflictKinds = ['war', 'campaign', 'epidemic', 'season'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** What the words say a figure of a longer time counts over: "more than 3,000 killed in Gaza since 7 October". */
export const countedPeriodSchema = z
  .object({
    since: dateValueSchema.optional(),
    /** True where it counts back from its report: "in the past two weeks". */
    rolling: z.boolean().optional(),
    kind: z.enum(conflictKinds).optional(),
    /** The noun that names it ("civil war", "outbreak"). */
    noun: z.string().optional(),
    /** Places named with the figure, narrow first. */
    places: z.array(placeValueSchema).readonly(),
  })
  .readonly();
export type CountedPeriod = z.infer<typeof countedPeriodSchema>;
