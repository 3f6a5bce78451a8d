import { z } from 'zod';
import { blockSchema, knownDateSchema } from './article.ts';
import { actorAttributes, attributes } from './attribute.ts';
import { claimSchema } from './claim.ts';
import { conflictSchema } from './conflict.ts';
import { proofStandards, settledDecisionSchema } from './decision.ts';
import { incidentTypes, setAsideSchema } from './incident.ts';
import { issueSchema } from './issue.ts';
import {
  companionIncidentSchema,
  copySchema,
  entitySchema,
  joinReasonSchema,
  nearMissSchema,
  regroupingSchema,
  storySchema,
} from './link.ts';
import { runtimes } from './network.ts';
import { precisionCodesSchema } from './precision-codes.ts';
import { rangeSchema } from './span.ts';
import { differences, grades, statuses } from './status.ts';
import { claimValueSchema, placeRelationSchema, placeValueSchema, precisions } from './value.ts';
import { voiceSchema } from './voice.ts';

const ids = z.array(z.string()).readonly();

/** One value that some reports give, with its witnesses. */
export const readingSchema = z
  .object({
    value: claimValueSchema,
    claims: ids,
    /** Upper bound: outlets, authors and original speakers that differ. */
    independentSources: z.int().nonnegative(),
    difference: z.enum(differences).optional(),
    /** One sentence that says why it differs. */
    note: z.string().optional(),
    /** False where the policy set it aside. */
    used: z.boolean(),
    /** Witnesses that count as one with another, and what they share with it. */
    collapsed: z
      .array(
        z
          .object({
            article: z.string(),
            into: z.string(),
            because: z.enum(['copy', 'outlet', 'wire', 'author', 'speaker']),
            shared: z.string().optional(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
  })
  .readonly();
export type AttributeReading = z.infer<typeof readingSchema>;

/** The accepted figure as it stood at one time of report. */
export const tollStepSchema = z
  .object({
    /** Day or instant of report, ISO 8601 UTC. */
    at: z.string(),
    low: z.int().nonnegative().nullable(),
    best: z.int().nonnegative().nullable(),
    high: z.int().nonnegative().nullable(),
    /** Articles that reported at that time. */
    articles: ids,
  })
  .readonly();
export type TollStep = z.infer<typeof tollStepSchema>;

/** The accepted reading of one counted attribute, under one policy, with every variant below it. */
export const countRecordSchema = z
  .object({
    low: z.int().nonnegative().nullable(),
    best: z.int().nonnegative().nullable(),
    high: z.int().nonnegative().nullable(),
    status: z.enum(statuses),
    grade: z.enum(grades),
    policy: z.string(),
    rule: z.string(),
    /** One sentence for a reader. */
    why: z.string(),
    readings: z.array(readingSchema).readonly(),
    /** How the accepted figure moved with the reports; only times at which it changed. */
    history: z.array(tollStepSchema).readonly().optional(),
    /** Figures that do not set the code but belong beside it ("40, by the attackers"). */
    notes: ids.optional(),
    /** Ids of the decisions that shaped it. */
    decisions: ids.optional(),
  })
  .readonly();
export type CountRecord = z.infer<typeof countRecordSchema>;

/** The accepted reading of a category, actor or statement. */
export const termRecordSchema = z
  .object({
    value: z.string().nullable(),
    status: z.enum(statuses),
    policy: z.string(),
    rule: z.string(),
    why: z.string(),
    readings: z.array(readingSchema).readonly(),
  })
  .readonly();
export type TermRecord = z.infer<typeof termRecordSchema>;

export const reasonSchema = z
  .object({
    summary: z.string(),
    kind: z.enum(['claimed', 'inferred', 'established']),
    claims: ids,
    speakers: ids,
    independentSources: z.int().nonnegative(),
  })
  .readonly();

/** One event of those a policy codes an incident as, with its share of the tolls. */
export const incidentUnitSchema = z
  .object({
    /** Counted from 1. */
    number: z.int().positive(),
    of: z.int().positive(),
    day: z.string().optional(),
    place: z.string().optional(),
    /** Share of each counted attribute that the policy divides. */
    shares: z.partialRecord(z.enum(attributes), z.int().nonnegative()).readonly(),
    rule: z.string(),
    note: z.string(),
  })
  .readonly();
export type IncidentUnit = z.infer<typeof incidentUnitSchema>;

/** Whether the data set of the policy would hold the incident, by criteria of its own. */
export const entrySchema = z.object({ meets: z.boolean(), rule: z.string(), why: z.string() }).readonly();

/** A standard of proof that a person says is met; nothing but a decision sets it. */
export const proofSchema = z
  .object({
    standard: z.enum(proofStandards),
    /** The attribute it is said of; absent where of the incident. */
    attribute: z.enum(attributes).optional(),
    by: z.string(),
    at: z.string(),
    reason: z.string(),
    decision: z.string(),
  })
  .readonly();
export type Proof = z.infer<typeof proofSchema>;

/** One incident of an edition. */
export const incidentSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    type: z.enum(incidentTypes),
    main: z.boolean(),
    story: z.string().optional(),
    articles: ids,
    /** Those of them that only recall it: told aside, weeks after it happened. */
    recalledBy: ids.optional(),
    date: z
      .object({
        value: z.string().nullable(),
        earliest: z.string().optional(),
        latest: z.string().optional(),
        precision: z.enum(precisions),
        status: z.enum(statuses),
        claims: ids,
        codes: precisionCodesSchema.optional(),
        /** Words that tell other days, and why they are not the incident's. */
        setAside: z.array(setAsideSchema).readonly().optional(),
      })
      .readonly(),
    place: z
      .object({
        name: z.string().nullable(),
        venue: z.string().optional(),
        precision: placeValueSchema.unwrap().shape.level.or(z.literal('unknown')),
        city: z.string().optional(),
        district: z.string().optional(),
        state: z.string().optional(),
        country: z.string().optional(),
        lat: z.number().optional(),
        lon: z.number().optional(),
        /** Kilometres around the point within which it lies, where words tell it. */
        radiusKm: z.number().optional(),
        /** How it lies to the place named: "60 km off Zuara". */
        relation: placeRelationSchema.optional(),
        /** Of a storm, a quake, a flood: the places it struck, and the narrowest one known to hold them all. */
        area: z
          .object({ places: z.array(z.string()).readonly(), within: z.string().optional() })
          .readonly()
          .optional(),
        claims: ids,
        codes: precisionCodesSchema.optional(),
        /** Words that tell other places, and why they are not the incident's. */
        setAside: z.array(setAsideSchema).readonly().optional(),
      })
      .readonly(),
    attributes: z.partialRecord(z.enum(attributes), z.union([countRecordSchema, termRecordSchema])).readonly(),
    reasons: z.array(reasonSchema).readonly(),
    possiblySame: ids,
    /** The same with what spoke for joining them, nearest first. */
    nearlySame: z.array(nearMissSchema).readonly().optional(),
    toldTogether: z.array(companionIncidentSchema).readonly().optional(),
    /** Ids of the mentions joined; they find the incident again when more is read. */
    mentions: ids.optional(),
    because: z.array(joinReasonSchema).readonly(),
    /** Set where the policy codes it as several events, or as one at a wider place. */
    units: z.array(incidentUnitSchema).readonly().optional(),
    /** For a policy whose data set has criteria of entry: whether the incident meets them. */
    entry: entrySchema.optional(),
    /** Standards of proof that people say are met, the incident's first. */
    proof: z.array(proofSchema).readonly().optional(),
    /** What people noted on it. */
    notes: z
      .array(z.object({ by: z.string(), at: z.string(), text: z.string() }).readonly())
      .readonly()
      .optional(),
    /** Ids of the decisions that shaped it. */
    decisions: ids.optional(),
  })
  .readonly();
export type Incident = z.infer<typeof incidentSchema>;

export const editionArticleSchema = z
  .object({
    id: z.string(),
    path: z.string().optional(),
    url: z.string().optional(),
    outlet: z.string().optional(),
    headline: z.string().optional(),
    published: knownDateSchema.optional(),
    modified: knownDateSchema.optional(),
    /** Day it is taken to report from, and how that is known. */
    reportDay: z
      .object({ day: z.string(), how: z.enum(['published', 'story']) })
      .readonly()
      .optional(),
    authors: ids,
    wire: z.string().optional(),
    language: z.string(),
    text: z.string(),
    blocks: z.array(blockSchema).readonly(),
    /** Where private persons of the record are named in the text; printed forms veil them unless asked for. */
    names: z.array(rangeSchema).readonly().optional(),
  })
  .readonly();
export type EditionArticle = z.infer<typeof editionArticleSchema>;

export const actorSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: ids,
    attributes: z.partialRecord(z.enum(actorAttributes), termRecordSchema).readonly(),
    incidents: ids,
  })
  .readonly();
