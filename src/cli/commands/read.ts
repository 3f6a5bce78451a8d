import { defined, type Issue } from '../../model/index.ts';
import {
  loadEdition,
  makeSettings,
  type PartialSettings,
  type Run,
  readers,
  revise,
  runRead,
  settleWork,
} from '../../pipeline/index.ts';
import { type AddOptions, addReports, readEdition } from '../../service/index.ts';
import { archiveOption, withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { readRevision, revisionArgs, revisionGroup } from '../editions.ts';
import { exitCodes, UsageError } from '../failure.ts';
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
    ...archiveOption,
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
      'How it is read': ['reader', 'columns', 'config', 'workers', 'work', 'with', 'archive'],
      ...revisionGroup,
      ...fetchGroup,
    },
    exits: '0 done, 1 nothing readable, 2 wrong usage, 3 done but some inputs were set aside, 74 not written',
  },
  run: async ({ args: given }) => {
    const paths = readPaths(given._);
    await checkOut(given.out);
    checkInto(given);
    const issues = await openIssues(given.issues);
    const revision = await readRevision({ decisions: given.decisions, 'as-of': given['as-of'] });
    const known = given.with === undefined ? {} : { known: await loadEdition(given.with) };
    const flags = defined({ policy: given.policy, reader: given.reader, names: given.names });
    const own = { ...(await readConfig(given.config)), ...flags, ...readColumns(given) };
    const settings = makeSettings(own, readFetching(given));
    checkAddresses(paths, settings);
    const how = {
      workers: readWorkers(given.workers) ?? ('auto' as const),
      onProgress: countProgress(process.stderr),
      ...defined({ cache: given.cache }),
    };
    const into = { settings: own, options: { ...how, fetch: settings.fetch }, asOf: given['as-of'] };
    const run: Run & { readonly issues?: readonly Issue[] } =
      given.archive === undefined
        ? await runRead(paths, { ...settings, ...how, ...defined({ work: given.work }), ...known })
        : await readInto(given.archive, paths, into);
    const { edition: whole, setAside } = run;
    const edition = revise(whole, revision).value;
    await printAsked(edition, given, settings.names);
    if (given.work !== undefined) await settleWork(given.work);
    await issues.add(run.issues ?? edition.issues, edition.articles);
    process.stderr.write(issues.print(setAside));
    if (whole.articles.length === 0) return exitCodes.nothingReadable;
    return setAside > 0 ? exitCodes.someSetAside : exitCodes.done;
  },
});

/** Add reports to an archive and give what all of it comes to; what is said is of the reports that were added. */
async function readInto(
  place: string,
  paths: readonly string[],
  { settings, options, asOf }: Into,
): Promise<Run & { readonly issues: readonly Issue[] }> {
  return withArchive(place, { create: true, settings }, async (archive) => {
    const { setAside, issues } = await addReports(archive, paths, options);
    return { edition: (await readEdition(archive, defined({ asOf }))).edition, setAside, issues };
  });
}

interface Into {
  readonly settings: PartialSettings;
  readonly options: AddOptions;
  readonly asOf: string | undefined;
}

/** An archive has decisions of its own, and whatever was read for it is kept. */
function checkInto(given: { readonly [name in 'archive' | 'work' | 'with' | 'decisions']?: string | undefined }): void {
  const other = (['work', 'with', 'decisions'] as const).find((name) => given[name] !== undefined);
  if (given.archive === undefined || other === undefined) return;
  throw new UsageError(`--${other} has no place beside --archive, which keeps what was read and decided itself`);
}
