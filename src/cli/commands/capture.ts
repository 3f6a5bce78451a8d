import { writeOutput } from '../../io/index.ts';
import { defined } from '../../model/index.ts';
import { makeSettings, OutputError, readClock } from '../../pipeline/index.ts';
import { addReports, captureWeb } from '../../service/index.ts';
import { count, nameUser, readKey, withArchive, writingArgs } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { issueArgs, openIssues } from '../issues.ts';
import { checkAddresses, fetchArgs, pathArgs, readConfig, readFetching, readPaths } from '../options.ts';
import { checkOut, print } from '../output.ts';

/** Keep pages as they are, with the proof of it. */
export const captureCommand = makeCommand({
  meta: {
    name: 'variorum capture',
    description: 'Keep pages and files as they are in a web archive (WACZ), with headers, hashes and a log of custody',
  },
  args: {
    ...pathArgs,
    out: { type: 'string', description: 'Web archive to write', valueHint: 'FILE', required: true },
    archive: {
      type: 'string',
      description: 'Archive to add it to as well: a folder, or postgres://…',
      valueHint: 'ARCHIVE',
    },
    media: { type: 'boolean', description: 'Capture pictures, films and styles of pages too, from wherever they lie' },
    note: { type: 'string', description: 'Why it is captured, for the log', valueHint: 'WORDS' },
    key: { type: 'string', description: 'Sign with this private key: PEM, curve P-384', valueHint: 'FILE' },
    ...writingArgs,
    fetch: fetchArgs.fetch,
    'allow-private': fetchArgs['allow-private'],
    config: { type: 'string', description: 'Settings file, JSON or YAML', valueHint: 'FILE' },
    ...issueArgs,
  },
  help: {
    usage: 'PATH… --out FILE',
    examples: [
      "variorum capture https://ledger.example/report --fetch --out report.wacz --by 'A. Recorder'",
      'variorum capture saved/*.html --out saved.wacz --archive archive/ --key key.pem',
    ],
    groups: {
      'What comes out': ['out', 'archive', 'issues'],
      'Who, why, and the proof of it': ['by', 'note', 'key'],
      'What is captured': ['media', 'fetch', 'allow-private', 'config'],
    },
    exits: '0 done, 1 nothing captured, 2 wrong usage, 3 done but something could not be captured, 74 not written',
  },
  run: async ({ args: given }) => {
    const paths = readPaths(given._);
    await checkOut(given.out);
    const issues = await openIssues(given.issues);
    const config = await readConfig(given.config);
    const settings = makeSettings(config, readFetching(given));
    checkAddresses(paths, settings);
    const key = given.key === undefined ? undefined : await readKey(given.key);
    const told = { settings, who: given.by ?? nameUser(), now: readClock(), media: given.media === true };
    const { wacz, pages, issues: found } = await captureWeb(paths, { ...told, ...defined({ note: given.note, key }) });
    await issues.add(found, []);
    process.stderr.write(issues.print(found.length));
    if (pages.length === 0) return exitCodes.nothingReadable;
    await writeOutput(given.out, wacz).catch((error: Error) => {
      throw new OutputError(`${given.out}: ${error.message}`);
    });
    const media = pages.reduce((sum, page) => sum + page.media, 0);
    await print(
      `${count(pages.length, 'page')} captured${media === 0 ? '' : ` with ${count(media, 'other file')}`}: ${given.out}\n`,
    );
    if (given.archive !== undefined) {
      const added = await withArchive(given.archive, { create: true, settings: config, by: given.by }, (archive) =>
        addReports(archive, [given.out], { how: 'capture' }),
      );
      await print(`${count(added.kept, 'source')} added to ${given.archive}, ${added.again} known.\n`);
    }
    return found.length > 0 ? exitCodes.someSetAside : exitCodes.done;
  },
});
