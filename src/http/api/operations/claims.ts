import { z } from 'zod';
import { defined } from '../../../model/index.ts';
import { findClaims, findQuotes, quoteSchema, reportedClaimSchema } from '../../../service/index.ts';
import { makeOperation, type Operation } from '../operation.ts';
import { attribute, day, paging, words } from '../parameters.ts';
import { pageOf } from '../shapes.ts';

const tag = 'claims';
const id = z.string().min(1).max(200);

const query = z.strictObject({
  words: words.optional().describe('Words that the report holds, or title or place of the incident'),
  incident: id.optional(),
  article: id.optional(),
  attribute: attribute.optional(),
  speaker: z.string().min(1).max(200).optional().describe('Part of the name of who said it'),
  from: day.optional().describe('First day of the incident'),
  to: day.optional(),
  ...paging,
});

/** What can be asked of claims. A page may be shorter than asked for and still have a `next`. */
export const claimOperations: readonly Operation[] = [
  makeOperation({
    ...{ method: 'get', path: '/quotes', id: 'findQuotes', role: 'reader', tag, isTagged: true },
    summary: 'Claims by their exact words, with report, speaker and place in the text; the newest incidents first',
    query,
    answer: pageOf(quoteSchema),
    handle: async ({ room, query: given }) => findQuotes(room, defined(given)),
  }),
  makeOperation({
    ...{ method: 'get', path: '/claims', id: 'findClaims', role: 'reader', tag, isTagged: true },
    summary: 'The same claims with all that was read of them',
    query,
    answer: pageOf(reportedClaimSchema),
    handle: async ({ room, query: given }) => findClaims(room, defined(given)),
  }),
];
