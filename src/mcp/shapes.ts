import { z } from 'zod';
import { defined } from '../model/index.ts';
import type { AnswerFigure, IncidentBrief, Quote, ReportHead } from '../service/index.ts';
import { shorten } from './budget.ts';

// What tools give: the service's shapes with nothing in them that an assistant has no use for, since every word costs.

/** How much is told. */
export const detailSchema = z
  .enum(['low', 'full'])
  .default('low')
  .describe('low: the main values, a quote each; full: as much as an answer may hold');

export const queryFields = {
  policy: z.string().max(40).optional().describe('Coding policy, such as recorder or ucdp; the archive’s where absent'),
  asOf: z.string().max(40).optional().describe('Day or instant (ISO 8601): what was known then'),
};

export const quoteOut = z.object({
  quote: z.string().describe('The exact words'),
  article: z.string().describe('Id of the report'),
  start: z.int().describe('Where the words stand in its text, UTF-16 code units'),
  end: z.int(),
  outlet: z.string().optional(),
  day: z.string().optional(),
  address: z.string().describe('URL or path of the report'),
  speaker: z.string().optional().describe('Who said it; absent where the report speaks in its own voice'),
});
export type QuoteOut = z.infer<typeof quoteOut>;

export const valueOut = z.object({
  role: z.enum(['best', 'low', 'high', 'stated', 'other']),
  words: z.string(),
  number: z.int().optional(),
  speaker: z.string().optional(),
  note: z.string().optional(),
  quotes: z.array(quoteOut),
});

export const figureOut = z.object({ attribute: z.string(), status: z.string(), values: z.array(valueOut) });

export const briefOut = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string(),
  policy: z.string(),
  when: valueOut.optional(),
  where: valueOut.optional(),
  figures: z.array(figureOut),
  reports: z.int().describe('Number of reports that tell of it'),
});
export type BriefOut = z.infer<typeof briefOut>;

const [mostQuoteChars, mostNameChars] = [240, 90];

/** Tell where a report is. */
export function addressOf({ url, path, article }: ReportHead): string {
  return shorten(url ?? path ?? article, 200);
}

/** Tell a quote by its first stretch: what is longer than an answer bears is cut, and ends where it is cut. */
export function tellQuote({ evidence, speaker, report }: Quote): QuoteOut {
  const { quote, start } = evidence[0] ?? { quote: '', start: 0 };
  const words = quote.slice(0, mostQuoteChars).replace(/[\uD800-\uDBFF]$/, '');
  const { outlet, day, article } = report;
  return {
    ...{ quote: words, article, start, end: start + words.length, address: addressOf(report) },
    ...defined({
      outlet: outlet && shorten(outlet, mostNameChars),
      day,
      speaker: speaker && shorten(speaker, mostNameChars),
    }),
  };
}

/** Tell a value with so many of its quotes. */
export function tellValue(
  { role, words, number, speaker, note, quotes }: AnswerFigure,
  most: number,
): z.infer<typeof valueOut> {
  return {
    ...{ role, words: shorten(words, mostQuoteChars), quotes: quotes.slice(0, most).map(tellQuote) },
    ...defined({
      number,
      speaker: speaker && shorten(speaker, mostNameChars),
      note: note && shorten(note, mostQuoteChars),
    }),
  };
}

/** How much of an incident is told: of how many attributes, how many ends and quotes of each. */
export interface BriefSize {
  readonly figures: number;
  readonly values: number;
  readonly quotes: number;
}

/** Tell an incident in brief. */
export function tellBrief(brief: IncidentBrief, { figures, values, quotes }: BriefSize): BriefOut {
  const { id, title, type, policy, when, where, reports } = brief;
  const told = brief.figures.slice(0, figures).map(({ attribute, status, values: all }) => ({
    ...{ attribute, status },
    values: all.slice(0, values).map((value) => tellValue(value, quotes)),
  }));
  const facts = { when: when && tellValue(when, 1), where: where && tellValue(where, 1) };
  return {
    ...{ id, title: shorten(title, 160), type, policy, figures: told, reports: reports.length },
    ...defined(facts),
  };
}

/** Say the first figures of an incident in a line: "Fire in Norwick: killed 12, injured 30". */
export function sayBrief({ title, figures }: BriefOut): string {
  const told = figures.slice(0, 3).map(({ attribute, values: [first] }) => `${attribute} ${first?.words ?? '?'}`);
  return `${title}${told.length === 0 ? '' : `: ${told.join(', ')}`}`;
}
