import { stripVTControlCharacters } from 'node:util';
import { JournalError, printOutput } from '../io/index.ts';
import { SettingsError, version } from '../pipeline/index.ts';
import type { Command } from './command.ts';
import { cleanCommand } from './commands/clean.ts';
import { decideCommand } from './commands/decide.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { policiesCommand } from './commands/policies.ts';
import { readCommand } from './commands/read.ts';
import { watchCommand } from './commands/watch.ts';
import { type ExitCode, exitCodes, OutputError, UsageError } from './failure.ts';
import { terminalStyle } from './terminal.ts';

const commands: Readonly<Record<string, Command>> = {
  read: readCommand,
  clean: cleanCommand,
  watch: watchCommand,
  export: exportCommand,
  explain: explainCommand,
  diff: diffCommand,
  decide: decideCommand,
  policies: policiesCommand,
};

const help = `variorum ${version}: prints the variorum edition of the news

  variorum read PATH…       read reports into one edition
      variorum read reports/ --format html --out edition.html
      cat report.txt | variorum read - --policy ucdp
      variorum read https://ledger.example/report --fetch    (nothing is fetched without --fetch)
  variorum clean PATH…      print the articles only, one JSON record a line
      variorum clean 'pages/*.html' > articles.jsonl
  variorum watch FEED…      read what feeds and sitemaps have new, and tell which figures moved
      variorum watch https://ledger.example/feed.xml --fetch --out edition.json --every 15m
  variorum export EDITION   print an edition in the files others read
      variorum export edition.json --format ucdp --out events.csv
  variorum explain EDITION INCIDENT[.attribute]   say why a value is what it is
      variorum explain edition.json 1.killed --policy gtd
  variorum diff OLD NEW     tell what moved between two editions (exits 1 where anything did)
      variorum diff monday.json tuesday.json
  variorum decide ACTION EDITION INCIDENT[.attribute]   add a person's decision to a file
      variorum decide override edition.json 1.killed --value 12 --by 'A. Recorder' --reason 'hospital list' --out decisions.jsonl
  variorum policies         list the coding policies
      variorum policies --format json

variorum COMMAND --help     the options of one command
variorum --version

Exit codes: 0 done, 1 nothing readable, 2 wrong usage, 3 done, but some inputs were set aside, 74 not written.
`;

/** Run a command line; returns the exit code. Throws only for a bug of ours. */
export async function main(rawArgs: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = rawArgs;
  if (name === '--version' || name === '-v') return print(`${version}\n`);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await print(help);
    return name === undefined ? exitCodes.wrongUsage : exitCodes.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return complain(`unknown command ${name}`);
  if (rest.includes('--help') || rest.includes('-h')) return print(plainUnlessTerminal(await command.describe()));
  try {
    return await command.run(rest);
  } catch (error) {
    if (isUsage(error)) return complain(error.message);
    if (error instanceof OutputError || error instanceof JournalError) return failOutput(error.message);
    throw error;
  }
}

function isUsage(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    error instanceof SettingsError ||
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

/** citty colours its help whatever it is written to. */
function plainUnlessTerminal(text: string): string {
  return `${terminalStyle(process.stdout, process.env, process.stdout.isTTY).color ? text : stripVTControlCharacters(text)}\n`;
}

async function print(content: string): Promise<ExitCode> {
  await printOutput(content);
  return exitCodes.done;
}
