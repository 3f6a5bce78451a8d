import { z } from 'zod';

/**
 * Count what the words say: the interval they allow and the number they print.
 *
 * `max` null is unbounded ("at least 137"). `anchor` is the printed number; vague words ("dozens") have none.
 */
export const countValueSchema = z
  .object({
    kind: z.literal('count'),
    min: z.int().nonnegative(),
    max: z.int().nonnegative().nullable(),
    anchor: z.int().nonnegative().optional(),
    qualifier: z
      .enum(['at-least', 'more-than', 'up-to', 'nearly', 'about', 'between', 'fewer-than', 'sum', 'implicit'])
      .optional(),
    vague: z.string().optional(),
  })
  .readonly();
export type CountValue = z.infer<typeof countValueSchema>;

export const precisions = ['day', 'days', 'week', 'month', 'season', 'year', 'years', 'unknown'] as const;
export type Precision = (typeof precisions)[number];

/** Date as EDTF with the days it may be: `earliest` and `latest` are ISO 8601 days, inclusive. */
export const dateValueSchema = z
  .object({
    kind: z.literal('date'),
    edtf: z.string(),
    earliest: z.iso.date(),
    latest: z.iso.date(),
    precision: z.enum(precisions),
  })
  .readonly();
export type DateValue = z.infer<typeof dateValueSchema>;

export const placeRelations = ['near', 'distance', 'bearing', 'off', 'between', 'border', 'along', 'at-sea'] as const;

/**
 * How what happened lies to the place it is told by: "60 km off Zuara" is `off` with 60 km, "on the road between Hull and York" `between` with two
 * anchors.
 */
export const placeRelationSchema = z
  .object({
    kind: z.enum(placeRelations),
    /** As printed, the name included. */
    words: z.string(),
    km: z.number().nonnegative().optional(),
    /** Degrees from north, clockwise. */
    bearing: z.number().min(0).max(360).optional(),
    /** Names it is told from. */
    anchors: z.array(z.string()).readonly(),
    /** Where it is by these words, as far as they tell. */
    lat: z.number().optional(),
    lon: z.number().optional(),
    /** Kilometres around that point within which it lies. */
    radiusKm: z.number().nonnegative().optional(),
  })
  .readonly();
export type PlaceRelation = z.infer<typeof placeRelationSchema>;

/** Place from narrow to wide; coordinates in WGS 84 degrees; `id` is a GeoNames id where the gazetteer knows it. */
export const placeValueSchema = z
  .object({
    kind: z.literal('place'),
    name: z.string(),
    /** What the name denotes; a venue is known from the text only. */
    level: z.enum(['venue', 'city', 'district', 'state', 'country', 'region', 'water']),
    id: z.string().optional(),
    city: z.string().optional(),
    /** Second-order unit (county, district). */
    district: z.string().optional(),
    /** First-order unit (state, province). */
    state: z.string().optional(),
    /** ISO 3166-1 alpha-2. */
    country: z.string().length(2).optional(),
    lat: z.number().optional(),
    lon: z.number().optional(),
    /** Words of distance ("near", "outskirts of") that loosen the place. */
    near: z.boolean().optional(),
    /** How what happened lies to it, where it was not simply there. */
    relation: placeRelationSchema.optional(),
  })
  .readonly();
export type PlaceValue = z.infer<typeof placeValueSchema>;

const earthRadiusKm = 6371;

/** Great-circle distance in kilometres where both places have coordinates. */
export function distanceKm(a: PlaceValue, b: PlaceValue): number | undefined {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return undefined;
  const radians = Math.PI / 180;
  const [latA, latB] = [a.lat * radians, b.lat * radians];
  const deltaLon = (b.lon - a.lon) * radians;
  const chord = Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(deltaLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A term of one of the project's own category tables (weapon, type, target). */
export const categoryValueSchema = z.object({ kind: z.literal('category'), term: z.string() }).readonly();
export type CategoryValue = z.infer<typeof categoryValueSchema>;

/** An organisation or person by the name the text uses; `actor` is the id once aliases are joined. */
export const actorValueSchema = z
  .object({ kind: z.literal('actor'), name: z.string(), actor: z.string().optional() })
  .readonly();
export type ActorValue = z.infer<typeof actorValueSchema>;

/** A statement kept in its own words (reason, warning, description of a perpetrator). */
export const statementValueSchema = z.object({ kind: z.literal('statement'), text: z.string() }).readonly();
export type StatementValue = z.infer<typeof statementValueSchema>;

export const claimValueSchema = z.discriminatedUnion('kind', [
  countValueSchema,
  dateValueSchema,
  placeValueSchema,
  categoryValueSchema,
  actorValueSchema,
  statementValueSchema,
]);
export type ClaimValue = z.infer<typeof claimValueSchema>;

/** Make the interval of a plain number. */
export function exactly(count: number): CountValue {
  return { kind: 'count', min: count, max: count, anchor: count };
}

/** Add counts of disjoint groups; the anchor survives only where every part prints one. */
export function sumCounts(parts: readonly CountValue[]): CountValue {
  const anchors = parts.map((part) => part.anchor).filter((anchor) => anchor !== undefined);
  const unbounded = parts.some((part) => part.max === null);
  return {
    kind: 'count',
    min: parts.reduce((sum, part) => sum + part.min, 0),
    max: unbounded ? null : parts.reduce((sum, part) => sum + (part.max ?? 0), 0),
    ...(anchors.length === parts.length ? { anchor: anchors.reduce((sum, anchor) => sum + anchor, 0) } : {}),
    qualifier: 'sum',
  };
}
