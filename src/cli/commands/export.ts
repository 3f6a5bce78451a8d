import { formats, hxlFormats } from '../../pipeline/index.ts';
import { makeCommand } from '../command.ts';
import { loadRevised, revisionArgs, revisionGroup } from '../editions.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { summariseIssues } from '../issues.ts';
import { checkOut, printEdition } from '../output.ts';

/** Print an edition in another format, or under another policy. */
export const exportCommand = makeCommand({
  meta: { name: 'variorum export', description: 'Print an edition in the files others read' },
  args: {
    edition: { type: 'positional', description: 'Edition, as variorum read writes it, or an archive', required: true },
    format: {
      type: 'enum',
      options: [...formats],
      required: true,
      description: 'What to print',
      valueHint: 'FORMAT',
    },
    out: { type: 'string', description: 'File to write; tables get FILE-metadata.json beside them', valueHint: 'FILE' },
    policy: {
      type: 'string',
      description: 'Coding policy; ucdp, acled and gtd always take their own',
      valueHint: 'NAME',
    },
    names: { type: 'boolean', description: 'Print the names of private persons' },
    hxl: {
      type: 'boolean',
      description: `Put a row of HXL hashtags under the head of a table: ${hxlFormats.join(', ')}`,
    },
    ...revisionArgs,
  },
  help: {
    usage: 'EDITION --format FORMAT',
    examples: [
      'variorum export edition.json --format ucdp --out events.csv',
      'variorum export archive/ --format gtd --as-of 2024-03-23 --out events.csv',
      'variorum export edition.json --format crosswalk --hxl --out crosswalk.csv',
      'variorum export edition.json --format html --policy gva --out page.html',
    ],
    groups: { 'What comes out': ['format', 'out', 'policy', 'names', 'hxl'], ...revisionGroup },
  },
  run: async ({ args: given }) => {
    if (given.hxl === true && !hxlFormats.includes(given.format))
      throw new UsageError(`--hxl: ${given.format} has no row of hashtags; ${hxlFormats.join(', ')} have`);
    await checkOut(given.out);
    const { value, issues } = await loadRevised(given.edition, given);
    await printEdition(value, given.format, given.out, { names: given.names === true, hxl: given.hxl === true });
    process.stderr.write(summariseIssues(issues, 0));
    return exitCodes.done;
  },
});
