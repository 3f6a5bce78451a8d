import { z } from 'zod';
import { beginAdding, cancelAdding, checkPasted, findJob, listAdding, readDocuments } from '../../../service/index.ts';
import { makeOperation, type Operation } from '../operation.ts';
import { jobSchema } from '../shapes.ts';

const tag = 'jobs';

const documentSchema = z.strictObject({
  name: z.string().min(1).max(200).describe('Name of the file; its format is told from its content'),
  content: z.string().max(20_000_000),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
});

/** What can be added, and how far that is. */
export const jobOperations: readonly Operation[] = [
  makeOperation({
    ...{ method: 'post', path: '/reports', id: 'addReports', role: 'coder', tag, status: 202 },
    summary: 'Add reports: documents sent with it, and addresses that are fetched; private ones are refused',
    body: z.strictObject({
      documents: z.array(documentSchema).max(200).default([]),
      addresses: z.array(z.string().max(2000)).max(200).default([]),
    }),
    answer: jobSchema,
    handle: async ({ room, person, body: { documents, addresses } }) =>
      beginAdding(room, person.name, [...readDocuments(documents), ...checkPasted(addresses)]),
  }),
  makeOperation({
    ...{ method: 'get', path: '/jobs', id: 'listJobs', role: 'reader', tag },
    summary: 'What is being added, and what was added last, the newest first',
    answer: z.object({ items: z.array(jobSchema).readonly() }).readonly(),
    handle: async ({ room }) => ({ items: listAdding(room) }),
  }),
  makeOperation({
    ...{ method: 'get', path: '/jobs/{job}', id: 'getJob', role: 'reader', tag },
    summary: 'How far the adding of some reports is',
    answer: jobSchema,
    handle: async ({ room, path }) => findJob(room, path.job),
  }),
  makeOperation({
    ...{ method: 'post', path: '/jobs/{job}/cancel', id: 'cancelJob', role: 'coder', tag },
    summary: 'Stop adding; what was read is kept',
    answer: jobSchema,
    handle: async ({ room, path }) => {
      cancelAdding(room, path.job);
      return findJob(room, path.job);
    },
  }),
];
