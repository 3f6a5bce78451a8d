import { z } from 'zod';
import { defined, statuses } from '../../../model/index.ts';
import {
  boardSorts,
  doubts,
  explainFigure,
  explanationSchema,
  findIncidents,
  getIncident,
  incidentRecordSchema,
  quotedFigureSchema,
  readFigures,
} from '../../../service/index.ts';
import { makeOperation, type Operation } from '../operation.ts';
import { attribute, day, flag, paging, revision, words } from '../parameters.ts';
import { lineSchema, pageOf } from '../shapes.ts';

const tag = 'incidents';

/** What can be asked of incidents. */
export const incidentOperations: readonly Operation[] = [
  makeOperation({
    ...{ method: 'get', path: '/incidents', id: 'findIncidents', role: 'reader', tag, isTagged: true },
    summary: 'Find incidents, filtered and sorted',
    query: z.strictObject({
      words: words.optional(),
      status: z.enum(statuses).optional(),
      doubt: z.enum(doubts).optional().describe('Why it waits for a person'),
      state: z.enum(['open', 'decided']).optional(),
      story: z.string().max(100).optional(),
      from: day.optional().describe('First day on which it may have begun'),
      to: day.optional(),
      background: flag.optional().describe('Include what reports only tell beside what they are about'),
      sort: z.enum(boardSorts).optional(),
      descending: flag.optional(),
      ...paging,
    }),
    answer: pageOf(lineSchema),
    handle: async ({ room, query }) => findIncidents(room, defined(query)),
  }),
  makeOperation({
    ...{ method: 'get', path: '/incidents/{incident}', id: 'getIncident', role: 'reader', tag, isTagged: true },
    summary: 'The record of an incident as it stands, the reports that tell it, what was decided',
    query: z.strictObject(revision),
    answer: incidentRecordSchema,
    handle: ({ room, path, query }) => getIncident(room, path.incident, defined(query)),
  }),
  makeOperation({
    ...{ method: 'get', path: '/incidents/{incident}/readings', id: 'readFigures', role: 'reader', tag },
    isTagged: true,
    summary: 'Each figure of an incident with all its readings and the words of every report',
    query: z.strictObject({ attribute: attribute.optional(), ...revision }),
    answer: z.object({ figures: z.array(quotedFigureSchema).readonly() }).readonly(),
    handle: async ({ room, path, query }) => ({ figures: await readFigures(room, path.incident, defined(query)) }),
  }),
  makeOperation({
    ...{ method: 'get', path: '/incidents/{incident}/explanation', id: 'explainFigure', role: 'reader', tag },
    isTagged: true,
    summary: 'Why the values of an incident are what they are, in sentences',
    query: z.strictObject({ attribute: attribute.optional(), ...revision }),
    answer: explanationSchema,
    handle: ({ room, path, query }) => explainFigure(room, path.incident, defined(query)),
  }),
];
