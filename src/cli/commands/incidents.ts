import { tellIncidents } from '../../service/index.ts';
import { archiveArgs, withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { print } from '../output.ts';

/** Tell what became of incidents. */
export const incidentsCommand = makeCommand({
  meta: {
    name: 'variorum incidents',
    description: 'Tell which incidents of an archive were merged, split or renamed as more came in',
  },
  args: {
    ...archiveArgs,
    incident: {
      type: 'positional',
      description: 'One incident, by the id it has or had',
      valueHint: 'ID',
      required: false,
    },
    json: { type: 'boolean', description: 'Print JSON Lines' },
  },
  help: {
    usage: 'ARCHIVE [ID]',
    examples: ['variorum incidents archive/', 'variorum incidents archive/ incident-f3a1c09b'],
    groups: { 'What comes out': ['json'] },
  },
  run: async ({ args: given }) => {
    const changes = await withArchive(given.archive, { readonly: true }, (archive) =>
      tellIncidents(archive, given.incident),
    );
    const lines = changes.map((change) => {
      if (given.json === true) return JSON.stringify(change);
      return `${change.at}  ${change.was}  ${change.how}${change.now === '' ? '' : `  ${change.now}`}`;
    });
    await print(lines.map((line) => `${line}\n`).join(''));
    return exitCodes.done;
  },
});
