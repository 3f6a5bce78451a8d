import { z } from 'zod';
import {
  attributes,
  type Claim,
  claimSchema,
  claimValueSchema,
  defined,
  differences,
  type EditionArticle,
  evidenceSchema,
  grades,
  incidentSchema,
  modalities,
  settledDecisionSchema,
  speakerKinds,
  statuses,
  tollStepSchema,
} from '../../model/index.ts';

// What every door gives, said once: doors check, describe and type what they print by these.

const figure = z.int().nonnegative().nullable();

/** A report, by what it is found again with. */
export const reportHeadSchema = z
  .object({
    /** Id of its text. */
    article: z.string(),
    headline: z.string().optional(),
    outlet: z.string().optional(),
    url: z.string().optional(),
    path: z.string().optional(),
    /** Day it is taken to report from. */
    day: z.string().optional(),
  })
  .readonly();
export type ReportHead = z.infer<typeof reportHeadSchema>;

/** A report with its text, in which every position counts. */
export const reportTextSchema = reportHeadSchema
  .unwrap()
  .extend({
    text: z.string(),
    language: z.string(),
    authors: z.array(z.string()).readonly(),
    wire: z.string().optional(),
    /** Ids of the incidents it tells. */
    incidents: z.array(z.string()).readonly(),
  })
  .readonly();
export type ReportText = z.infer<typeof reportTextSchema>;

/** A claim with its exact words and where they stand: `text.slice(start, end) === quote` in the text of the article. */
export const quoteSchema = z
  .object({
    claim: z.string(),
    incident: z.string(),
    attribute: z.enum(attributes),
    value: claimValueSchema,
    evidence: z.array(evidenceSchema).readonly(),
    /** Who said it; absent where the report speaks in its own voice. */
    speaker: z.string().optional(),
    speakerKind: z.enum(speakerKinds).optional(),
    /** Day or instant the statement is true of. */
    asOf: z.string().optional(),
    modality: z.enum(modalities),
    report: reportHeadSchema,
  })
  .readonly();
export type Quote = z.infer<typeof quoteSchema>;

/** A claim as the model has it, with the report it stands in. */
export const reportedClaimSchema = z.object({ claim: claimSchema, report: reportHeadSchema }).readonly();
export type ReportedClaim = z.infer<typeof reportedClaimSchema>;

/** One value that some reports give, with the words of each. */
export const quotedReadingSchema = z
  .object({
    value: claimValueSchema,
    accepted: z.boolean(),
    /** False where the policy set it aside. */
    used: z.boolean(),
    /** Why it differs from the accepted one. */
    difference: z.enum(differences).optional(),
    note: z.string().optional(),
    /** Upper bound. */
    independentSources: z.int().nonnegative(),
    quotes: z.array(quoteSchema).readonly(),
  })
  .readonly();

/** What a record says of one attribute, every reading of it with its words, and the rule that decided. */
export const quotedFigureSchema = z
  .object({
    incident: z.string(),
    title: z.string(),
    attribute: z.enum(attributes),
    label: z.string(),
    status: z.enum(statuses),
    /** Of an attribute counted in people. */
    count: z
      .object({ low: figure, best: figure, high: figure, grade: z.enum(grades) })
      .readonly()
      .optional(),
    /** Of an attribute stated in words; null where none is accepted. */
    term: z.string().nullable().optional(),
    policy: z.string(),
    rule: z.string(),
    /** What the rule says, where the policy states it. */
    ruleText: z.string().optional(),
    /** One sentence for a reader. */
    why: z.string(),
    readings: z.array(quotedReadingSchema).readonly(),
    history: z.array(tollStepSchema).readonly().optional(),
  })
  .readonly();
export type QuotedFigure = z.infer<typeof quotedFigureSchema>;

/** The record of an incident as it stands. */
export const incidentRecordSchema = z
  .object({
    incident: incidentSchema,
    reports: z.array(reportHeadSchema).readonly(),
    decisions: z.array(settledDecisionSchema).readonly(),
    /** Hash of what stands; a decision brings it, so that nobody decides about what they have not seen. */
    hash: z.string(),
    /** What came or went since it was decided. */
    groundChanged: z.string().optional(),
  })
  .readonly();
export type IncidentRecord = z.infer<typeof incidentRecordSchema>;

/** Why the values of an incident are what they are: in sentences, and each figure with its readings. */
export const explanationSchema = z
  .object({ text: z.string(), figures: z.array(quotedFigureSchema).readonly() })
  .readonly();
export type Explanation = z.infer<typeof explanationSchema>;

/** Describe a report by what it is found again with. */
export function describeReport(article: EditionArticle): ReportHead {
  const { id, headline, outlet, url, path, reportDay, published } = article;
  const day = reportDay?.day ?? published?.value.slice(0, 10);
  return { article: id, ...defined({ headline, outlet, url, path, day }) };
}

/** Describe a claim by its words and where they stand. */
export function describeQuote(claim: Claim, report: ReportHead): Quote {
  const { id, incident, attribute, value, evidence, attribution, asOf, modality } = claim;
  const told = { speaker: attribution?.speaker, speakerKind: attribution?.kind, asOf: asOf?.value };
  return { claim: id, incident, attribute, value, evidence, modality, report, ...defined(told) };
}
