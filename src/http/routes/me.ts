import { z } from 'zod';
import {
  type Asker,
  changePassword,
  endSessions,
  listSessions,
  listTokens,
  makeToken,
  scopes,
  withdrawToken,
} from '../../service/index.ts';
import { Refusal } from '../problem.ts';
import { makeRoute, type Route } from '../route.ts';

const password = z.string().max(1000);

/** Find the account of who asks. Throws Refusal where people do not sign in. */
function accountOf({ person }: Asker): { readonly id: string; readonly name: string } {
  const { id, name } = person;
  if (id === undefined)
    throw new Refusal(
      422,
      'There are no accounts here',
      'variorum serve ARCHIVE --team opens it to people who sign in',
    );
  return { id, name };
}

/** What people can ask about themselves. */
export const ownRoutes: readonly Route[] = [
  makeRoute({
    method: 'get',
    path: '/me',
    role: 'reader',
    summary: 'Where one is signed in, and the tokens of one’s programs',
    handle: async ({ room, asker }) => {
      const { id } = asker.person;
      if (id === undefined) return { sessions: [], tokens: [] };
      const sessions = await listSessions(room.archive, id);
      return {
        sessions: sessions.map(({ key, ...rest }) => ({ ...rest, isThis: key === asker.key })),
        tokens: await listTokens(room.archive, id),
      };
    },
  }),
  makeRoute({
    method: 'post',
    path: '/me/password',
    role: 'reader',
    browser: true,
    summary: 'Give oneself another password; all other sessions end',
    body: z.object({ before: password, next: password }),
    handle: ({ room, asker, actor, body }) =>
      changePassword(room.archive, actor, { person: accountOf(asker).id, key: asker.key, ...body }),
  }),
  makeRoute({
    method: 'post',
    path: '/me/sign-out-elsewhere',
    role: 'reader',
    browser: true,
    summary: 'End all sessions but this one',
    handle: ({ room, asker, actor }) => endSessions(room.archive, actor, accountOf(asker), asker.key),
  }),
  makeRoute({
    method: 'post',
    path: '/me/tokens',
    role: 'reader',
    browser: true,
    summary: 'Make a token for a program; it is shown in this answer and never again',
    body: z.object({
      name: z.string().max(80),
      scopes: z.array(z.enum(scopes)).max(scopes.length),
      days: z.int().min(1).max(366),
    }),
    handle: ({ room, asker, actor, body }) => makeToken(room.archive, actor, { person: accountOf(asker).id, ...body }),
  }),
  makeRoute({
    method: 'delete',
    path: '/me/tokens/:token',
    role: 'reader',
    browser: true,
    summary: 'Withdraw a token',
    handle: ({ room, asker, actor, path: { token = '' } }) =>
      withdrawToken(room.archive, actor, accountOf(asker).id, token),
  }),
];
