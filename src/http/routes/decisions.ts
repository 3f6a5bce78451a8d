import { z } from 'zod';
import { decisionActions, proofStandards } from '../../model/index.ts';
import { decideRecord, listLog, previewDecision, undoRecord } from '../../service/index.ts';
import { makeRoute, type Route } from '../route.ts';

const id = z.string().min(1).max(200);
const count = z.int().min(0).max(1_000_000_000);

/** What a person asks to be decided, as `decide` takes it; who and when is the server's to say. */
const requestSchema = z
  .object({
    action: z.enum(decisionActions),
    target: id,
    reason: z.string().max(4000).optional(),
    claims: z.array(id).max(500).optional(),
    value: z.union([count, z.tuple([count, count])]).optional(),
    date: z.string().max(40).optional(),
    place: z
      .object({
        name: z.string().min(1).max(200),
        level: z.enum(['venue', 'city', 'district', 'state', 'country', 'region', 'water']).optional(),
        country: z.string().length(2).optional(),
        lat: z.number().min(-90).max(90).optional(),
        lon: z.number().min(-180).max(180).optional(),
      })
      .optional(),
    policy: z.string().max(40).optional(),
    proof: z.enum(proofStandards).optional(),
    other: id.optional(),
    words: z.object({ article: id, start: z.int().min(0), end: z.int().min(1) }).optional(),
    reports: z.object({ copy: id, of: id }).optional(),
  })
  .strict();

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
