import { type Article, defined } from '../../model/index.ts';
import { cleanEach, makeSettings, publishArticle } from '../../pipeline/index.ts';
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

/** Print the articles of the inputs, one JSON record a line, as soon as each is ready. */
export const cleanCommand = makeCommand({
  meta: { name: 'variorum clean', description: 'Print article text and metadata only, one JSON record a line' },
  args: {
    ...pathArgs,
    details: {
      type: 'boolean',
      description:
        'Also print every stated date, section, links, conflicts, and each block with its kind and confidence',
    },
    ...fetchArgs,
    ...sharedArgs,
    ...tableArgs,
    ...issueArgs,
  },
  help: {
    usage: 'PATH…',
    examples: [
      "variorum clean 'pages/*.html' > articles.jsonl",
      'variorum clean page.html --details',
      'variorum clean feed.xml --fetch --cache cache/ --issues aside.jsonl > articles.jsonl',
    ],
    groups: {
      'What comes out': ['details', 'issues'],
      'How it is read': ['columns', 'config', 'workers'],
      ...fetchGroup,
    },
    exits: '0 done, 1 nothing readable, 2 wrong usage, 3 done but some inputs were set aside',
  },
  run: async ({ args: given }) => {
    const settings = makeSettings(await readConfig(given.config), readFetching(given), readColumns(given));
    checkAddresses(given._, settings);
    const workers = readWorkers(given.workers) ?? 'auto';
    const issues = await openIssues(given.issues);
    const cache = defined({ cache: given.cache });
    const details = given.details === true;
    let [articles, setAside] = [0, 0];
    const progress = countProgress(process.stderr);
    for await (const part of cleanEach(readPaths(given._), { ...settings, workers, onProgress: progress, ...cache })) {
      articles += part.articles.length;
      setAside += part.setAside;
      await issues.add(part.issues, part.articles.map(placeOf));
      await print(part.articles.map((article) => publishArticle(article, { details })).join(''));
    }
    process.stderr.write(issues.print(setAside));
    if (articles === 0) return exitCodes.nothingReadable;
    return setAside > 0 ? exitCodes.someSetAside : exitCodes.done;
  },
});

function placeOf({ id, source: { path, url } }: Article) {
  return { id, path, url };
}
