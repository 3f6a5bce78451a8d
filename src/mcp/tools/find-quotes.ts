import { z } from 'zod';
import { attributes, defined } from '../../model/index.ts';
import { formatValue } from '../../pipeline/index.ts';
import { findQuotes } from '../../service/index.ts';
import { chooseShort, halve, shorten } from '../budget.ts';
import { quoteOut, tellQuote } from '../shapes.ts';
import { makeTool } from '../tool.ts';

/** Find quotes. */
export const findQuotesTool = makeTool({
  name: 'find_quotes',
  title: 'Find quotes',
  description:
    'Find what reports state, by their exact words: of an incident, a report, an attribute, a speaker, or with words that the report holds. Each quote has its place in the text, its report and its speaker.',
  isReadOnly: true,
  input: z.strictObject({
    words: z.string().max(200).optional(),
    incident: z.string().max(100).optional(),
    article: z.string().max(100).optional(),
    attribute: z.enum(attributes).optional(),
    speaker: z.string().max(100).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    limit: z.int().min(1).max(30).default(10),
    cursor: z.string().max(400).optional(),
  }),
  output: z.object({
    quotes: z.array(quoteOut.extend({ attribute: z.string(), value: z.string(), incident: z.string() })),
    next: z.string().optional(),
  }),
  run: async ({ room }, { limit, ...query }) => {
    const page = async (most: number) => {
      const { items, next } = await findQuotes(room, { ...defined(query), limit: most });
      const quotes = items.map((quote) => ({
        ...tellQuote(quote),
        ...{ attribute: quote.attribute, value: shorten(formatValue(quote.value), 200), incident: quote.incident },
      }));
      return { quotes, ...defined({ next }) };
    };
    const structured = await chooseShort(halve(limit).map((most) => () => page(most)));
    const said = structured.quotes
      .slice(0, 3)
      .map(({ quote, outlet, address }) => `“${shorten(quote, 100)}” (${outlet ?? address})`);
    return { structured, text: said.length === 0 ? 'No such quote.' : said.join('; ') };
  },
});
