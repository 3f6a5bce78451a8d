import { stripVTControlCharacters } from 'node:util';
import { defined } from '../../model/index.ts';
import { type SearchHit, searchArchive } from '../../service/index.ts';
import { archiveArgs, withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { print } from '../output.ts';

/** Search an archive. */
export const searchCommand = makeCommand({
  meta: { name: 'variorum search', description: 'Find articles of an archive by their words and what they report' },
  args: {
    ...archiveArgs,
    words: {
      type: 'positional',
      description: 'Words that stand in it, in any order; "in quotes" as a phrase',
      valueHint: 'WORDS',
      required: false,
    },
    outlet: { type: 'string', description: 'Outlet that published it', valueHint: 'NAME' },
    from: { type: 'string', description: 'First day of publication', valueHint: 'DAY' },
    to: { type: 'string', description: 'Last day of publication', valueHint: 'DAY' },
    attribute: {
      type: 'string',
      description: 'It reports an incident with a record of this attribute',
      valueHint: 'NAME',
    },
    status: {
      type: 'string',
      description: 'The record has this status: agreed, updated, disputed …',
      valueHint: 'NAME',
    },
    limit: { type: 'string', description: 'At most so many (default: 20)', valueHint: 'N' },
    json: { type: 'boolean', description: 'Print JSON Lines' },
  },
  help: {
    usage: 'ARCHIVE "WORDS"',
    examples: [
      'variorum search archive/ "mill fire" --from 2024-03-01',
      'variorum search archive/ --attribute killed --status disputed --json',
    ],
    groups: {
      'What to look for': ['outlet', 'from', 'to', 'attribute', 'status'],
      'What comes out': ['limit', 'json'],
    },
    exits: '0 found, 1 nothing found, 2 wrong usage',
  },
  run: async ({ args: given }) => {
    const { words, outlet, from, to, attribute, status } = given;
    const limit = given.limit === undefined ? undefined : Number(given.limit);
    if (limit !== undefined && !(Number.isInteger(limit) && limit > 0))
      throw new UsageError(`--limit ${given.limit}: give a whole number, such as 20`);
    // Records by attribute and status are brought up to date first, which changes the archive.
    const readonly = attribute === undefined && status === undefined;
    const hits = await withArchive(given.archive, { readonly }, (archive) =>
      searchArchive(archive, defined({ words, outlet, from, to, attribute, status, limit })),
    );
    await print(hits.map((hit) => (given.json === true ? `${JSON.stringify(hit)}\n` : tellHit(hit))).join(''));
    if (hits.length === 0) process.stderr.write('Nothing found; all words are needed, each as it is written.\n');
    return hits.length === 0 ? exitCodes.nothingReadable : exitCodes.done;
  },
});

function tellHit({ article, headline, outlet, published, url, snippet }: SearchHit): string {
  const head = [published, outlet, headline].filter((part) => part !== undefined && part !== '').join('  ');
  return stripVTControlCharacters(`${article}  ${head}\n  ${snippet}\n${url === undefined ? '' : `  ${url}\n`}`);
}
