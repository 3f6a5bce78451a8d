import { z } from 'zod';
import { defined } from '../../../model/index.ts';
import {
  addWebhook,
  findDeliveries,
  findMovedFigures,
  findWebhooks,
  moveSchema,
  printMovedFeed,
  removeWebhook,
  retryDelivery,
} from '../../../service/index.ts';
import { Download } from '../../route.ts';
import { makeOperation, type Operation } from '../operation.ts';
import { paging } from '../parameters.ts';
import { deliverySchema, newWebhookSchema, pageOf, webhookSchema } from '../shapes.ts';

const tag = 'moves';
const atom = 'application/atom+xml';

/** What can be asked of figures that moved, and who is told of them. */
export const moveOperations: readonly Operation[] = [
  makeOperation({
    ...{ method: 'get', path: '/moves', id: 'listMoves', role: 'reader', tag },
    summary: 'Figures that moved while the archive was served, and because of which reports; the newest first',
    query: z.strictObject(paging),
    answer: pageOf(moveSchema),
    handle: ({ room, query }) => findMovedFigures(room, query.limit, query.cursor),
  }),
  makeOperation({
    ...{ method: 'get', path: '/moves/feed', id: 'readMovesFeed', role: 'reader', tag },
    summary: 'The last hundred of them as an Atom feed',
    answer: [atom],
    handle: async ({ room, origin }) =>
      new Download(await printMovedFeed(room, `${origin}/api/v1/moves/feed`), atom, 'moves.atom'),
  }),
  makeOperation({
    ...{ method: 'get', path: '/webhooks', id: 'listWebhooks', role: 'admin', tag },
    summary: 'Who is told of figures that moved',
    answer: z.object({ items: z.array(webhookSchema).readonly() }).readonly(),
    handle: async ({ room }) => ({ items: await findWebhooks(room) }),
  }),
  makeOperation({
    ...{ method: 'post', path: '/webhooks', id: 'addWebhook', role: 'admin', tag, status: 201 },
    summary: 'Tell an address from now on, signed by a secret that is given this once (Standard Webhooks)',
    body: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) }),
    answer: newWebhookSchema,
    handle: ({ room, person, body, poster }) => addWebhook(room, person.name, body.url, poster),
  }),
  makeOperation({
    ...{ method: 'delete', path: '/webhooks/{webhook}', id: 'removeWebhook', role: 'admin', tag },
    summary: 'Tell an address nothing any more, and forget what it has not been told',
    answer: z.object({ removed: z.string() }).readonly(),
    handle: async ({ room, path }) => {
      await removeWebhook(room, path.webhook);
      return { removed: path.webhook };
    },
  }),
  makeOperation({
    ...{ method: 'get', path: '/webhooks/{webhook}/deliveries', id: 'listDeliveries', role: 'admin', tag },
    summary: 'What was, is, or could not be told (`dead`), the newest first',
    query: z.strictObject({ state: z.enum(['waiting', 'sent', 'dead']).optional(), ...paging }),
    answer: pageOf(deliverySchema),
    handle: async ({ room, path, query }) => findDeliveries(room, path.webhook, defined(query)),
  }),
  makeOperation({
    ...{ method: 'post', path: '/deliveries/{delivery}/retry', id: 'retryDelivery', role: 'admin', tag, status: 202 },
    summary: 'Begin a delivery again',
    answer: deliverySchema,
    handle: ({ room, path }) => retryDelivery(room, path.delivery),
  }),
];
