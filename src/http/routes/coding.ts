import { z } from 'zod';
import { countAttributes } from '../../model/index.ts';
import { veilNames } from '../../pipeline/index.ts';
import { adjudicate, codeBlind, openBlind, reportAgreement } from '../../service/index.ts';
import { makeRoute, type Route } from '../route.ts';

const count = z.int().min(0).max(1_000_000_000);
const coded = z.union([count, z.tuple([count, count]), z.literal('unknown')]);
const attribute = z.enum(countAttributes as [string, ...string[]]);

/** What can be asked of second coders, agreement and adjudication. */
export const codingRoutes: readonly Route[] = [
  makeRoute({
    method: 'get',
    path: '/incidents/:incident/blind',
    role: 'coder',
    summary: 'The reports of an incident, without what anybody made of them; names veiled',
    handle: async ({ room, path: { incident = '' } }) => {
      const sheet = await openBlind(room, incident);
      return { ...sheet, edition: veilNames(sheet.edition) };
    },
  }),
  makeRoute({
    method: 'post',
    path: '/incidents/:incident/blind',
    role: 'coder',
    summary: 'Keep what a second coder says of an incident',
    body: z.object({ values: z.partialRecord(attribute, coded) }),
    handle: async ({ room, person, path: { incident = '' }, body }) => {
      await codeBlind(room, person.name, incident, body.values as Parameters<typeof codeBlind>[3]);
    },
  }),
  makeRoute({
    method: 'get',
    path: '/agreement',
    role: 'coder',
    summary: 'How far coders agree, and where they do not',
    handle: ({ room }) => reportAgreement(room),
  }),
  makeRoute({
    method: 'post',
    path: '/incidents/:incident/adjudication',
    role: 'adjudicator',
    summary: 'Settle what coders coded otherwise, being none of them',
    body: z.object({
      attribute,
      value: coded,
      reason: z.string().max(4000),
      seen: z.string().max(100),
    }),
    handle: ({ room, person, path: { incident = '' }, body }) => adjudicate(room, person.name, { incident, ...body }),
  }),
];
