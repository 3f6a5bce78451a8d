import { describeFailure, printOutput, writeOutput } from '../io/index.ts';
import type { Edition } from '../model/index.ts';
import {
  checkFile,
  type ExportFormat,
  formats,
  OutputError,
  type PublishOptions,
  publish,
  publishFile,
  RequestError,
} from '../pipeline/index.ts';
import { UsageError } from './failure.ts';
import { terminalStyle } from './terminal.ts';

/** Options of commands that print an edition, to a terminal, a pipe or a file. */
export const printArgs = {
  format: {
    type: 'enum' as const,
    options: [...formats],
    description: 'What to print: json when piped and summary on a terminal, unless given',
    valueHint: 'FORMAT',
  },
  out: { type: 'string' as const, description: 'File to write instead of standard output', valueHint: 'FILE' },
};

/** Check that the file an option names can be written before any work is done for it. Throws UsageError. */
export async function checkOut(path: string | undefined, option = '--out'): Promise<void> {
  if (path === undefined) return;
  await checkFile(path).catch((error: unknown) => {
    throw error instanceof RequestError ? new UsageError(`${option} ${error.message}`) : error;
  });
}

/** Print to standard output. Throws OutputError where the output cannot be written (a full disk, say). */
export async function print(content: string | Uint8Array): Promise<void> {
  try {
    await printOutput(content);
  } catch (error) {
    throw new OutputError(`standard output: ${describeFailure(error)}`);
  }
}

/** Write text to a file, or print it where no path is given. Throws OutputError. */
export async function printText(path: string | undefined, content: string): Promise<void> {
  if (path === undefined) return print(content);
  try {
    await writeOutput(path, content);
  } catch (error) {
    throw new OutputError(`${path}: ${describeFailure(error)}`);
  }
}

/** Print an edition as the options ask: in colours where it goes to a terminal, with the names of private persons where `names` is set. */
export async function printAsked(
  edition: Edition,
  given: { readonly format?: ExportFormat | undefined; readonly out?: string | undefined },
  names: boolean,
): Promise<void> {
  const toTerminal = given.out === undefined && process.stdout.isTTY;
  const style = terminalStyle(process.stdout, process.env, toTerminal);
  await printEdition(edition, given.format ?? (toTerminal ? 'summary' : 'json'), given.out, { ...style, names });
}

/** Print an edition to a file, or to standard output where no path is given. */
export async function printEdition(
  edition: Edition,
  format: ExportFormat,
  path: string | undefined,
  options: PublishOptions,
): Promise<void> {
  if (path === undefined) await print((await publish(edition, format, options)).content);
  else await publishFile(edition, format, path, options);
}
