import { z } from 'zod';
import { defined } from '../../../model/index.ts';
import { policies } from '../../../pipeline/index.ts';
import {
  compareEditions,
  exportChoices,
  exportReleased,
  listReleased,
  releaseEdition,
} from '../../../service/index.ts';
import { Download } from '../../route.ts';
import { typeOf } from '../media-types.ts';
import { makeOperation, type Operation } from '../operation.ts';
import { paging } from '../parameters.ts';
import { changeSchema, pageOf, releasedSchema } from '../shapes.ts';

const tag = 'editions';

const names = exportChoices.formats as readonly [string, ...string[]];

/** What can be asked of editions. */
export const editionOperations: readonly Operation[] = [
  makeOperation({
    ...{ method: 'get', path: '/editions', id: 'listEditions', role: 'reader', tag, isTagged: true },
    summary: 'The editions that were released, the newest first',
    answer: z.object({ items: z.array(releasedSchema).readonly() }).readonly(),
    handle: async ({ room }) => ({ items: await listReleased(room) }),
  }),
  makeOperation({
    ...{ method: 'post', path: '/editions', id: 'releaseEdition', role: 'editor', tag, status: 201, isSlow: true },
    summary: 'Release an edition under a name, which is given once',
    body: z.strictObject({
      name: z.string().min(1).max(80),
      policy: z.enum(policies.map(({ name }) => name) as [string, ...string[]]).optional(),
    }),
    answer: releasedSchema,
    handle: ({ room, person, body, begun }) => releaseEdition(room, person.name, body, begun),
  }),
  makeOperation({
    ...{ method: 'get', path: '/editions/{before}/diff/{after}', id: 'compareEditions', role: 'reader', tag },
    ...{ isTagged: true, isSlow: true },
    summary: 'Which figures moved between two editions, and because of which reports; `now` is what stands',
    query: z.strictObject({ incident: z.string().max(200).optional(), ...paging }),
    answer: pageOf(changeSchema),
    handle: async ({ room, path, query, begun }) => compareEditions(room, { ...path, ...defined(query) }, begun),
  }),
  makeOperation({
    ...{ method: 'get', path: '/exports/{format}', id: 'exportEdition', role: 'reader', tag },
    ...{ isTagged: true, isSlow: true },
    summary: `An edition in a format of the command line: ${names.join(', ')}`,
    query: z.strictObject({
      edition: z.string().min(1).max(80).default('now').describe('A released edition; `now` is what stands'),
    }),
    answer: [...new Set(names.map(typeOf))].sort(),
    handle: async ({ room, person, path, query, begun }) => {
      const content = await exportReleased(room, query.edition, path.format, { who: person.name, begun });
      return new Download(content, typeOf(path.format), `${query.edition}.${path.format}`);
    },
  }),
];
