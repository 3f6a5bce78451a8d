import { tellStatus } from '../../../service/index.ts';
import { makeOperation, type Operation } from '../operation.ts';
import { statusSchema } from '../shapes.ts';

/** What can be asked of the archive as a whole. */
export const statusOperations: readonly Operation[] = [
  makeOperation({
    ...{ method: 'get', path: '/status', id: 'getStatus', role: 'reader', tag: 'status' },
    summary: 'What the archive holds, how it reads, and what is under way',
    answer: statusSchema,
    handle: ({ room }) => tellStatus(room),
  }),
];
