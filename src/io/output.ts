import { randomUUID } from 'node:crypto';
import { access, appendFile, constants, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The latest write of each file that is being written, by full path. */
const underWay = new Map<string, Promise<void>>();

/**
 * Write a file whole or not at all, making its folder where it is missing; a device (`/dev/null`) or pipe is written to
 * directly.
 *
 * Several writes of one file run in the order of the calls, so the last one stands. Throws the error of the file system, and
 * leaves no draft behind.
 */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  const name = resolve(path);
  const before = underWay.get(name) ?? Promise.resolve();
  // A failure of the earlier write is reported to its own caller; it must not stop this one.
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
  // A random name: another process may be writing the same file at this moment.
  const draft = `${path}.${randomUUID()}.part`;
  try {
    // Flush before renaming, so that after a power cut the name leads to the whole old file or the whole new one.
    await writeFile(draft, content, { flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Check that a file can be written before any work is done for it: it is not a folder, and the nearest existing folder above it
 * is writable.
 *
 * Throws the error of the file system, or one that says which of these fails.
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

/** Read a small file; undefined where it does not exist. Throws any other error of the file system. */
export async function readIfThere(path: string): Promise<string | undefined> {
  return (await readFile(path, 'utf8').catch(skipMissing)) ?? undefined;
}

/** Remove a file if it exists. Throws the error of the file system. */
export async function removeOutput(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** Add text to the end of a file, making it and its folder where they are missing. Throws the error of the file system. */
export async function appendOutput(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, content);
}

/** Print to standard output and wait until it is written. A reader that stops early (`| head`) is not a failure. */
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
      // On failure the `error` event comes after this callback and needs its listener; on success the listener is removed here.
      if (error === undefined || error === null) stdout.off('error', settle);
      settle(error);
    });
  });
}
