import { defined, type Edition, type Outcome } from '../model/index.ts';
import { loadDecisions, type Revision, revise } from '../pipeline/index.ts';
import { isArchivePlace } from '../service/index.ts';
import { loadEditionAt } from './archives.ts';
import { UsageError } from './failure.ts';

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

interface RevisionArgs {
  readonly policy?: string | undefined;
  readonly decisions?: string | undefined;
  readonly 'as-of'?: string | undefined;
}

/** Load the edition at a place, an archive or a file, under the policy, time and decisions that a command line asks for. */
export async function loadRevised(place: string, given: RevisionArgs): Promise<Outcome<Edition>> {
  if (given.decisions !== undefined && (await isArchivePlace(place)))
    throw new UsageError(`${place}: an archive has decisions of its own; add to them with variorum decide`);
  const revision = await readRevision(given);
  const { policy, asOf } = revision;
  return revise(await loadEditionAt(place, defined({ policy, asOf })), revision);
}

/** Read the revision (policy, time, decisions) that a command line asks for. */
export async function readRevision(given: RevisionArgs): Promise<Revision> {
  return {
    ...defined({ policy: given.policy, asOf: given['as-of'] }),
    ...(given.decisions === undefined ? {} : { decisions: await loadDecisions(given.decisions) }),
  };
}
