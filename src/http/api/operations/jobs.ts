import { z } from 'zod';
import {
  beginAdding,
  cancelJob,
  checkPasted,
  exportChoices,
  findJob,
  findPrinted,
  listJobs,
  readDocuments,
} from '../../../service/index.ts';
import { Download } from '../../route.ts';
import { typeOf } from '../media-types.ts';
import { makeOperation, type Operation } from '../operation.ts';
import { jobSchema } from '../shapes.ts';

const tag = 'jobs';

const documentSchema = z.strictObject({
  name: z.string().min(1).max(200).describe('Name of the file; its format is told from its content'),
  content: z.string().max(20_000_000),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
});

/** What can be added, and how far that and whole editions are. */
export const jobOperations: readonly Operation[] = [
  makeOperation({
    ...{ method: 'post', path: '/reports', id: 'addReports', role: 'coder', tag, status: 202 },
    summary: 'Add reports: documents sent with it, and addresses that are fetched; private ones are refused',
    body: z.strictObject({
      documents: z.array(documentSchema).max(200).default([]),
      addresses: z.array(z.string().max(2000)).max(200).default([]),
    }),
    answer: jobSchema,
    handle: async ({ room, person, body: { documents, addresses } }) => ({
      ...beginAdding(room, person.name, [...readDocuments(documents), ...checkPasted(addresses)]),
      kind: 'add' as const,
    }),
  }),
  makeOperation({
    ...{ method: 'get', path: '/jobs', id: 'listJobs', role: 'reader', tag },
    summary: 'What is being done, and what was done last: reports added, then whole editions, the newest first of each',
    answer: z.object({ items: z.array(jobSchema).readonly() }).readonly(),
    handle: async ({ room }) => ({ items: listJobs(room) }),
  }),
  makeOperation({
    ...{ method: 'get', path: '/jobs/{job}', id: 'getJob', role: 'reader', tag },
    summary: 'How far a job is',
    answer: jobSchema,
    handle: async ({ room, path }) => findJob(room, path.job),
  }),
  makeOperation({
    ...{ method: 'get', path: '/jobs/{job}/result', id: 'getJobResult', role: 'reader', tag },
    summary: 'The edition that a job printed; the last are kept for a while',
    answer: [...new Set(exportChoices.formats.map(typeOf))].sort(),
    handle: async ({ room, path }) => {
      const { about, content } = findPrinted(room, path.job);
      return new Download(content, typeOf(about.slice(about.lastIndexOf('.') + 1)), about);
    },
  }),
  makeOperation({
    ...{ method: 'post', path: '/jobs/{job}/cancel', id: 'cancelJob', role: 'coder', tag },
    summary: 'Stop a job: of reports, what was read is kept; of editions, one is to have asked for it',
    answer: jobSchema,
    handle: async ({ room, person, path }) => {
      cancelJob(room, person.name, path.job);
      return findJob(room, path.job);
    },
  }),
];
