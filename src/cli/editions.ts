import { defined } from '../model/index.ts';
import { loadDecisions, type Revision } from '../pipeline/index.ts';

/** Options of every command that reconciles an existing edition again. */
export const revisionArgs = {
  decisions: {
    type: 'string',
    description: 'Decisions to apply, JSON Lines as variorum decide writes them',
    valueHint: 'FILE',
  },
  'as-of': {
    type: 'string',
    description: 'Tell what was known at a day or instant, UTC, such as 2024-03-23',
    valueHint: 'TIME',
  },
} as const;

/** Heading of these options in help. */
export const revisionGroup = { 'Decisions, and what was known when': ['decisions', 'as-of'] } as const;

/** Read the revision (policy, time, decisions) that a command line asks for. */
export async function readRevision(given: {
  readonly policy?: string | undefined;
  readonly decisions?: string | undefined;
  readonly 'as-of'?: string | undefined;
}): Promise<Revision> {
  return {
    ...defined({ policy: given.policy, asOf: given['as-of'] }),
    ...(given.decisions === undefined ? {} : { decisions: await loadDecisions(given.decisions) }),
  };
}
