import { printOutput } from '../../io/index.ts';
import { type Article, defined } from '../../model/index.ts';
import { cleanEach, makeSettings } from '../../pipeline/index.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { checkAddresses, fetchArgs, loadConfig, readFetching, readPaths, readWorkers, sharedArgs } from '../options.ts';
import { countProgress, IssueTally } from '../progress.ts';

/** Print the articles of the inputs, one JSON record a line, as they come. */
export const cleanCommand = makeCommand({
  meta: { name: 'variorum clean', description: 'Print article text and metadata only, one JSON record a line' },
  args: {
    paths: {
      type: 'positional',
      description: 'Files, folders, globs, addresses, or - for standard input',
      required: true,
    },
    details: {
      type: 'boolean',
      description:
        'Also print every stated date, section, links, conflicts, and each block with its kind and confidence',
    },
    ...fetchArgs,
    ...sharedArgs,
  },
  run: async ({ args: given }) => {
    const settings = makeSettings(await loadConfig(given.config), readFetching(given));
    checkAddresses(given._, settings);
    const workers = readWorkers(given.workers) ?? 'auto';
    const tally = new IssueTally();
    const cache = defined({ cache: given.cache });
    let [articles, setAside] = [0, 0];
    const progress = countProgress(process.stderr);
    for await (const part of cleanEach(readPaths(given._), { ...settings, workers, onProgress: progress, ...cache })) {
      articles += part.articles.length;
      setAside += part.setAside;
      tally.add(part.issues);
      await printOutput(
        part.articles
          .map(
            (article) =>
              `${JSON.stringify({ ...lineOf(article), ...(given.details === true ? detailsOf(article) : {}) })}\n`,
          )
          .join(''),
      );
    }
    process.stderr.write(tally.print(setAside));
    if (articles === 0) return exitCodes.nothingReadable;
    return setAside > 0 ? exitCodes.someSetAside : exitCodes.done;
  },
});

/** The record of the contract: `id, url, outlet, headline, published, language, authors, text`; unknown is null. */
function lineOf(article: Article): object {
  return {
    id: article.id,
    url: article.url ?? article.source.url ?? null,
    outlet: article.outlet ?? null,
    headline: article.headline ?? null,
    published: article.published?.value ?? null,
    language: article.language,
    authors: article.authors,
    text: article.text.value,
  };
}

/** What else is known of an article: every stated day, conflicts with the field that states them, each block's kind and confidence. */
function detailsOf(article: Article): object {
  return {
    modified: article.modified?.value ?? null,
    dates: article.dates,
    wire: article.wire ?? null,
    section: article.section ?? null,
    canonical: article.canonical ?? null,
    syndicated: article.syndicated ?? [],
    stated: article.stated ?? [],
    blocks: article.blocks,
  };
}
