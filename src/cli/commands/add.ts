import { defined } from '../../model/index.ts';
import { makeSettings, readers } from '../../pipeline/index.ts';
import { addReports } from '../../service/index.ts';
import { archiveArgs, count, withArchive, writingArgs } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { issueArgs, openIssues } from '../issues.ts';
import {
  checkAddresses,
  fetchArgs,
  fetchGroup,
  pathArgs,
  readColumns,
  readConfig,
  readFetching,
  readPaths,
  readWorkers,
  sharedArgs,
  tableArgs,
} from '../options.ts';
import { print } from '../output.ts';
import { countProgress } from '../progress.ts';

/** Add reports to an archive. */
export const addCommand = makeCommand({
  meta: { name: 'variorum add', description: 'Add reports to an archive, which is made where there is none' },
  args: {
    ...archiveArgs,
    ...pathArgs,
    ...writingArgs,
    reader: {
      type: 'enum',
      options: [...readers],
      description: 'How a new archive reads: fast by rule; deep, the default, with the trained reader',
      valueHint: 'NAME',
    },
    policy: { type: 'string', description: 'Coding policy of a new archive (default: recorder)', valueHint: 'NAME' },
    names: { type: 'boolean', description: 'Keep the names of single persons in a new archive’s editions' },
    ...fetchArgs,
    ...sharedArgs,
    ...tableArgs,
    ...issueArgs,
  },
  help: {
    usage: 'ARCHIVE PATH…',
    examples: ['variorum add archive/ reports/*.html', 'variorum add archive/ https://ledger.example/report --fetch'],
    groups: {
      'How a new archive reads': ['reader', 'policy', 'names', 'config', 'columns'],
      'How it is added': ['by', 'workers', 'issues'],
      ...fetchGroup,
    },
    exits: '0 done, 1 nothing readable, 2 wrong usage, 3 done but some inputs were set aside, 74 not kept',
  },
  run: async ({ args: given }) => {
    const [place = '', ...names] = given._;
    const paths = readPaths(names);
    const issues = await openIssues(given.issues);
    const flags = defined({ policy: given.policy, reader: given.reader, names: given.names });
    const own = { ...(await readConfig(given.config)), ...flags, ...readColumns(given) };
    const fetch = readFetching(given).fetch ?? {};
    checkAddresses(paths, makeSettings(own, { fetch }));
    const added = await withArchive(place, { create: true, settings: own, by: given.by }, (archive) =>
      addReports(archive, paths, {
        fetch,
        workers: readWorkers(given.workers) ?? 'auto',
        onProgress: countProgress(process.stderr),
        ...defined({ cache: given.cache }),
      }),
    );
    const { kept, again, articles, setAside } = added;
    await print(
      `${count(kept, 'source')} added (${count(articles, 'article')}), ${again} ${again === 1 ? 'was' : 'were'} there.\n`,
    );
    await issues.add(added.issues, []);
    process.stderr.write(issues.print(setAside));
    if (kept + again === 0) return exitCodes.nothingReadable;
    return setAside > 0 ? exitCodes.someSetAside : exitCodes.done;
  },
});
