import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { HeaderLines } from '../../model/index.ts';
import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import type { Member, Received, UnpackedItem } from './limits.ts';

/** Header fields by their names in lower case. */
export type Headers = ReadonlyMap<string, string>;

const readable =
  /^(?:text\/(?:html|plain|markdown|xml)|application\/(?:xhtml\+xml|json|ld\+json|rss\+xml|atom\+xml|xml|pdf))/i;

/** Tell whether a media type can be of a report. */
export function isReadable(mediaType: string): boolean {
  return readable.test(mediaType);
}

/**
 * Take the page out of an answer of HTTP; nothing where it failed or is no text. `mediaType` counts where the answer names none.
 *
 * Issues: `ingest/broken-archive` where it cannot be decoded.
 */
export function* openHttp(
  block: Uint8Array,
  at: Omit<Member, 'bytes'>,
  maxBytes: number,
  mediaType = 'text/html',
  record?: Received['record'],
): Generator<UnpackedItem> {
  const end = endOfHead(block);
  const [status = '', ...lines] = Buffer.from(block.subarray(0, end)).toString('latin1').split(/\r?\n/);
  const http = parseHeaders(lines);
  if (!/^HTTP\/\S+ 200\b/.test(status) || !isReadable(http.get('content-type') ?? mediaType)) return;
  try {
    const bytes = decodeBody(block.subarray(end), http, maxBytes);
    const received = record && { status, headers: listHeaders(lines), record };
    if (bytes.length > 0) yield { bytes, ...at, ...defined({ received }) };
  } catch {
    yield makeIssue('ingest/broken-archive', 'warning', 'The page of this record cannot be decoded.', at.path);
  }
}

/** Read lines of `name: value`. */
export function listHeaders(lines: readonly string[]): HeaderLines {
  return lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const];
  });
}

/** Read lines of `name: value` to look names up, whatever their case; of a name that stands twice the last counts. */
export function parseHeaders(lines: readonly string[]): Headers {
  return new Map(listHeaders(lines).map(([name, value]) => [name.toLowerCase(), value]));
}

function endOfHead(block: Uint8Array): number {
  const head = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const found = head.indexOf('\r\n\r\n');
  const bare = head.subarray(0, found < 0 ? undefined : found).indexOf('\n\n');
  if (bare >= 0) return bare + 2;
  return found < 0 ? block.length : found + 4;
}

/** Undo the transfer and content codings of HTTP (RFC 9112, RFC 9110). */
function decodeBody(body: Uint8Array, http: Headers, maxOutputLength: number): Uint8Array {
  const whole = /chunked/i.test(http.get('transfer-encoding') ?? '') ? joinChunks(body) : body;
  const coding = (http.get('content-encoding') ?? '').toLowerCase();
  if (coding.includes('gzip')) return new Uint8Array(gunzipSync(whole, { maxOutputLength }));
  if (coding.includes('br')) return new Uint8Array(brotliDecompressSync(whole, { maxOutputLength }));
  if (coding.includes('deflate')) return new Uint8Array(inflateSync(whole, { maxOutputLength }));
  return whole;
}

/** Some archives keep the header of a chunked answer but not its chunks; then the body stands as it is. */
function joinChunks(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at);
    const size = end < 0 || end - at > 20 ? Number.NaN : Number.parseInt(bytes.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) return at === 0 ? body : Buffer.concat(parts);
    if (size === 0) break;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return new Uint8Array(Buffer.concat(parts));
}
