import { z } from 'zod';
import { attributes } from './attribute.ts';
import { countValueSchema, dateValueSchema, placeValueSchema } from './value.ts';

/**
 * Point at words of a report so that they are found again when its text has changed.
 *
 * After the W3C Web Annotation selectors TextQuoteSelector and TextPositionSelector; `start` is in UTF-16 code units and only
 * settles which of several equal quotes is meant.
 */
export const quoteSelectorSchema = z
  .object({
    /** Id of the article as it was; `path` and `url` find it again when its text, and so its id, has changed. */
    article: z.string(),
    path: z.string().optional(),
    url: z.string().optional(),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
    start: z.int().nonnegative(),
    /** Id of the claim meant, where several claims of one attribute stand in these words. */
    claim: z.string().optional(),
  })
  .readonly();
export type QuoteSelector = z.infer<typeof quoteSelectorSchema>;

export const decisionActions = [
  'accept',
  'override',
  'reject',
  'merge',
  'split',
  'note',
  're-date',
  'set-policy',
  'cannot-tell',
  'add-claim',
  'move',
  'copy-of',
  're-place',
  'set-proof',
] as const;
export type DecisionAction = (typeof decisionActions)[number];

/**
 * Standards of proof that fact-finding bodies apply, weakest first, and `not-met` where none is: what people judge of an incident or of
 * one attribute of its record. Source: OHCHR, Commissions of Inquiry and Fact-Finding Missions, Guidance and Practice (2015).
 */
export const proofStandards = [
  'not-met',
  'reasonable-suspicion',
  'reasonable-grounds-to-believe',
  'balance-of-probabilities',
  'clear-and-convincing-evidence',
  'beyond-reasonable-doubt',
] as const;
export type ProofStandard = (typeof proofStandards)[number];

const selectors = z.array(quoteSelectorSchema).readonly();

/** A person's decision on a record: append-only, never lost by a re-run, and an input to reconciling. */
export const decisionSchema = z
  .object({
    /** Content hash of everything else in it. */
    id: z.string(),
    action: z.enum(decisionActions),
    /** Words that tell the incident; for `merge` those of the incident that is kept. */
    on: selectors,
    attribute: z.enum(attributes).optional(),
    /**
     * `accept`, `reject`, `split`, `move`: words of the claims meant. `merge`: words of the incident that is joined to it. `add-claim`: the
     * words that state the figure. `copy-of`: words of the report that repeats another.
     */
    claims: selectors.optional(),
    /** `move`: words of the incident the claims are of. `copy-of`: words of the report that is repeated. */
    to: selectors.optional(),
    /** `override`: the figure decided. `add-claim`: the figure stated. */
    value: countValueSchema.optional(),
    /** `re-date`: the date decided. */
    date: dateValueSchema.optional(),
    /** `re-place`: the place decided. */
    place: placeValueSchema.optional(),
    /** `set-policy`: its name. */
    policy: z.string().optional(),
    /** `set-proof`: the standard that is met, in the judgement of whoever decides. */
    proof: z.enum(proofStandards).optional(),
    by: z.string().min(1),
    /** ISO 8601 instant, UTC. */
    at: z.iso.datetime(),
    reason: z.string().min(1),
  })
  .readonly();
export type Decision = z.infer<typeof decisionSchema>;

/** What became of a decision in one edition. */
export const settledDecisionSchema = decisionSchema
  .unwrap()
  .extend({
    /** `lost`: its words are nowhere; `ambiguous`: they are in several places; `overruled`: a later decision says otherwise. */
    status: z.enum(['applied', 'lost', 'ambiguous', 'overruled']),
    incident: z.string().optional(),
    /** Decisions that say otherwise of the same thing. */
    conflicts: z.array(z.string()).readonly().optional(),
    note: z.string().optional(),
  })
  .readonly();
export type SettledDecision = z.infer<typeof settledDecisionSchema>;
