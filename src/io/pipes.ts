import { constants, createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Longer than any program that is at work lets its reader wait. */
const secondsOfSilence = 30;
const chunkBytes = 262_144;

/**
 * Read a pipe, a device or a file that has no size, no more than `maxBytes` + 1 bytes of it: it may have no end.
 *
 * Throws what the disk throws, and where nothing came for half a minute.
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

/** Stop reading. Opening or reading a pipe never returns while nobody writes; so something is written, which nobody will read. */
async function release(path: string, stop: AbortController): Promise<void> {
  stop.abort();
  try {
    const pipe = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
    const writing = (await pipe.stat()).isFIFO() ? pipe.write('\0') : Promise.resolve();
    await writing.finally(() => pipe.close());
  } catch {
    // Nobody waits at it any more.
  }
}
