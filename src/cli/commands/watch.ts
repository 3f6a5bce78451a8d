import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkOutput, describeFailure, readClock, readIfThere } from '../../io/index.ts';
import { defined } from '../../model/index.ts';
import {
  formats,
  isAddress,
  type Look,
  makeSettings,
  openWatch,
  publish,
  type RunOptions,
  readers,
} from '../../pipeline/index.ts';
import { makeCommand } from '../command.ts';
import { type ExitCode, exitCodes, UsageError } from '../failure.ts';
import { issueArgs, openIssues } from '../issues.ts';
import {
  checkAddresses,
  fetchArgs,
  fetchGroup,
  loadConfig,
  readFetching,
  readWorkers,
  sharedArgs,
} from '../options.ts';
import { checkOut, writeOut } from '../output.ts';
import { countProgress } from '../progress.ts';

/** Watch feeds: read what is new, add it to an edition, tell which figures moved; exits with --once as diff does. */
export const watchCommand = makeCommand({
  meta: { name: 'variorum watch', description: 'Watch feeds and sitemaps, and tell which figures moved' },
  args: {
    feeds: {
      type: 'positional',
      description: 'Feeds and sitemaps: addresses, or files',
      valueHint: 'FEED…',
      required: true,
    },
    out: {
      type: 'string',
      description: 'Edition to keep up; what was seen is kept in FILE.watch/',
      valueHint: 'FILE',
      required: true,
    },
    format: {
      type: 'enum',
      options: [...formats],
      default: 'json',
      description: 'What to write',
      valueHint: 'FORMAT',
    },
    every: { type: 'string', description: 'Time between two looks: 90s, 15m, 2h', valueHint: 'TIME', default: '15m' },
    once: { type: 'boolean', description: 'Look once: exits 1 where a figure moved, 0 where none did' },
    with: { type: 'string', description: 'Reports to read beside: a file, folder or glob', valueHint: 'PATHS' },
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
    ...fetchArgs,
    ...sharedArgs,
    ...issueArgs,
  },
  help: {
    usage: 'FEED… --out FILE',
    examples: [
      'variorum watch https://ledger.example/feed.xml --fetch --out edition.json --every 15m',
      'variorum watch feed.xml --once --out edition.json',
    ],
    groups: {
      'What comes out': ['out', 'format', 'policy', 'names', 'issues'],
      'How it looks': ['every', 'once'],
      'How it is read': ['reader', 'config', 'workers', 'with'],
      ...fetchGroup,
    },
    exits: 'with --once 0 nothing moved, 1 a figure moved, 3 nothing moved but some inputs were set aside',
  },
  run: async ({ args: given }) => {
    const flags = defined({ policy: given.policy, reader: given.reader, names: given.names });
    const settings = makeSettings(await loadConfig(given.config), flags, readFetching(given));
    checkAddresses(given._, settings);
    const seconds = readInterval(given.every, given._.some(isAddress));
    const folder = `${given.out}.watch`;
    await checkPlaces(given.out, folder);
    const watch = { feeds: given._, folder, ...(given.with === undefined ? {} : { beside: [given.with] }) };
    const options: RunOptions = {
      ...settings,
      workers: readWorkers(given.workers) ?? 'auto',
      onProgress: countProgress(process.stderr),
      ...defined({ cache: given.cache }),
    };
    const watcher = openWatch(watch, options);
    const look = async (): Promise<Look> => {
      const seen = await watcher.look();
      await deliver(seen, given, settings.names);
      return seen;
    };
    try {
      return given.once === true ? judge(await look()) : await watchOn(look, seconds);
    } finally {
      await watcher.close();
    }
  },
});

/** Look again and again until told to stop (Ctrl-C, SIGTERM); a look under way is finished first. */
async function watchOn(look: () => Promise<Look>, seconds: number): Promise<ExitCode> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    while (!stop.signal.aborted) {
      await look();
      await pause(seconds * 1000, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    return exitCodes.done;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

interface Given {
  readonly out: string;
  readonly format: (typeof formats)[number];
  readonly issues?: string | undefined;
}

async function deliver(look: Look, { out, format, issues: target }: Given, names: boolean): Promise<void> {
  const { content, describe } = await publish(look.edition, format, { names });
  await writeOut(out, content);
  if (describe !== undefined) await writeOut(`${out}-metadata.json`, describe(out.split('/').at(-1) ?? out));
  await look.settle();
  await writeOut(undefined, look.text);
  const issues = await openIssues(target);
  await issues.add(look.issues, look.edition.articles);
  process.stderr.write(`${summarise(look)}${issues.print(0)}`);
}

function summarise({ counts: { items, fresh, changed, failed }, edition }: Look): string {
  const time = readClock().slice(0, 16).replace('T', ' ');
  const broken = failed === 0 ? '' : `, ${count(failed, 'feed')} not read`;
  const seen = `${count(items, 'item')}, ${fresh} new, ${changed} changed${broken}`;
  return `${time} UTC: ${seen}; ${count(edition.articles.length, 'report')} in the edition.\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function judge({ changes, counts, issues }: Look): ExitCode {
  if (changes.length > 0) return exitCodes.differs;
  return counts.failed > 0 || issues.some(({ severity }) => severity === 'error')
    ? exitCodes.someSetAside
    : exitCodes.done;
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
/** No feed is asked more often than once a minute. */
const leastSeconds = 60;

function readInterval(words: string, isOutside: boolean): number {
  const found = /^(\d{1,5})([smhd])$/.exec(words);
  const seconds = Number(found?.[1] ?? 0) * (units[found?.[2] ?? ''] ?? 0);
  if (seconds <= 0) throw new UsageError(`--every ${words}: give a time such as 90s, 15m or 2h`);
  if (isOutside && seconds < leastSeconds)
    throw new UsageError(`--every ${words}: feeds are not fetched more than once a minute`);
  return seconds;
}

/** An edition that somebody made otherwise is not written over. */
async function checkPlaces(out: string, folder: string): Promise<void> {
  await checkOut(out);
  try {
    await checkOutput(join(folder, 'items.jsonl'));
    const traces = await Promise.all(['items.jsonl', 'edition.json'].map((name) => readIfThere(join(folder, name))));
    if (traces.some((trace) => trace !== undefined) || (await readIfThere(out)) === undefined) return;
  } catch (error) {
    throw new UsageError(`--out ${out}: ${describeFailure(error)}`);
  }
  throw new UsageError(
    `--out ${out}: it is there and not of this watch; name another, and read its reports too with --with`,
  );
}
