import { z } from 'zod';
import { acceptProposal, dismissProposal, listWaiting } from '../../service/index.ts';
import { makeRoute, type Route } from '../route.ts';

/** What can be done with what assistants propose. */
export const proposalRoutes: readonly Route[] = [
  makeRoute({
    method: 'get',
    path: '/proposals',
    role: 'coder',
    summary: 'What assistants propose and nobody has settled, the oldest first; of one incident where one is named',
    query: z.object({ incident: z.string().max(200).optional() }),
    handle: async ({ room, query }) => ({ proposals: await listWaiting(room, query.incident) }),
  }),
  makeRoute({
    method: 'post',
    path: '/proposals/:proposal/accept',
    role: 'coder',
    summary: 'Decide what was proposed, in one’s own name',
    handle: ({ room, person, path: { proposal = '' } }) => acceptProposal(room, person.name, proposal),
  }),
  makeRoute({
    method: 'post',
    path: '/proposals/:proposal/dismiss',
    role: 'coder',
    summary: 'Set a proposal aside',
    handle: ({ room, person, path: { proposal = '' } }) => dismissProposal(room, person.name, proposal),
  }),
];
