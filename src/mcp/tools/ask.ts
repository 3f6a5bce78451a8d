import { z } from 'zod';
import { defined } from '../../model/index.ts';
import { abstentions, ask } from '../../service/index.ts';
import { chooseShort, shorten } from '../budget.ts';
import { queryFields, tellValue, valueOut } from '../shapes.ts';
import { makeTool } from '../tool.ts';

const named = z.object({ id: z.string(), title: z.string() });

/** Ask a question. */
export const askTool = makeTool({
  name: 'ask',
  title: 'Ask a question',
  description:
    'Look up the answer to a plain question about one incident: how many were killed, injured, missing …, as of a day, according to whom; when and where; who said or claimed it; which reports disagree. Without a language model; it says why where there is no answer. Every figure has its exact words and report.',
  isReadOnly: true,
  input: z.strictObject({ question: z.string().min(1).max(500), ...queryFields }),
  output: z.object({
    status: z.enum(['answered', 'abstained']),
    sentence: z.string(),
    reason: z.enum(abstentions).optional(),
    incident: named.optional(),
    policy: z.string().optional(),
    asOf: z.string().optional(),
    values: z.array(valueOut),
    candidates: z.array(named),
  }),
  run: async ({ room }, { question, ...query }) => {
    const answer = await ask(room, question, defined(query));
    const sentence = shorten(answer.sentence, 900);
    if (answer.status === 'abstained') {
      const { status, reason, candidates } = answer;
      return { structured: { status, sentence, reason, values: [], candidates: [...candidates] }, text: sentence };
    }
    const { status, incident, policy, asOf, figures } = answer;
    const make = (most: number, quotes: number) => () => ({
      ...{ status, sentence, incident, policy, candidates: [] },
      values: figures.slice(0, most).map((figure) => tellValue(figure, quotes)),
      ...defined({ asOf }),
    });
    return { structured: await chooseShort([make(12, 2), make(12, 1), make(6, 1), make(3, 1)]), text: sentence };
  },
});
