import { constants, createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** A program that writes to a pipe is taken to have stalled after this long without output. */
const secondsOfSilence = 30;
const chunkBytes = 262_144;

/**
 * Read a pipe, a device or a file without a size, at most `maxBytes` + 1 bytes, since it may never end.
 *
 * Throws the error of the file system, and where nothing arrives for `maxSilentSeconds`.
 */
export async function readPipe(
  path: string,
  maxBytes: number,
  maxSilentSeconds = secondsOfSilence,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  const stop = new AbortController();
  const silence = setTimeout(() => void release(path, stop), maxSilentSeconds * 1000);
  try {
    for await (const chunk of createReadStream(path, { signal: stop.signal, highWaterMark: chunkBytes })) {
      silence.refresh();
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBytes) break;
    }
  } catch (error) {
    if (stop.signal.aborted) throw new Error(`nothing came out of it for ${maxSilentSeconds} seconds`);
    throw error;
  } finally {
    clearTimeout(silence);
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, maxBytes + 1));
}

/**
 * Stop a read that waits. Opening or reading a pipe does not return until somebody writes to it, so one byte is written here,
 * which nobody uses.
 */
async function release(path: string, stop: AbortController): Promise<void> {
  stop.abort();
  try {
    const pipe = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
    const writing = (await pipe.stat()).isFIFO() ? pipe.write('\0') : Promise.resolve();
    await writing.finally(() => pipe.close());
  } catch {
    // Nobody is waiting for the pipe any more, so there is nothing to release.
  }
}
