import { z } from 'zod';
import { attributes, type Claim, type Edition } from '../../model/index.ts';
import { describeQuote, describeReport, type Quote, quoteSchema } from '../query/shapes.ts';
import { abstentions, questionKinds } from './question.ts';

const named = z.object({ id: z.string(), title: z.string() }).readonly();

/** One value of an answer, with the words it rests on. */
export const answerFigureSchema = z
  .object({
    /** `best`, `low` and `high` of a record; `stated` by those asked for; `other` readings beside it. */
    role: z.enum(['best', 'low', 'high', 'stated', 'other']),
    /** As it is told: "at least 14", "7 March 2025". */
    words: z.string(),
    /** Of a count the number, where the words print one. */
    number: z.int().nonnegative().optional(),
    /** Who says it, where that is asked. */
    speaker: z.string().optional(),
    /** Why it differs from the accepted one. */
    note: z.string().optional(),
    quotes: z.array(quoteSchema).min(1).readonly(),
  })
  .readonly();
export type AnswerFigure = z.infer<typeof answerFigureSchema>;

/** An answer looked up in the claims of an archive, or why there is none. */
export const answerSchema = z.discriminatedUnion('status', [
  z
    .object({
      status: z.literal('answered'),
      kind: z.enum(questionKinds),
      /** The answer in a sentence. */
      sentence: z.string(),
      incident: named,
      attribute: z.enum(attributes).optional(),
      policy: z.string(),
      /** Day: what was known by its end. */
      asOf: z.string().optional(),
      figures: z.array(answerFigureSchema).min(1).readonly(),
    })
    .readonly(),
  z
    .object({
      status: z.literal('abstained'),
      reason: z.enum(abstentions),
      /** Why, and what can be asked, in a sentence. */
      sentence: z.string(),
      /** Incidents that may be meant. */
      candidates: z.array(named).readonly(),
    })
    .readonly(),
]);
export type Answer = z.infer<typeof answerSchema>;
export type Abstained = Extract<Answer, { status: 'abstained' }>;

/** Say why there is no answer. */
export function abstain(
  reason: Abstained['reason'],
  sentence: string,
  candidates: Abstained['candidates'] = [],
): Abstained {
  return { status: 'abstained', reason, sentence, candidates };
}

/** Most quotes beside one figure; the record has the rest. */
const mostQuotes = 3;

/** Describe claims as quotes, those of the latest reports first. */
export function quoteClaims({ articles }: Edition, claims: readonly Claim[]): readonly Quote[] {
  const reports = new Map(articles.map((article) => [article.id, describeReport(article)]));
  const quotes = claims.map((claim) => describeQuote(claim, reports.get(claim.article) ?? { article: claim.article }));
  const day = ({ asOf, report }: Quote): string => asOf ?? report.day ?? '';
  return quotes
    .sort((a, b) => (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : a.claim < b.claim ? -1 : 1))
    .slice(0, mostQuotes);
}
