import { defined } from '../../model/index.ts';
import { loadEdition, makeSettings, readers, revise, runRead, settleWork } from '../../pipeline/index.ts';
import { makeCommand } from '../command.ts';
import { readRevision, revisionArgs, revisionGroup } from '../editions.ts';
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
import { checkOut, printArgs, printAsked } from '../output.ts';
import { countProgress } from '../progress.ts';

/** Read reports into one edition and print it. */
export const readCommand = makeCommand({
  meta: { name: 'variorum read', description: 'Read reports into one edition' },
  args: {
    ...pathArgs,
    ...printArgs,
    policy: {
      type: 'string',
      description: 'Coding policy, as variorum policies lists them (default: recorder)',
      valueHint: 'NAME',
    },
    reader: {
      type: 'enum',
      options: [...readers],
      description: 'fast reads by rule; deep, the default, with the trained reader',
      valueHint: 'NAME',
    },
    names: { type: 'boolean', description: 'Keep the names of single persons, which are left out otherwise' },
    work: {
      type: 'string',
      description: 'Folder that keeps what is finished: a run that was killed goes on from there',
      valueHint: 'FOLDER',
    },
    with: {
      type: 'string',
      description: 'An earlier edition: its stories and incidents keep their ids',
      valueHint: 'EDITION',
    },
    ...revisionArgs,
    ...fetchArgs,
    ...sharedArgs,
    ...tableArgs,
    ...issueArgs,
  },
  help: {
    usage: 'PATH…',
    examples: [
      'variorum read reports/ --format html --out edition.html',
      'cat report.txt | variorum read - --policy ucdp',
      'variorum read https://ledger.example/report --fetch',
      "variorum read 'archive/*.jsonl' --work run/ --issues aside.jsonl --out edition.json",
    ],
    groups: {
      'What comes out': ['format', 'out', 'policy', 'names', 'issues'],
      'How it is read': ['reader', 'columns', 'config', 'workers', 'work', 'with'],
      ...revisionGroup,
      ...fetchGroup,
    },
    exits: '0 done, 1 nothing readable, 2 wrong usage, 3 done but some inputs were set aside, 74 not written',
  },
  run: async ({ args: given }) => {
    const paths = readPaths(given._);
    await checkOut(given.out);
    const issues = await openIssues(given.issues);
    const revision = await readRevision({ decisions: given.decisions, 'as-of': given['as-of'] });
    const known = given.with === undefined ? {} : { known: await loadEdition(given.with) };
    const config = await readConfig(given.config);
    const flags = defined({ policy: given.policy, reader: given.reader, names: given.names });
    const settings = makeSettings(config, flags, readFetching(given), readColumns(given));
    checkAddresses(paths, settings);
    const { edition: whole, setAside } = await runRead(paths, {
      ...settings,
      workers: readWorkers(given.workers) ?? 'auto',
      onProgress: countProgress(process.stderr),
      ...defined({ work: given.work, cache: given.cache }),
      ...known,
    });
    const edition = revise(whole, revision).value;
    await printAsked(edition, given, settings.names);
    if (given.work !== undefined) await settleWork(given.work);
    await issues.add(edition.issues, edition.articles);
    process.stderr.write(issues.print(setAside));
    if (whole.articles.length === 0) return exitCodes.nothingReadable;
    return setAside > 0 ? exitCodes.someSetAside : exitCodes.done;
  },
});
