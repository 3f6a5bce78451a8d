import { pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { FetchRefusal } from './refusal.ts';

/**
 * Content codings we accept (RFC 9110, 8.4.1), each unpacked as a stream: a small packed body can unpack to gigabytes, and must
 * be stopped at the limit.
 */
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
};

/** Value of the Accept-Encoding header. */
export const acceptedCodings = 'gzip, br';
const maxCodings = 2;

/**
 * Read a body to its end, unpacked.
 *
 * Throws FetchRefusal: `fetch/too-large` as soon as more than `maxBytes` unpacked bytes have come (with `cut`, it returns what
 * it has instead), `fetch/bad-encoding` for an unknown coding or data not in that coding, `fetch/cut-short` for data that end
 * too soon. `tap` is given the body as it came, before it is unpacked.
 */
export async function readBody(
  body: Readable,
  coding: string,
  maxBytes: number,
  whenTooLarge: 'refuse' | 'cut' = 'refuse',
  tap?: (chunk: Buffer) => void,
): Promise<Uint8Array> {
  const stream = unpackStream(body, coding, tap);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.length;
      if (length <= maxBytes) continue;
      if (whenTooLarge === 'refuse') throw tooLarge(maxBytes);
      break;
    }
  } catch (error) {
    throw nameFailure(error);
  } finally {
    body.destroy();
  }
  return new Uint8Array(Buffer.concat(chunks, length).subarray(0, maxBytes));
}

/** Make the refusal for an answer larger than `maxBytes`. */
export function tooLarge(maxBytes: number): FetchRefusal {
  const hint = 'Raise fetch.maxMegabytes in the config.';
  return new FetchRefusal('fetch/too-large', `it is larger than ${maxBytes / 1_000_000} MB`, { hint });
}

function unpackStream(body: Readable, coding: string, tap?: (chunk: Buffer) => void): Readable {
  const names = coding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const steps = names.map((name) => (Object.hasOwn(decoders, name) ? decoders[name] : undefined));
  if (names.length > maxCodings || steps.includes(undefined)) {
    body.destroy();
    throw new FetchRefusal('fetch/bad-encoding', `it is packed in a way we do not know (${coding.slice(0, 60)})`);
  }
  const tapped = tap === undefined ? [] : [passOn(tap)];
  const streams = steps.reverse().flatMap((make) => (make === undefined ? [] : [make()]));
  // A pipeline passes a failure on to its last stream, where the reader meets it; the callback has nothing left to do.
  return [...tapped, ...streams].reduce<Readable>((source, step) => pipeline(source, step, () => undefined), body);
}

function passOn(tap: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform: (chunk, _, done) => {
      tap(chunk);
      done(null, chunk);
    },
  });
}

function nameFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new FetchRefusal('fetch/cut-short', 'the answer ended too soon');
  if (/^(?:Z_|ERR_?_?BROTLI|ERR_)/.test(code) && !code.startsWith('ERR_STREAM'))
    return new FetchRefusal('fetch/bad-encoding', 'what came is not packed as it says');
  return error;
}
