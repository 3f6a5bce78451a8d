import { z } from 'zod';
import {
  countAttributes,
  decisionSchema,
  incidentSchema,
  incidentTypes,
  issueSchema,
  statuses,
} from '../../model/index.ts';
import { doubts } from '../../service/index.ts';

// What the API alone prints and takes; what every door prints is in service/query/shapes.ts.

const text = z.string();
const count = z.int().nonnegative();
const figure = count.nullable();

/** Some of what was found, and the cursor of the rest. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item).readonly(), next: text.optional(), total: count.optional() }).readonly();
}

export const figureSchema = z.object({ low: figure, best: figure, high: figure, status: z.enum(statuses) }).readonly();

const { date, place } = incidentSchema.unwrap().shape;

/** An incident as a line of a table. */
export const lineSchema = z
  .object({
    id: text,
    title: text,
    type: z.enum(incidentTypes),
    main: z.boolean(),
    story: text.optional(),
    date: date.unwrap().omit({ claims: true }).readonly(),
    place: place.unwrap().omit({ claims: true }).readonly(),
    figures: z.partialRecord(z.enum(countAttributes), figureSchema).readonly(),
    status: z.enum(statuses),
    articles: z.array(text).readonly(),
    doubt: z.enum(doubts),
    /** Figures nobody has settled. */
    open: count,
    decided: z.object({ by: text, at: text }).readonly().optional(),
    groundChanged: text.optional(),
  })
  .readonly();

/** One difference between two editions. */
export const changeSchema = z
  .object({
    kind: z.enum(['moved', 'appeared', 'withdrawn', 'incident-appeared', 'incident-gone']),
    incident: text,
    title: text,
    attribute: text.optional(),
    before: text.optional(),
    after: text.optional(),
    because: z.array(text).readonly(),
  })
  .readonly();

/** An article that was found. */
export const hitSchema = z
  .object({
    article: text,
    headline: text,
    outlet: text.optional(),
    published: text.optional(),
    url: text.optional(),
    snippet: text,
  })
  .readonly();

const changes = z.object({ change: z.enum(['same', 'out', 'in']), text }).readonly();
const moved = z
  .object({ attribute: text, before: z.array(text).readonly(), after: z.array(text).readonly() })
  .readonly();
const received = z
  .object({
    status: text.optional(),
    headers: z.array(z.tuple([text, text]).readonly()).readonly(),
    records: z
      .array(
        z.object({ record: text, uri: text.optional(), date: text.optional(), digest: text.optional() }).readonly(),
      )
      .readonly(),
  })
  .readonly();

/** One text of an article, and what it changed of the one before. */
export const versionSchema = z
  .object({
    article: text,
    source: text,
    seenAt: text,
    headline: text,
    removed: z.boolean().optional(),
    changes: z.array(changes).readonly().optional(),
    moved: z.array(moved).readonly().optional(),
    received: received.optional(),
  })
  .readonly();

/** An edition that was released under a name. */
export const releasedSchema = z
  .object({ name: text, hash: text, policy: text.optional(), asOf: text.optional(), at: text })
  .readonly();

/** A line of the log of decisions. */
export const logLineSchema = z
  .object({
    seq: count,
    decision: decisionSchema,
    /** Why it was taken back. */
    undone: text.optional(),
    incident: text.optional(),
    title: text.optional(),
  })
  .readonly();

/** What a decision came to. */
export const keptSchema = z.object({ decision: text, incident: text, hash: text, seq: count }).readonly();

/** What takes a while, and how far it is: reports that are added, or a whole edition that is computed. */
export const jobSchema = z
  .object({
    id: text,
    who: text,
    kind: z.enum(['add', 'release', 'compare', 'export']),
    state: z.enum([
      ...['reading', 'waiting', 'gathering', 'linking', 'deciding', 'printing'],
      ...['done', 'cancelled', 'failed'],
    ] as const),
    share: z.number().min(0).max(1),
    /** The edition, or editions: `first`, `first → now`, `now.csv`. */
    about: text.optional(),
    done: count.optional(),
    inputs: count.optional(),
    kept: count.optional(),
    again: count.optional(),
    articles: count.optional(),
    issues: z.array(issueSchema).readonly().optional(),
    failure: text.optional(),
  })
  .readonly();

export const statusSchema = z
  .object({
    version: text,
    seq: count,
    begun: text,
    database: z.enum(['sqlite', 'postgres']),
    reader: text,
    policy: text,
    incidents: count,
    reports: count,
    waiting: z.record(text, count).readonly(),
    adding: count,
  })
  .readonly();

/** Whom to tell of figures that moved. */
export const webhookSchema = z
  .object({ id: text, url: text, who: text, at: text, stopped: text.optional() })
  .readonly();

/** The same when it is made, with the secret that signs what is sent. */
export const newWebhookSchema = webhookSchema.unwrap().extend({ secret: text }).readonly();

/** The telling of one event to one webhook. */
export const deliverySchema = z
  .object({
    id: text,
    seq: count,
    state: z.enum(['waiting', 'sent', 'dead']),
    attempts: count,
    next: text,
    outcome: text,
  })
  .readonly();

/** What went wrong, as RFC 9457 tells it. */
export const problemSchema = z.object({ type: text, title: text, status: z.int(), detail: text.optional() }).readonly();
