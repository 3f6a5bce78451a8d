import { defined } from '../../model/index.ts';
import { checkPolicy, linkShards, makeSettings, mapShards, readers, reconcileShards } from '../../pipeline/index.ts';
import { count } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { type ExitCode, exitCodes, UsageError } from '../failure.ts';
import { issueArgs, openIssues } from '../issues.ts';
import {
  checkAddresses,
  pathArgs,
  readColumns,
  readConfig,
  readPaths,
  readWorkers,
  sharedArgs,
  tableArgs,
} from '../options.ts';
import { checkOut, print, printArgs, printAsked } from '../output.ts';
import { clearLine, countProgress } from '../progress.ts';

const folderArgs = {
  folder: { type: 'positional', description: 'Folder of the shards', valueHint: 'FOLDER', required: true },
} as const;

const usualShards = 8;

/** Read the numbers of shards: "0,2" or "4-7". */
function readNumbers(value: string | undefined): readonly number[] | undefined {
  return value?.split(',').flatMap((part) => {
    const [, first, last = first] = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part) ?? [];
    if (first === undefined) throw new UsageError(`--only ${value}: give numbers of shards, such as 0,2 or 4-7`);
    return Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) }, (_, at) => Number(first) + at);
  });
}

/** Read how many shards there are. */
export function readShards(value: string | undefined): number {
  const shards = value === undefined ? usualShards : Number(value);
  if (!Number.isInteger(shards) || shards < 1 || shards > 99_999)
    throw new UsageError(`--shards ${value}: give a whole number from 1 to 99999`);
  return shards;
}

function tellExit(articles: number, setAside: number): ExitCode {
  if (articles === 0) return exitCodes.nothingReadable;
  return setAside > 0 ? exitCodes.someSetAside : exitCodes.done;
}

/** Read reports into shard files, all of them here or some on each of several machines. */
export const mapCommand = makeCommand({
  meta: { name: 'variorum map', description: 'Read reports into shard files, here or on several machines' },
  args: {
    ...pathArgs,
    out: { type: 'string', description: 'Folder of the shards', valueHint: 'FOLDER', required: true },
    shards: { type: 'string', description: 'How many shards there are (default: 8)', valueHint: 'N' },
    only: {
      type: 'string',
      description: 'Numbers of the shards that are made here, such as 0,2 or 4-7 (default: all)',
      valueHint: 'NUMBERS',
    },
    reader: { type: 'enum', options: [...readers], description: 'fast, or deep (the default)', valueHint: 'NAME' },
    names: { type: 'boolean', description: 'Keep the names of single persons, which are left out otherwise' },
    ...sharedArgs,
    ...tableArgs,
  },
  help: {
    usage: 'PATH… --out FOLDER',
    examples: [
      'variorum map reports/ --out shards/ --shards 16',
      "variorum map 'archive/*.jsonl' --out /mnt/shards --shards 64 --only 0-31",
    ],
    groups: {
      'What is made': ['out', 'shards', 'only'],
      'How it is read': ['reader', 'names', 'columns', 'config', 'workers'],
    },
    exits: '0 done, 1 nothing readable, 2 wrong usage, 3 done but some inputs were set aside',
  },
  run: async ({ args: given }) => {
    const own = { ...(await readConfig(given.config)), ...defined({ reader: given.reader, names: given.names }) };
    const settings = makeSettings(own, readColumns(given));
    checkAddresses(given._, settings);
    const workers = readWorkers(given.workers) ?? 'auto';
    const asked = { shards: readShards(given.shards), ...defined({ only: readNumbers(given.only) }) };
    const onProgress = countProgress(process.stderr);
    let [articles, setAside] = [0, 0];
    for await (const one of mapShards(readPaths(given._), given.out, { ...settings, ...asked, workers, onProgress })) {
      const { index, of, counts } = one.manifest;
      articles += counts.articles;
      setAside += counts.setAside;
      const came = one.isKept ? 'was there' : 'made';
      if (process.stderr.isTTY) process.stderr.write(clearLine);
      await print(`shard ${index} of ${of}: ${count(counts.articles, 'article')}, ${came}\n`);
    }
    return tellExit(articles, setAside);
  },
});

/** Link shards. */
export const linkCommand = makeCommand({
  meta: { name: 'variorum link', description: 'Link all shards of a folder' },
  args: folderArgs,
  help: { usage: 'FOLDER', examples: ['variorum link shards/'], groups: {} },
  run: async ({ args: given }) => {
    const { articles, setAside, stories, incidents } = await linkShards(given.folder);
    const told = [count(articles, 'article'), `${stories} stories`, count(incidents, 'incident')];
    await print(`${told.join(', ')}\n`);
    return tellExit(articles, setAside);
  },
});

/** Reconcile linked shards into the edition. */
export const reconcileCommand = makeCommand({
  meta: { name: 'variorum reconcile', description: 'Reconcile linked shards into the edition, as read would print it' },
  args: {
    ...folderArgs,
    ...printArgs,
    policy: {
      type: 'string',
      description: 'Coding policy, as variorum policies lists them (default: that of map)',
      valueHint: 'NAME',
    },
    ...issueArgs,
  },
  help: {
    usage: 'FOLDER',
    examples: [
      'variorum reconcile shards/ --out edition.json',
      'variorum reconcile shards/ --policy ucdp --format csv',
    ],
    groups: { 'What comes out': ['format', 'out', 'policy', 'issues'] },
    exits: '0 done, 1 nothing readable, 2 wrong usage, 3 done but some inputs were set aside, 74 not written',
  },
  run: async ({ args: given }) => {
    await checkOut(given.out);
    if (given.policy !== undefined) checkPolicy(given.policy);
    const issues = await openIssues(given.issues);
    const { edition, articles, setAside } = await reconcileShards(given.folder, defined({ policy: given.policy }));
    await printAsked(edition, given, edition.config.names === true);
    await issues.add(edition.issues, edition.articles);
    process.stderr.write(issues.print(setAside));
    return tellExit(articles, setAside);
  },
});
