import { verifyArchive } from '../../service/index.ts';
import { archiveArgs, count, withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { print } from '../output.ts';

/** Check an archive against its hashes. */
export const verifyCommand = makeCommand({
  meta: { name: 'variorum verify', description: 'Hash everything in an archive again, and name what does not match' },
  args: { ...archiveArgs, json: { type: 'boolean', description: 'Print JSON' } },
  help: {
    usage: 'ARCHIVE',
    examples: ['variorum verify archive/'],
    groups: { 'What comes out': ['json'] },
    exits: '0 everything matches, 1 something does not, 2 wrong usage',
  },
  run: async ({ args: given }) => {
    const verified = await withArchive(given.archive, { readonly: true }, verifyArchive);
    const { sources, events, mismatches } = verified;
    const lines = mismatches.map(({ what, subject, message }) => `${what}  ${subject}  ${message}\n`);
    const said = `${lines.join('')}${count(sources, 'source')} and ${count(events, 'line')} of the log looked at.\n`;
    await print(given.json === true ? `${JSON.stringify(verified)}\n` : said);
    return mismatches.some(({ what }) => what !== 'left-over') ? exitCodes.differs : exitCodes.done;
  },
});
