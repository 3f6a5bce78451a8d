import { defined } from '../../model/index.ts';
import {
  checkWatchPlaces,
  formats,
  type Look,
  makeSettings,
  readers,
  type WatchOptions,
  watch,
} from '../../pipeline/index.ts';
import { addNews } from '../../service/index.ts';
import { archiveOption, withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { type ExitCode, exitCodes, UsageError } from '../failure.ts';
import { issueArgs, openIssues } from '../issues.ts';
import {
  checkAddresses,
  fetchArgs,
  fetchGroup,
  readConfig,
  readFetching,
  readWorkers,
  sharedArgs,
} from '../options.ts';
import { print, printEdition } from '../output.ts';
import { countProgress } from '../progress.ts';

/**
 * Watch feeds: read new reports, add them to an edition, and print which figures moved. With --once it exits 1 where a figure
 * moved, as diff(1) does.
 */
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
    ...archiveOption,
    ...fetchArgs,
    ...sharedArgs,
    ...issueArgs,
  },
  help: {
    usage: 'FEED… --out FILE',
    examples: [
      'variorum watch https://ledger.example/feed.xml --fetch --out edition.json --every 15m',
      'variorum watch feed.xml --once --out edition.json --archive archive/',
    ],
    groups: {
      'What comes out': ['out', 'format', 'archive', 'policy', 'names', 'issues'],
      'How it looks': ['every', 'once'],
      'How it is read': ['reader', 'config', 'workers', 'with'],
      ...fetchGroup,
    },
    exits: 'with --once 0 nothing moved, 1 a figure moved, 3 nothing moved but some inputs were set aside',
  },
  run: async ({ args: given }) => {
    const flags = defined({ policy: given.policy, reader: given.reader, names: given.names });
    const own = { ...(await readConfig(given.config)), ...flags };
    const settings = makeSettings(own, readFetching(given));
    checkAddresses(given._, settings);
    const folder = `${given.out}.watch`;
    await checkWatchPlaces(given.out, folder);
    const feeds = {
      feeds: given._,
      folder,
      ...defined({ beside: given.with === undefined ? undefined : [given.with] }),
    };
    const options: WatchOptions = {
      ...settings,
      workers: readWorkers(given.workers) ?? 'auto',
      onProgress: countProgress(process.stderr),
      ...defined({ cache: given.cache }),
      everySeconds: readInterval(given.every),
    };
    const deliver = async (look: Look): Promise<void> => {
      await printEdition(look.edition, given.format, given.out, { names: settings.names });
      // Before the look is settled: one that is killed in between is taken up again by the next.
      if (given.archive !== undefined)
        await withArchive(given.archive, { create: true, settings: own }, (archive) => addNews(archive, look.reports));
      await look.settle();
      await print(look.text);
      const issues = await openIssues(given.issues);
      await issues.add(look.issues, look.edition.articles);
      process.stderr.write(`${summarise(look)}${issues.print(0)}`);
    };
    if (given.once !== true) return watchOn((signal) => watch(feeds, { ...options, signal }), deliver);
    let code: ExitCode = exitCodes.done;
    for await (const look of watch(feeds, { ...options, once: true })) {
      await deliver(look);
      code = judge(look);
    }
    return code;
  },
});

/** Look at the feeds again and again, delivering each look, until stopped (Ctrl-C, SIGTERM); a look that has begun is finished first. */
async function watchOn(
  begin: (signal: AbortSignal) => AsyncIterable<Look>,
  deliver: (look: Look) => Promise<void>,
): Promise<ExitCode> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    for await (const look of begin(stop.signal)) await deliver(look);
    return exitCodes.done;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

function summarise({ at, counts: { items, fresh, changed, failed }, edition }: Look): string {
  const time = at.slice(0, 16).replace('T', ' ');
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

function readInterval(words: string): number {
  const found = /^(\d{1,5})([smhd])$/.exec(words);
  if (found === null) throw new UsageError(`--every ${words}: give a time such as 90s, 15m or 2h`);
  return Number(found[1]) * (units[found[2] ?? ''] ?? 0);
}
