import { randomUUID } from 'node:crypto';
import { access, appendFile, constants, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The last write asked for of each file that is being written, by full path. */
const underWay = new Map<string, Promise<void>>();

/**
 * Write a file whole or not at all, making its folder where it is missing; a device (`/dev/null`) or pipe is written to as it is.
 *
 * Writes of one file at the same time follow each other in the order asked for, so the last one stands.
 * Throws what the disk throws, and leaves no draft behind.
 */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  const name = resolve(path);
  const before = underWay.get(name) ?? Promise.resolve();
  // Whether the one before went well is for whoever asked for it.
  const own = before.catch(() => undefined).then(() => replaceFile(path, content));
  underWay.set(name, own);
  try {
    await own;
  } finally {
    if (underWay.get(name) === own) underWay.delete(name);
  }
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const known = await stat(path).catch(() => undefined);
  if (known !== undefined && !known.isFile()) return writeFile(path, content);
  await mkdir(dirname(path), { recursive: true });
  // Another process may be writing the same file: no two share a draft.
  const draft = `${path}.${randomUUID()}.part`;
  try {
    // On the disk before it has its name: a power cut leaves the old file or the new one.
    await writeFile(draft, content, { flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Check that a file can be written, before any work is done for it: it is no folder, and the nearest folder there is takes files.
 *
 * Throws what the disk throws.
 */
export async function checkOutput(path: string): Promise<void> {
  const known = await stat(path).catch(() => undefined);
  if (known?.isDirectory() === true) throw new Error('it is a folder');
  if (known !== undefined && !known.isFile()) return access(path, constants.W_OK);
  let folder = dirname(resolve(path));
  while ((await stat(folder).catch(skipMissing)) === undefined) folder = dirname(folder);
  if (!(await stat(folder)).isDirectory()) throw new Error(`${folder} is no folder`);
  await access(folder, constants.W_OK | constants.X_OK);
}

function skipMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

/** Read a small file that may not be there. Throws what the disk throws, but for a file that is missing. */
export async function readIfThere(path: string): Promise<string | undefined> {
  return (await readFile(path, 'utf8').catch(skipMissing)) ?? undefined;
}

/** Remove a file that may not be there. Throws what the disk throws. */
export async function removeOutput(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** Add lines to the end of a file, making it and its folder where they are missing. Throws what the disk throws. */
export async function appendOutput(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, content);
}

/** Print to standard output and wait until it is taken; a reader that leaves early (`| head`) is no failure. */
export function printOutput(content: string | Uint8Array): Promise<void> {
  const { stdout } = process;
  if (stdout.errored !== null && stdout.errored !== undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException | null): void => {
      if (error === undefined || error === null || error.code === 'EPIPE') resolve();
      else reject(error);
    };
    stdout.once('error', settle);
    stdout.write(content, (error) => {
      // The listener gets a failure too, and only after this; what went well needs no listener any more.
      if (error === undefined || error === null) stdout.off('error', settle);
      settle(error);
    });
  });
}
