import { z } from 'zod';
import { decideRecord, listLog, previewDecision, undoRecord } from '../../service/index.ts';
import { makeRoute, type Route } from '../route.ts';
import { requestSchema } from '../ruling.ts';

/** Absent fields are absent, not undefined. */
type Asked = z.infer<typeof requestSchema>;
const clean = (request: Asked) => JSON.parse(JSON.stringify(request)) as Parameters<typeof previewDecision>[3];

/** What can be decided. */
export const decisionRoutes: readonly Route[] = [
  makeRoute({
    method: 'post',
    path: '/incidents/:incident/preview',
    role: 'coder',
    summary: 'What a decision would change, old to new; nothing is kept',
    body: requestSchema,
    handle: async ({ room, person, path: { incident = '' }, body }) => ({
      changes: await previewDecision(room, person.name, incident, clean(body)),
    }),
  }),
  makeRoute({
    method: 'post',
    path: '/incidents/:incident/decisions',
    role: 'coder',
    summary: 'Decide; `seen` is the hash of the record that was looked at',
    body: z.object({ request: requestSchema, seen: z.string().max(100) }),
    handle: ({ room, person, path: { incident = '' }, body }) =>
      decideRecord(room, person.name, incident, clean(body.request), body.seen),
  }),
  makeRoute({
    method: 'post',
    path: '/decisions/:decision/undo',
    role: 'coder',
    summary: 'Take a decision back, by another entry of the log',
    body: z.object({ reason: z.string().max(4000).default('') }),
    handle: ({ room, person, path: { decision = '' }, body }) => undoRecord(room, person.name, decision, body.reason),
  }),
  makeRoute({
    method: 'get',
    path: '/decisions',
    role: 'reader',
    summary: 'The log of decisions, the newest first',
    query: z.object({
      from: z.coerce.number().int().min(0).default(0),
      count: z.coerce.number().int().min(1).max(500).default(100),
    }),
    handle: async ({ room, query }) => listLog(room, query.from, query.count),
  }),
];
