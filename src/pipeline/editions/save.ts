import { basename } from 'node:path';
import { checkOutput, describeFailure, writeOutput } from '../../io/index.ts';
import type { Edition } from '../../model/index.ts';
import { OutputError, RequestError } from '../errors.ts';
import { type ExportFormat, type PublishOptions, publish } from './publish.ts';

/**
 * Print an edition to a file, whole or not at all; a table gets `FILE-metadata.json` (CSV on the Web) beside it.
 *
 * Throws OutputError where the disk refuses, and what `publish` throws.
 */
export async function publishFile(
  edition: Edition,
  format: ExportFormat,
  path: string,
  options: PublishOptions = {},
): Promise<void> {
  const { content, describe } = await publish(edition, format, options);
  await write(path, content);
  if (describe !== undefined) await write(`${path}-metadata.json`, describe(basename(path)));
}

/** Check that a file can be written, before any work is done for it. Throws RequestError that says why not. */
export async function checkFile(path: string): Promise<void> {
  try {
    await checkOutput(path);
  } catch (error) {
    throw new RequestError(`${path}: ${describeFailure(error)}`);
  }
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeOutput(path, content);
  } catch (error) {
    throw new OutputError(`${path}: ${describeFailure(error)}`);
  }
}
