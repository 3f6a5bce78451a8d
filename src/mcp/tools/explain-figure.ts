import { z } from 'zod';
import { attributes, defined } from '../../model/index.ts';
import { formatValue, RequestError } from '../../pipeline/index.ts';
import { explainFigure } from '../../service/index.ts';
import { chooseShort, shorten } from '../budget.ts';
import { detailSchema, queryFields, quoteOut, tellQuote } from '../shapes.ts';
import { makeTool } from '../tool.ts';

const readingOut = z.object({
  words: z.string(),
  accepted: z.boolean(),
  used: z.boolean().describe('False where the policy set it aside'),
  difference: z.string().optional().describe('Why it differs from the accepted one'),
  note: z.string().optional(),
  independentSources: z.int(),
  quotes: z.array(quoteOut),
});

/** Explain why a figure is what it is. */
export const explainFigureTool = makeTool({
  name: 'explain_figure',
  title: 'Explain a figure',
  description:
    'Say why a figure of an incident is what it is: the rule of the policy, every reading that reports give with their exact words, and the one reason why each differs from the accepted one.',
  isReadOnly: true,
  input: z.strictObject({
    incident: z.string().max(100),
    attribute: z.enum(attributes).default('killed'),
    ...queryFields,
    detail: detailSchema,
  }),
  output: z.object({
    title: z.string(),
    attribute: z.string(),
    low: z.int().nullable().optional(),
    best: z.int().nullable().optional(),
    high: z.int().nullable().optional(),
    value: z.string().nullable().optional(),
    status: z.string(),
    policy: z.string(),
    rule: z.string(),
    ruleText: z.string().optional(),
    why: z.string(),
    readings: z.array(readingOut),
    readingsLeftOut: z.int(),
  }),
  run: async ({ room }, { incident, attribute, detail, ...query }) => {
    const { figures } = await explainFigure(room, incident, { attribute, ...defined(query) });
    const [figure] = figures;
    if (figure === undefined) throw new RequestError(`get_incident tells ${attribute}`);
    const { title, status, policy, rule, ruleText, why, count, term, readings } = figure;
    const make = (most: number, quotes: number) => () => ({
      ...{ title: shorten(title, 160), attribute, status, policy, rule, why: shorten(why, 600) },
      ...defined({
        ruleText: ruleText && shorten(ruleText, 400),
        low: count?.low,
        best: count?.best,
        high: count?.high,
      }),
      ...defined({ value: term }),
      readings: readings.slice(0, most).map((reading) => ({
        words: shorten(formatValue(reading.value), 200),
        ...{ accepted: reading.accepted, used: reading.used, independentSources: reading.independentSources },
        ...defined({ difference: reading.difference, note: reading.note && shorten(reading.note, 200) }),
        quotes: reading.quotes.slice(0, quotes).map(tellQuote),
      })),
      readingsLeftOut: Math.max(0, readings.length - most),
    });
    const full = detail === 'full' ? [make(60, 3), make(40, 1)] : [];
    const structured = await chooseShort([...full, make(10, 2), make(10, 1), make(6, 1), make(3, 1)]);
    return { structured, text: shorten(`${title}, ${attribute}: ${why}`, 600) };
  },
});
