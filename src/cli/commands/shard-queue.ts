import { hostname } from 'node:os';
import { defined } from '../../model/index.ts';
import { makeSettings, readers } from '../../pipeline/index.ts';
import { gatherShards, queueShards, workShards } from '../../service/index.ts';
import { count } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
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
import { print } from '../output.ts';
import { tellPace } from '../progress.ts';
import { readShards } from './shards.ts';

const database = {
  database: {
    type: 'string',
    description: 'Address of the queue: postgres://… with ?schema=NAME',
    valueHint: 'ADDRESS',
    required: true,
  },
} as const;

/** Put reports into a queue of shards. */
export const queueCommand = makeCommand({
  meta: { name: 'variorum queue', description: 'Put reports into a queue of shards, for workers on any machine' },
  args: {
    ...pathArgs,
    ...database,
    shards: { type: 'string', description: 'How many shards there are (default: 8)', valueHint: 'N' },
    reader: { type: 'enum', options: [...readers], description: 'fast, or deep (the default)', valueHint: 'NAME' },
    names: { type: 'boolean', description: 'Keep the names of single persons, which are left out otherwise' },
    config: sharedArgs.config,
    ...tableArgs,
  },
  help: {
    usage: 'PATH… --database ADDRESS',
    examples: ["variorum queue reports/ --shards 64 \\\n    --database 'postgres://db.example/news?schema=march'"],
    groups: { 'What is made': ['database', 'shards'], 'How it is read': ['reader', 'names', 'columns', 'config'] },
  },
  run: async ({ args: given }) => {
    const own = { ...(await readConfig(given.config)), ...defined({ reader: given.reader, names: given.names }) };
    const settings = makeSettings(own, readColumns(given));
    checkAddresses(given._, settings);
    const shards = readShards(given.shards);
    const { inputs } = await queueShards(given.database, readPaths(given._), { ...settings, shards });
    await print(`${count(inputs, 'input')} in ${count(shards, 'shard')}\n`);
    return inputs === 0 ? exitCodes.nothingReadable : exitCodes.done;
  },
});

/** Read shards of a queue until none is left. */
export const workerCommand = makeCommand({
  meta: { name: 'variorum worker', description: 'Read shards of a queue until none is left' },
  args: {
    ...database,
    workers: { type: 'string', description: 'Threads that read documents (default: 0, this one)', valueHint: 'N' },
    lease: {
      type: 'string',
      description: 'Seconds after which a worker that is not heard of has lost its shard (default: 60)',
      valueHint: 'SECONDS',
    },
  },
  help: {
    usage: '--database ADDRESS',
    examples: ["variorum worker --database 'postgres://db.example/news?schema=march'"],
    groups: { 'Where and how': ['database', 'workers', 'lease'] },
  },
  run: async ({ args: given }) => {
    const begun = performance.now();
    let done = 0;
    const { shards } = await workShards(given.database, {
      who: `${hostname()} ${process.pid}`,
      tell: ({ index, articles = 0, failure, share }) => {
        done += articles;
        const pace = tellPace({ done, share }, performance.now() - begun);
        process.stderr.write(`shard ${index}: ${failure ?? count(articles, 'article')}${pace}\n`);
      },
      ...defined({
        workers: readWorkers(given.workers),
        leaseSeconds: given.lease === undefined ? undefined : Math.max(1, Number(given.lease) || 1),
      }),
    });
    await print(`${count(shards, 'shard')} read\n`);
    return exitCodes.done;
  },
});

/** Write the shards of a queue into a folder. */
export const gatherCommand = makeCommand({
  meta: { name: 'variorum gather', description: 'Write the shards of a queue into a folder, as map makes them' },
  args: {
    ...database,
    out: { type: 'string', description: 'Folder of the shards', valueHint: 'FOLDER', required: true },
  },
  help: {
    usage: '--database ADDRESS --out FOLDER',
    examples: ["variorum gather --out shards/ \\\n    --database 'postgres://db.example/news?schema=march'"],
    groups: { 'What is written': ['database', 'out'] },
  },
  run: async ({ args: given }) => {
    const { shards } = await gatherShards(given.database, given.out);
    await print(`${count(shards, 'shard')} in ${given.out}\n`);
    return exitCodes.done;
  },
});
