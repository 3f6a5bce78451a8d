import { defined } from '../../model/index.ts';
import { readEdition, takeSnapshot, tellDecisions } from '../../service/index.ts';
import { archiveArgs, withArchive, writingArgs } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { checkOut, printArgs, printAsked } from '../output.ts';

/** Print the edition of an archive. */
export const editionCommand = makeCommand({
  meta: { name: 'variorum edition', description: 'Print the edition of an archive, whole or of one story' },
  args: {
    ...archiveArgs,
    policy: { type: 'string', description: 'Coding policy (default: the archive’s)', valueHint: 'NAME' },
    'as-of': {
      type: 'string',
      description: 'Tell what was known at a day or instant, UTC, such as 2024-03-23',
      valueHint: 'TIME',
    },
    story: { type: 'string', description: 'One story, by its id or the beginning of one', valueHint: 'ID' },
    at: { type: 'string', description: 'The archive as it was at a snapshot', valueHint: 'NAME' },
    save: { type: 'string', description: 'Take a snapshot of the whole edition under this name', valueHint: 'NAME' },
    ...printArgs,
    ...writingArgs,
  },
  help: {
    usage: 'ARCHIVE',
    examples: [
      'variorum edition archive/ --policy ucdp --as-of 2024-03-23 --out edition.json',
      'variorum edition archive/ --save march --out march.json',
    ],
    groups: {
      'Which edition': ['policy', 'as-of', 'story', 'at'],
      'What comes out': ['format', 'out'],
      Snapshots: ['save', 'by'],
    },
    exits: '0 done, 1 nothing in it, 2 wrong usage, 74 not written',
  },
  run: async ({ args: given }) => {
    await checkOut(given.out);
    const query = defined({ policy: given.policy, asOf: given['as-of'] });
    const readonly = given.save === undefined;
    const found = await withArchive(given.archive, { readonly, by: given.by }, async (archive) => {
      if (given.save !== undefined) await takeSnapshot(archive, given.save, query);
      const printed = await readEdition(archive, { ...query, ...defined({ story: given.story, at: given.at }) });
      const decisions = await tellDecisions(archive);
      return { ...printed, decisions, names: archive.settings.names };
    });
    await printAsked(found.edition, given, found.names);
    for (const { decision, groundChanged } of found.decisions) {
      if (groundChanged !== undefined)
        process.stderr.write(`${decision.id} of ${decision.by} to ${decision.action}: ${groundChanged}\n`);
    }
    return found.edition.articles.length === 0 ? exitCodes.nothingReadable : exitCodes.done;
  },
});
