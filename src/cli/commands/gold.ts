import { gatherGold } from '../../service/index.ts';
import { archiveArgs, count, withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { checkOut, printText } from '../output.ts';

/** Print what people corrected as gold. */
export const goldCommand = makeCommand({
  meta: {
    name: 'variorum gold',
    description:
      'Print what people corrected in an archive, to measure a reader by: rejected claims left out, added ones in',
  },
  args: {
    ...archiveArgs,
    out: { type: 'string', description: 'File to write (default: print)', valueHint: 'FILE' },
  },
  help: {
    usage: 'ARCHIVE',
    examples: ['variorum gold archive/ --out gold.json'],
    groups: { 'Where it goes': ['out'] },
    exits: '0 done, 1 nobody decided anything yet, 2 wrong usage, 74 not written',
  },
  run: async ({ args: given }) => {
    await checkOut(given.out);
    const documents = await withArchive(given.archive, { readonly: true }, gatherGold);
    await printText(given.out, `${JSON.stringify(documents, null, 1)}\n`);
    process.stderr.write(`${count(documents.length, 'report')} that people decided about.\n`);
    return documents.length === 0 ? exitCodes.nothingReadable : exitCodes.done;
  },
});
