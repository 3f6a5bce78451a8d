import { explain } from '../../pipeline/index.ts';
import { makeCommand } from '../command.ts';
import { loadRevised, revisionArgs, revisionGroup } from '../editions.ts';
import { exitCodes } from '../failure.ts';
import { print } from '../output.ts';

/** Explain why a value is what it is, down to the words of the reports. */
export const explainCommand = makeCommand({
  meta: { name: 'variorum explain', description: 'Say why a value is what it is: rules, claims, words' },
  args: {
    edition: { type: 'positional', description: 'Edition, as variorum read writes it, or an archive', required: true },
    target: {
      type: 'positional',
      description: 'An incident by its id or its number in the edition, from 1; with an attribute, such as 1.killed',
      valueHint: 'INCIDENT[.attribute]',
      required: true,
    },
    policy: {
      type: 'string',
      description: 'Coding policy, where it is to be another than the edition’s',
      valueHint: 'NAME',
    },
    ...revisionArgs,
  },
  help: {
    usage: 'EDITION INCIDENT[.attribute]',
    examples: [
      'variorum explain edition.json 1.killed --policy gtd',
      'variorum explain edition.json 1 --as-of 2024-03-23',
    ],
    groups: { 'Under which policy': ['policy'], ...revisionGroup },
  },
  run: async ({ args: given }) => {
    await print(explain((await loadRevised(given.edition, given)).value, given.target));
    return exitCodes.done;
  },
});
