import { z } from 'zod';
import { countAttributes } from './attribute.ts';
import { conflictKinds } from './period.ts';
import { countValueSchema, dateValueSchema, placeValueSchema } from './value.ts';

const ids = z.array(z.string()).readonly();

/** One figure of a conflict's series: who counted whom, since when and as of when. Reports that state it alike are its claims. */
export const conflictTollSchema = z
  .object({
    attribute: z.enum(countAttributes),
    value: countValueSchema,
    /** Where the counted were, as the words name it. */
    place: z.string().optional(),
    /** Classes of people counted. */
    victims: ids.optional(),
    /** Original speaker; absent where reports say it in their own voice. */
    speaker: z.string().optional(),
    since: dateValueSchema.optional(),
    /** Day of the reports that state it, ISO 8601. */
    asOf: z.string().optional(),
    claims: ids,
    articles: ids,
  })
  .readonly();
export type ConflictToll = z.infer<typeof conflictTollSchema>;

/**
 * A war, campaign, epidemic or season: what lasts, holds incidents and has tolls of its own.
 *
 * Its tolls are a series as they were told, by source, never joined nor summed, and never a reading of an incident.
 */
export const conflictSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(conflictKinds),
    /** Organised actors that several of its reports tie to violence. */
    parties: ids,
    since: dateValueSchema.optional(),
    place: placeValueSchema.optional(),
    incidents: ids,
    articles: ids,
    tolls: z.array(conflictTollSchema).readonly(),
  })
  .readonly();
export type Conflict = z.infer<typeof conflictSchema>;

/** What of an edition stays: ids of articles and of incidents. */
export interface KeptParts {
  readonly articles: ReadonlySet<string>;
  readonly incidents: ReadonlySet<string>;
}

/** Cut conflicts to the reports and incidents that stay; one without a toll left goes. */
export function cutConflicts(conflicts: readonly Conflict[], { articles, incidents }: KeptParts): readonly Conflict[] {
  return conflicts.flatMap((conflict) => {
    const tolls = conflict.tolls
      .map((toll) => ({ ...toll, articles: toll.articles.filter((id) => articles.has(id)) }))
      .filter((toll) => toll.articles.length > 0);
    if (tolls.length === 0) return [];
    return [
      {
        ...conflict,
        articles: conflict.articles.filter((id) => articles.has(id)),
        incidents: conflict.incidents.filter((id) => incidents.has(id)),
        tolls,
      },
    ];
  });
}
