import { backupArchive, type Copied, restoreArchive } from '../../service/index.ts';
import { archiveArgs, count, withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { type ExitCode, exitCodes } from '../failure.ts';
import { print } from '../output.ts';

const placeArgs = {
  place: { type: 'positional', description: 'A new folder, or postgres://…', valueHint: 'PLACE', required: true },
} as const;

async function tell({ sources, missing }: Copied): Promise<ExitCode> {
  const gone = missing.length === 0 ? '' : ` ${missing.length} of them were removed meanwhile.`;
  await print(`${count(sources, 'source')} copied.${gone}\n`);
  return exitCodes.done;
}

/** Copy an archive while it is worked on. */
export const backupCommand = makeCommand({
  meta: { name: 'variorum backup', description: 'Copy an archive into a new place, as it is at one moment' },
  args: { ...archiveArgs, ...placeArgs },
  help: { usage: 'ARCHIVE PLACE', examples: ['variorum backup archive/ backups/monday/'], groups: {} },
  run: async ({ args: given }) =>
    tell(await withArchive(given.archive, { readonly: true }, (archive) => backupArchive(archive, given.place))),
});

/** Make an archive of a backup. */
export const restoreCommand = makeCommand({
  meta: { name: 'variorum restore', description: 'Make an archive of a backup in a new place' },
  args: {
    backup: { type: 'positional', description: 'The backup', valueHint: 'BACKUP', required: true },
    ...placeArgs,
  },
  help: { usage: 'BACKUP PLACE', examples: ['variorum restore backups/monday/ archive/'], groups: {} },
  run: async ({ args: given }) => tell(await restoreArchive(given.backup, given.place)),
});
