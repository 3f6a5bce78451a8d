import { z } from 'zod';
import { defined, statuses } from '../../model/index.ts';
import { veilNames } from '../../pipeline/index.ts';
import {
  assignIncident,
  boardSorts,
  doubts,
  leaseIncident,
  listColleagues,
  listHeld,
  listQueue,
  listRows,
  noteVisit,
  openRecord,
  readFront,
  unveilRecord,
} from '../../service/index.ts';
import { Refusal } from '../problem.ts';
import { makeRoute, type Route } from '../route.ts';

const windowSize = 500;

const boardQuery = z.object({
  words: z.string().max(200).optional(),
  status: z.enum(statuses).optional(),
  doubt: z.enum(doubts).optional(),
  state: z.enum(['open', 'decided']).optional(),
  story: z.string().max(100).optional(),
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  background: z.stringbool().optional(),
  sort: z.enum(boardSorts).optional(),
  descending: z.stringbool().optional(),
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(windowSize).default(100),
});

/** What can be asked of incidents. */
export const incidentRoutes: readonly Route[] = [
  makeRoute({
    method: 'get',
    path: '/front',
    role: 'reader',
    summary: 'What moved, what waits, the stories',
    handle: ({ room, person }) => readFront(room, person.name),
  }),
  makeRoute({
    method: 'post',
    path: '/visits',
    role: 'reader',
    summary: 'Note that what moved up to an event was seen',
    body: z.object({ seq: z.int().min(0) }),
    handle: ({ room, person, body }) => noteVisit(room, person.name, Math.min(body.seq, room.seq)),
  }),
  makeRoute({
    method: 'get',
    path: '/incidents',
    role: 'reader',
    summary: 'Incidents as lines of a table, filtered and sorted, some at a time',
    query: boardQuery,
    handle: async ({ room, query: { from, count, since, until, ...query } }) => {
      const rows = listRows(room, defined({ ...query, from: since, to: until }));
      return { total: rows.length, seq: room.seq, from, rows: rows.slice(from, from + count) };
    },
  }),
  makeRoute({
    method: 'get',
    path: '/incidents/:incident',
    role: 'reader',
    summary: 'The record of an incident, with its reports and decisions; names veiled',
    handle: async ({ room, path: { incident = '' } }) => {
      const record = await openRecord(room, incident);
      const { leased, assigned } = await listHeld(room);
      const edition = veilNames(record.edition);
      const decisions = record.decisions.map(({ seq, decision }) => ({ seq, decision }));
      const row = room.board.get(incident);
      return { ...record, edition, decisions, row, leased: leased.get(incident), assigned: assigned.get(incident) };
    },
  }),
  makeRoute({
    method: 'post',
    path: '/incidents/:incident/unveil',
    role: 'coder',
    browser: true,
    summary: 'The record with names of private persons, for whoever was given that right; the reason is logged',
    body: z.object({ reason: z.string().max(1000) }),
    handle: ({ room, person, actor, path: { incident = '' }, body }) =>
      unveilRecord(room, { actor, person, incident, reason: body.reason }),
  }),
  makeRoute({
    method: 'get',
    path: '/queue',
    role: 'coder',
    summary: 'What waits for this person, the most doubtful first',
    query: z.object({ doubt: z.enum(doubts).optional() }),
    handle: async ({ room, person, query }) => {
      const rows = await listQueue(room, person.name, query.doubt);
      return { total: rows.length, rows: rows.slice(0, windowSize) };
    },
  }),
  makeRoute({
    method: 'post',
    path: '/incidents/:incident/lease',
    role: 'coder',
    summary: 'Take an incident for some minutes, so that nobody else is given it',
    handle: ({ room, person, path: { incident = '' } }) => leaseIncident(room, person.name, incident),
  }),
  makeRoute({
    method: 'post',
    path: '/incidents/:incident/assignment',
    role: 'coder',
    summary: 'Ask a person to settle an incident; nobody where the name is empty',
    body: z.object({ who: z.string().max(120) }),
    handle: async ({ room, person, path: { incident = '' }, body }) => {
      const who = body.who.trim();
      // Of a team somebody is asked who can come and see it.
      if (person.id !== undefined && who !== '' && !(await listColleagues(room.archive)).includes(who))
        throw new Refusal(422, 'Nobody is asked', `${who}: nobody of this team who codes is called so`);
      return assignIncident(room, person.name, incident, who);
    },
  }),
];
