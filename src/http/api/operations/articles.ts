import { z } from 'zod';
import { attributes, defined, statuses } from '../../../model/index.ts';
import { findReports, getReport, readVersions, reportTextSchema } from '../../../service/index.ts';
import { makeOperation, type Operation } from '../operation.ts';
import { day, paging, words } from '../parameters.ts';
import { hitSchema, pageOf, versionSchema } from '../shapes.ts';

const tag = 'articles';

/** What can be asked of articles. */
export const articleOperations: readonly Operation[] = [
  makeOperation({
    ...{ method: 'get', path: '/articles', id: 'findArticles', role: 'reader', tag, isTagged: true },
    summary: 'Articles found by words, outlet, day, and what they report; the last added first',
    query: z.strictObject({
      words: words.optional(),
      outlet: z.string().max(200).optional(),
      from: day.optional().describe('First day of publication'),
      to: day.optional(),
      attribute: z.enum(attributes).optional().describe('It reports an incident with a record of this attribute'),
      status: z.enum(statuses).optional().describe('The record has this status'),
      ...paging,
    }),
    answer: pageOf(hitSchema),
    handle: async ({ room, query }) => findReports(room, defined(query)),
  }),
  makeOperation({
    ...{ method: 'get', path: '/articles/{article}', id: 'getArticle', role: 'reader', tag, isTagged: true },
    summary: 'The text of an article, in which every position counts; names veiled',
    answer: reportTextSchema,
    handle: ({ room, path }) => getReport(room, path.article),
  }),
  makeOperation({
    ...{ method: 'get', path: '/articles/{article}/versions', id: 'listVersions', role: 'reader', tag, isTagged: true },
    summary: 'The versions of an article, what changed between them, and which figures moved',
    answer: z.object({ versions: z.array(versionSchema).readonly() }).readonly(),
    handle: async ({ room, path }) => ({ versions: await readVersions(room, path.article) }),
  }),
];