export type Actor = z.infer<typeof actorSchema>;

/** The whole result of one run; what `variorum read` prints as JSON. */
export const editionSchema = z
  .object({
    variorum: z.literal(1),
    version: z.string(),
    config: z
      .object({
        policy: z.string(),
        hash: z.string(),
        /** What computed the trained reader's network, whose scores it may round otherwise; absent where that reader was not used. */
        runtime: z.enum(runtimes).optional(),
      })
      .loose()
      .readonly(),
    articles: z.array(editionArticleSchema).readonly(),
    copies: z.array(copySchema).readonly(),
    stories: z.array(storySchema).readonly(),
    incidents: z.array(incidentSchema).readonly(),
    /** Wars, campaigns, epidemics and seasons that hold incidents, with the series of their own tolls. */
    conflicts: z.array(conflictSchema).readonly().optional(),
    claims: z.array(claimSchema).readonly(),
    actors: z.array(actorSchema).readonly(),
    /** Organisations and persons across articles. */
    entities: z.array(entitySchema).readonly().optional(),
    voices: z.array(voiceSchema).readonly(),
    issues: z.array(issueSchema).readonly(),
    /** What became of the stories and incidents of the earlier edition whose ids were kept. */
    regrouped: z.array(regroupingSchema).readonly().optional(),
    /** Every decision given, in order of time, and what became of it. */
    decisions: z.array(settledDecisionSchema).readonly().optional(),
  })
  .readonly();
export type Edition = z.infer<typeof editionSchema>;

/** Tell whether a record counts people rather than naming something. */
export function isCountRecord(record: CountRecord | TermRecord): record is CountRecord {
  return 'best' in record;
}
