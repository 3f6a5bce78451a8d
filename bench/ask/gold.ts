import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hashContent } from '../../src/model/index.ts';

const spot = z.object({ sha256: z.string(), start: z.int(), end: z.int() });
const expectation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figure'),
    /** Any of these numbers. */
    figures: z.array(z.int()),
    /** Or these words, where a report gives no number. */
    words: z.array(z.string()).optional(),
    /** Files of the examples, one of which is quoted. */
    in: z.array(z.string()).optional(),
    /** Places in files that are not kept here, one of which is quoted. */
    at: z.array(spot).optional(),
  }),
  z.object({ kind: z.enum(['when', 'where', 'who']), any: z.array(z.string()), in: z.array(z.string()).optional() }),
  z.object({ kind: z.literal('disagree'), sets: z.array(z.array(z.int())) }),
  z.object({ kind: z.literal('abstain') }),
]);
export type Expectation = z.infer<typeof expectation>;

const goldQuestion = z.object({ corpus: z.enum(['examples', 'seeds']), question: z.string(), expect: expectation });
export type GoldQuestion = z.infer<typeof goldQuestion>;

/** Read the questions, written from the texts before anything answered them. */
export function readQuestions(path: string): readonly GoldQuestion[] {
  return z.array(goldQuestion).parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Tell whether a question is of the half that is set aside, on which nothing is tuned: by its hash, so that nobody chooses. */
export function isSetAside({ question }: GoldQuestion): boolean {
  return Number.parseInt(hashContent(question).slice(0, 2), 16) % 2 === 1;
}
