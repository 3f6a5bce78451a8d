import { z } from 'zod';
import { defined, statuses } from '../../model/index.ts';
import {
  acceptBulk,
  boardSorts,
  cancelWork,
  compareReleased,
  doubts,
  exportChoices,
  exportReleased,
  listReleased,
  listWork,
  previewBulk,
  releaseEdition,
} from '../../service/index.ts';
import { Download, makeRoute, type Route } from '../route.ts';

const name = z.string().min(1).max(80);

/** What can be asked of editions, and of many incidents at once. */
export const editionRoutes: readonly Route[] = [
  makeRoute({
    method: 'get',
    path: '/editions',
    role: 'reader',
    summary: 'The editions that were released, what they can be exported as',
    handle: async ({ room }) => ({ editions: await listReleased(room), ...exportChoices }),
  }),
  makeRoute({
    method: 'post',
    path: '/editions',
    role: 'editor',
    summary: 'Release an edition under a name, which is given once',
    body: z.object({ name, policy: z.string().max(40).optional() }),
    handle: ({ room, person, body }) => releaseEdition(room, person.name, body),
  }),
  makeRoute({
    method: 'get',
    path: '/editions/:before/diff/:after',
    role: 'reader',
    summary: 'Which figures moved between two editions, and because of which reports; `now` is what stands',
    handle: async ({ room, person, path: { before = '', after = '' }, signal }) => ({
      changes: await compareReleased(room, before, after, { who: person.name, signal }),
    }),
  }),
  makeRoute({
    method: 'get',
    path: '/editions/:edition/exports/:format',
    role: 'reader',
    summary: 'An edition in a format of the command line; names of private persons are veiled',
    handle: async ({ room, actor, path: { edition = '', format = '' }, signal }) => {
      const content = await exportReleased(room, edition, format, { ...actor, signal });
      return new Download(content, 'application/octet-stream', `${edition}.${format}`);
    },
  }),
  makeRoute({
    method: 'get',
    path: '/work',
    role: 'reader',
    summary: 'Work on whole editions that is under way',
    handle: async ({ room }) => ({ runs: listWork(room) }),
  }),
  makeRoute({
    method: 'delete',
    path: '/work/:work',
    role: 'reader',
    summary: "Stop one's own work on a whole edition",
    handle: async ({ room, person, path: { work = '' } }) => cancelWork(room, person.name, work),
  }),
  makeRoute({
    method: 'post',
    path: '/bulk/preview',
    role: 'coder',
    summary: 'What accepting all that a filter shows would settle; nothing is kept',
    body: z.object({
      words: z.string().max(200).optional(),
      status: z.enum(statuses).optional(),
      doubt: z.enum(doubts).optional(),
      background: z.boolean().optional(),
      sort: z.enum(boardSorts as [string, ...string[]]).optional(),
    }),
    handle: ({ room, body }) => previewBulk(room, defined(body) as Parameters<typeof previewBulk>[1]),
  }),
  makeRoute({
    method: 'post',
    path: '/bulk/accept',
    role: 'coder',
    summary: 'Accept incidents as they were shown; what has changed since is left and named',
    body: z.object({
      seen: z.array(z.object({ incident: z.string().max(200), hash: z.string().max(100) })).max(60),
    }),
    handle: async ({ room, person, body }) => ({ outcomes: await acceptBulk(room, person.name, body.seen) }),
  }),
];
