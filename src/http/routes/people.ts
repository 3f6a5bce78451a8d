import { z } from 'zod';
import {
  addPerson,
  changePerson,
  endSessions,
  findAccount,
  invite,
  listAccounts,
  listColleagues,
  readAccess,
  roles,
  unlinkIdentity,
} from '../../service/index.ts';
import { makeRoute, type Route } from '../route.ts';

const role = z.enum(roles);
const pathOf = (token: string): string => `/invitation/${token}`;

/** What can be asked of people, and of the log of what they were let do. */
export const peopleRoutes: readonly Route[] = [
  makeRoute({
    method: 'get',
    path: '/colleagues',
    role: 'coder',
    summary: 'Names of those who may be asked to settle something',
    handle: async ({ room }) => ({ names: await listColleagues(room.archive) }),
  }),
  makeRoute({
    method: 'get',
    path: '/people',
    role: 'admin',
    summary: 'Everybody who was ever made known, and how they come in',
    handle: async ({ room }) => ({ people: await listAccounts(room.archive) }),
  }),
  makeRoute({
    method: 'post',
    path: '/people',
    role: 'admin',
    browser: true,
    summary: 'Make a person known; the answer holds an address, good once, by which they choose a password',
    body: z.object({
      name: z.string().max(200),
      signIn: z.string().max(200).optional(),
      role,
      unveils: z.boolean().optional(),
    }),
    handle: async ({ room, actor, body }) => {
      const person = await addPerson(room.archive, actor, body);
      return { person, invitation: pathOf(await invite(room.archive, actor, person.id)) };
    },
  }),
  makeRoute({
    method: 'post',
    path: '/people/:person',
    role: 'admin',
    browser: true,
    summary: 'Change what a person may do, or whether they may come in',
    body: z.object({ role: role.optional(), unveils: z.boolean().optional(), disabled: z.boolean().optional() }),
    handle: ({ room, actor, path: { person = '' }, body }) => changePerson(room.archive, actor, person, body),
  }),
  makeRoute({
    method: 'post',
    path: '/people/:person/invitation',
    role: 'admin',
    browser: true,
    summary: 'Make an address, good once, by which a person chooses a password anew',
    handle: async ({ room, actor, path: { person = '' } }) => ({
      invitation: pathOf(await invite(room.archive, actor, person)),
    }),
  }),
  makeRoute({
    method: 'post',
    path: '/people/:person/sign-out',
    role: 'admin',
    browser: true,
    summary: 'End all sessions of a person',
    handle: async ({ room, actor, path: { person = '' } }) =>
      endSessions(room.archive, actor, await findAccount(room.archive, person)),
  }),
  makeRoute({
    method: 'post',
    path: '/people/:person/unlink',
    role: 'admin',
    browser: true,
    summary: 'Have an account of another place be that of a person no longer; all sessions of the person end',
    body: z.object({ issuer: z.string().max(2000) }),
    handle: ({ room, actor, path: { person = '' }, body }) => unlinkIdentity(room.archive, actor, person, body.issuer),
  }),
  makeRoute({
    method: 'get',
    path: '/access',
    role: 'admin',
    summary: 'The log of access, the newest first: sign-ins, exports, names unveiled, changes of people',
    query: z.object({
      before: z.coerce.number().int().min(1).optional(),
      count: z.coerce.number().int().min(1).max(500).default(200),
    }),
    handle: async ({ room, query }) => ({ lines: await readAccess(room.archive, query) }),
  }),
];
