import { stripVTControlCharacters } from 'node:util';
import { JournalError, OutputError, RequestError, version } from '../pipeline/index.ts';
import { ArchiveError, type ArchiveFault, KeyError, NoWarcio } from '../service/index.ts';
import type { Command } from './command.ts';
import { addCommand } from './commands/add.ts';
import { askCommand } from './commands/ask.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { captureCommand } from './commands/capture.ts';
import { cleanCommand } from './commands/clean.ts';
import { decideCommand } from './commands/decide.ts';
import { decisionsCommand, undoCommand } from './commands/decisions.ts';
import { diffCommand } from './commands/diff.ts';
import { editionCommand } from './commands/edition.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { goldCommand } from './commands/gold.ts';
import { incidentsCommand } from './commands/incidents.ts';
import { mcpCommand } from './commands/mcp.ts';
import { peopleCommand } from './commands/people.ts';
import { policiesCommand } from './commands/policies.ts';
import { readCommand } from './commands/read.ts';
import { removeCommand } from './commands/remove.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { gatherCommand, queueCommand, workerCommand } from './commands/shard-queue.ts';
import { linkCommand, mapCommand, reconcileCommand } from './commands/shards.ts';
import { verifyCommand } from './commands/verify.ts';
import { versionsCommand } from './commands/versions.ts';
import { watchCommand } from './commands/watch.ts';
import { type ExitCode, exitCodes, UsageError } from './failure.ts';
import { print } from './output.ts';

const commands: Readonly<Record<string, Command>> = {
  read: readCommand,
  clean: cleanCommand,
  watch: watchCommand,
  export: exportCommand,
  explain: explainCommand,
  diff: diffCommand,
  decide: decideCommand,
  policies: policiesCommand,
  map: mapCommand,
  link: linkCommand,
  reconcile: reconcileCommand,
  queue: queueCommand,
  worker: workerCommand,
  gather: gatherCommand,
  add: addCommand,
  edition: editionCommand,
  decisions: decisionsCommand,
  undo: undoCommand,
  search: searchCommand,
  ask: askCommand,
  mcp: mcpCommand,
  versions: versionsCommand,
  incidents: incidentsCommand,
  remove: removeCommand,
  serve: serveCommand,
  people: peopleCommand,
  gold: goldCommand,
  capture: captureCommand,
  verify: verifyCommand,
  backup: backupCommand,
  restore: restoreCommand,
};

/** What the world does to an archive; whatever else is wrong with one is a wrong name for it. */
const refusals: ReadonlySet<ArchiveFault> = new Set([
  'archive/in-use',
  'archive/read-only',
  'archive/disk-full',
  'archive/damaged',
  'archive/connection-lost',
]);

/** Print what each command is for; `width` is in columns. */
function tellHelp(width: number): string {
  return [
    `variorum ${version}: prints the variorum edition of the news`,
    ...Object.values(commands).map((command) => command.brief(width)),
    'Nothing is fetched unless --fetch is given.',
    '  variorum COMMAND --help   all about one command\n  variorum --version',
    'Exit codes: 0 done, 1 nothing readable, 2 wrong usage,\n3 done but some inputs were set aside, 74 not written.\n',
  ].join('\n\n');
}

const [narrowest, widest] = [60, 100];

/** Give the width of help in columns: that of the terminal, within 60 and 100; 80 where there is no terminal. */
function widthOfHelp(): number {
  const columns = process.stdout.isTTY ? process.stdout.columns : 80;
  return Math.min(widest, Math.max(narrowest, columns));
}

/** Run a command line and return its exit code. Throws only for a bug of Variorum. */
export async function main(rawArgs: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = rawArgs;
  if (name === '--version' || name === '-v') return show(`${version}\n`);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await print(tellHelp(widthOfHelp()));
    return name === undefined ? exitCodes.wrongUsage : exitCodes.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return complain(`unknown command ${name}`);
  if (rest.includes('--help') || rest.includes('-h')) return show(command.describe(widthOfHelp()));
  try {
    return await command.run(rest);
  } catch (error) {
    if (isUsage(error)) return complain(error.message);
    if (error instanceof OutputError || error instanceof JournalError) return failOutput(error.message);
    if (error instanceof ArchiveError)
      return refusals.has(error.code) ? failOutput(error.message) : complain(error.message);
    throw error;
  }
}

function isUsage(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    error instanceof RequestError ||
    error instanceof KeyError ||
    error instanceof NoWarcio ||
    (error instanceof Error && error.name === 'CLIError')
  );
}

function complain(message: string): ExitCode {
  process.stderr.write(`variorum: ${stripVTControlCharacters(message)}\nTry variorum --help\n`);
  return exitCodes.wrongUsage;
}

function failOutput(message: string): ExitCode {
  process.stderr.write(`variorum: not written: ${stripVTControlCharacters(message)}\n`);
  return exitCodes.notWritten;
}

async function show(content: string): Promise<ExitCode> {
  await print(content);
  return exitCodes.done;
}
