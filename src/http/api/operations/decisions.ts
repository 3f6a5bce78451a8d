import { z } from 'zod';
import { decideRecord, findDecisions, previewDecision, undoRecord } from '../../../service/index.ts';
import { decisionBodySchema, rulingSchema } from '../../ruling.ts';
import { makeOperation, type Operation } from '../operation.ts';
import { paging } from '../parameters.ts';
import { changeSchema, keptSchema, logLineSchema, pageOf } from '../shapes.ts';

const tag = 'decisions';

/** Write a ruling as the room takes it. */
function readRuling({ incident, attribute, ...rest }: z.output<typeof rulingSchema>) {
  const target = attribute === undefined ? incident : `${incident}.${attribute}`;
  // Absent fields are absent, not undefined.
  return JSON.parse(JSON.stringify({ ...rest, target })) as Parameters<typeof previewDecision>[3];
}

/** What can be decided. */
export const decisionOperations: readonly Operation[] = [
  makeOperation({
    ...{ method: 'get', path: '/decisions', id: 'listDecisions', role: 'reader', tag, isTagged: true },
    summary: 'The log of decisions, the newest first',
    query: z.strictObject(paging),
    answer: pageOf(logLineSchema),
    handle: async ({ room, query }) => findDecisions(room, query.limit, query.cursor),
  }),
  makeOperation({
    ...{ method: 'post', path: '/decisions', id: 'decide', role: 'coder', tag, status: 201 },
    summary: 'Decide about an incident; `seen` is the hash of the record that was looked at',
    body: decisionBodySchema,
    answer: keptSchema,
    handle: ({ room, person, body: { seen, ...ruling } }) =>
      decideRecord(room, person.name, ruling.incident, readRuling(ruling), seen),
  }),
  makeOperation({
    ...{ method: 'post', path: '/decisions/preview', id: 'previewDecision', role: 'coder', tag },
    summary: 'What a decision would change, old to new; nothing is kept',
    body: rulingSchema,
    answer: z.object({ changes: z.array(changeSchema).readonly() }).readonly(),
    handle: async ({ room, person, body }) => ({
      changes: await previewDecision(room, person.name, body.incident, readRuling(body)),
    }),
  }),
  makeOperation({
    ...{ method: 'post', path: '/decisions/{decision}/undo', id: 'undoDecision', role: 'coder', tag, status: 201 },
    summary: 'Take a decision back, by another entry of the log',
    body: z.strictObject({ reason: z.string().max(4000).default('') }),
    answer: keptSchema,
    handle: ({ room, person, path, body }) => undoRecord(room, person.name, path.decision, body.reason),
  }),
];
