import { z } from 'zod';
import { defined } from '../../model/index.ts';
import {
  beginAdding,
  cancelAdding,
  checkPasted,
  listAdding,
  openReport,
  readVersions,
  searchReports,
} from '../../service/index.ts';
import { makeFileRoute, makeRoute, type Route } from '../route.ts';

const day = z.iso.date().or(z.literal(''));

/** What can be asked of reports. */
export const reportRoutes: readonly Route[] = [
  makeRoute({
    method: 'get',
    path: '/reports',
    role: 'reader',
    summary: 'Reports found by words, outlet, day, and what they report; the last added first; names veiled',
    query: z.object({
      words: z.string().max(400).optional(),
      outlet: z.string().max(200).optional(),
      from: day.optional(),
      to: day.optional(),
      attribute: z.string().max(40).optional(),
      status: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    handle: async ({ room, query }) => {
      const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
      return { hits: await searchReports(room, defined(asked)) };
    },
  }),
  makeRoute({
    method: 'get',
    path: '/reports/:article',
    role: 'reader',
    summary: 'The text of a report as it counts now, and the incidents it tells of; names veiled',
    handle: ({ room, path: { article = '' } }) => openReport(room, article),
  }),
  makeRoute({
    method: 'get',
    path: '/reports/:article/versions',
    role: 'reader',
    summary: 'The versions of a report, what changed between them, and which figures moved',
    handle: async ({ room, path: { article = '' } }) => ({ versions: await readVersions(room, article) }),
  }),
  makeRoute({
    method: 'get',
    path: '/adding',
    role: 'reader',
    summary: 'What is being added, and what was added last',
    handle: async ({ room }) => ({ runs: listAdding(room) }),
  }),
  makeRoute({
    method: 'post',
    path: '/adding/addresses',
    role: 'coder',
    summary: 'Add reports by their addresses, which are fetched; private ones are refused',
    body: z.object({ addresses: z.array(z.string().max(2000)).max(200) }),
    handle: async ({ room, person, body }) => beginAdding(room, person.name, checkPasted(body.addresses)),
  }),
  makeFileRoute({
    path: '/adding/files',
    role: 'coder',
    summary: 'Add reports as files, in any format that variorum reads',
    handle: async ({ room, person, body }) =>
      beginAdding(
        room,
        person.name,
        body.map(({ name, content }) => ({ path: name, content })),
      ),
  }),
  makeRoute({
    method: 'delete',
    path: '/adding/:run',
    role: 'coder',
    summary: 'Stop adding; what was read is kept',
    handle: async ({ room, path: { run = '' } }) => cancelAdding(room, run),
  }),
];
