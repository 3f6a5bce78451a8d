import { removeReports } from '../../service/index.ts';
import { archiveArgs, articleArgs, count, withArchive, writingArgs } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { print } from '../output.ts';

/** Take reports out of an archive. */
export const removeCommand = makeCommand({
  meta: { name: 'variorum remove', description: 'Take an article out of an archive; a tombstone says who and why' },
  args: {
    ...archiveArgs,
    ...articleArgs,
    reason: { type: 'string', description: 'Why it goes', valueHint: 'WORDS', required: true },
    ...writingArgs,
  },
  help: {
    usage: 'ARCHIVE ARTICLE --reason WORDS',
    examples: ['variorum remove archive/ https://ledger.example/report --reason "the family asked for it"'],
    groups: { 'Who and why': ['reason', 'by'] },
  },
  run: async ({ args: given }) => {
    const removed = await withArchive(given.archive, { by: given.by }, (archive) =>
      removeReports(archive, given.article, given.reason),
    );
    await print(`${count(removed, 'source')} removed.\n`);
    return exitCodes.done;
  },
});
