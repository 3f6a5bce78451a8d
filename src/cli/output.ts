import { join } from 'node:path';
import { checkOutput, describeFailure, printOutput, writeOutput } from '../io/index.ts';
import { OutputError, UsageError } from './failure.ts';

/** Check that the file an option names can be written before any work is done for it. Throws UsageError. */
export async function checkOut(path: string | undefined, option = '--out'): Promise<void> {
  if (path === undefined) return;
  try {
    await checkOutput(path);
  } catch (error) {
    throw new UsageError(`${option} ${path}: ${describeFailure(error)}`);
  }
}

/** Check that a work folder takes files before any work is done. Throws UsageError. */
export async function checkWork(folder: string | undefined): Promise<void> {
  if (folder === undefined) return;
  try {
    await checkOutput(join(folder, 'run.json'));
  } catch (error) {
    throw new UsageError(`--work ${folder}: ${describeFailure(error)}`);
  }
}

/** Write to a file, or to standard output where none is named. Throws OutputError where the disk refuses. */
export async function writeOut(path: string | undefined, content: string | Uint8Array): Promise<void> {
  try {
    await (path === undefined ? printOutput(content) : writeOutput(path, content));
  } catch (error) {
    throw new OutputError(`${path ?? 'standard output'}: ${describeFailure(error)}`);
  }
}
