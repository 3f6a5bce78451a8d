import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Write a file whole or not at all, making its folder where it is missing; a device (`/dev/null`) or pipe is written to as it is.
 *
 * Throws what the disk throws, and leaves no draft behind.
 */
export async function writeOutput(path: string, content: string): Promise<void> {
  const known = await stat(path).catch(() => undefined);
  if (known !== undefined && !known.isFile()) return writeFile(path, content);
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.part`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Print to standard output and wait until it is taken; a reader that leaves early (`| head`) is no failure. */
export function printOutput(content: string): Promise<void> {
  const { stdout } = process;
  if (stdout.errored !== null && stdout.errored !== undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException | null): void => {
      if (error === undefined || error === null || error.code === 'EPIPE') resolve();
      else reject(error);
    };
    stdout.once('error', settle);
    stdout.write(content, (error) => {
      // A failure is told to the listener too, and only after this; what went well needs no listener any more.
      if (error === undefined || error === null) stdout.off('error', settle);
      settle(error);
    });
  });
}
