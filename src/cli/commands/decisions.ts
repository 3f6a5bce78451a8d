import { stripVTControlCharacters } from 'node:util';
import { type StandingDecision, tellDecisions, undoDecision } from '../../service/index.ts';
import { archiveArgs, withArchive, writingArgs } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { print } from '../output.ts';

/** List what was decided about an archive. */
export const decisionsCommand = makeCommand({
  meta: { name: 'variorum decisions', description: 'List what was decided about an archive, and what became of it' },
  args: { ...archiveArgs, json: { type: 'boolean', description: 'Print JSON Lines' } },
  help: {
    usage: 'ARCHIVE',
    examples: ['variorum decisions archive/'],
    groups: { 'What comes out': ['json'] },
  },
  run: async ({ args: given }) => {
    const decisions = await withArchive(given.archive, { readonly: true }, tellDecisions);
    await print(
      decisions.map((one) => (given.json === true ? `${JSON.stringify(one)}\n` : tellDecision(one))).join(''),
    );
    return exitCodes.done;
  },
});

/** Take a decision about an archive back. */
export const undoCommand = makeCommand({
  meta: { name: 'variorum undo', description: 'Take a decision about an archive back; both stay in its log' },
  args: {
    ...archiveArgs,
    decision: {
      type: 'positional',
      description: 'Its id, or the beginning of one, as variorum decisions tells it',
      valueHint: 'DECISION',
      required: true,
    },
    reason: { type: 'string', description: 'Why', valueHint: 'WORDS', required: true },
    ...writingArgs,
  },
  help: {
    usage: 'ARCHIVE DECISION --reason WORDS',
    examples: ["variorum undo archive/ decision-f3a1 --by 'A. Recorder' --reason 'it was another list'"],
    groups: { 'Who and why': ['reason', 'by'] },
  },
  run: async ({ args: given }) => {
    const id = await withArchive(given.archive, { by: given.by }, (archive) =>
      undoDecision(archive, given.decision, given.reason),
    );
    await print(`${id} is taken back.\n`);
    return exitCodes.done;
  },
});

function tellDecision({ decision, undone, groundChanged }: StandingDecision): string {
  const { id, action, attribute, at, by, reason } = decision;
  const about = attribute === undefined ? '' : ` ${attribute}`;
  const status = 'status' in decision && decision.status !== 'applied' ? `  ${decision.status}` : '';
  const head = `${id}  ${at.slice(0, 16).replace('T', ' ')}  ${by}  ${action}${about}${undone ? '  taken back' : status}`;
  const ground = groundChanged === undefined ? [] : [`  ${groundChanged}`];
  return stripVTControlCharacters(`${[head, `  ${reason}`, ...ground].join('\n')}\n`);
}
