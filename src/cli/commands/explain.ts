import { readClock } from '../../io/index.ts';
import { explain, revise } from '../../pipeline/index.ts';
import { makeCommand } from '../command.ts';
import { loadEdition, readRevision, readTarget, revisionArgs } from '../editions.ts';
import { exitCodes } from '../failure.ts';
import { writeOut } from '../output.ts';

/** Say why a value is what it is, down to the words. */
export const explainCommand = makeCommand({
  meta: { name: 'variorum explain', description: 'Say why a value is what it is: rules, claims, words' },
  args: {
    edition: { type: 'positional', description: 'Edition, as variorum read writes it', required: true },
    target: {
      type: 'positional',
      description: 'INCIDENT or INCIDENT.attribute; an id or a number from 1',
      required: true,
    },
    policy: { type: 'string', description: 'Coding policy', valueHint: 'NAME' },
    ...revisionArgs,
  },
  run: async ({ args: given }) => {
    const edition = await loadEdition(given.edition);
    const { value } = revise(edition, await readRevision(given), { now: readClock(), seed: 0 });
    const { incident, attribute } = readTarget(value, given.target);
    await writeOut(undefined, explain(value, incident, attribute));
    return exitCodes.done;
  },
});
