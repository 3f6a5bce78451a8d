import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import { ByteReader } from './byte-reader.ts';
import type { UnpackedItem, UnpackLimits } from './limits.ts';

const readable =
  /^(?:text\/(?:html|plain|markdown|xml)|application\/(?:xhtml\+xml|json|ld\+json|rss\+xml|atom\+xml|xml|pdf))/i;
const maxLineBytes = 65_536;
const maxHeaderLines = 500;
const versionMark = Buffer.from('WARC/');

type Headers = ReadonlyMap<string, string>;

/**
 * Read a web archive record by record, so that memory holds one at a time: successful responses, and resources that can be text.
 *
 * The layout is that of WARC 1.1 (ISO 28500:2017): a version line, header lines, an empty line, as many bytes as the header says, two
 * line ends. `source` is not compressed. After a record that is not as it says, reading goes on with the next. Issues: `ingest/truncated`
 * where it ends within a record, `ingest/archive-too-large` for one record, `ingest/broken-archive` for a record without a length, for
 * what stands between records, and for a page that cannot be decoded.
 */
export async function* openWarc(
  source: AsyncIterable<Uint8Array>,
  path: string | undefined,
  limits: UnpackLimits,
): AsyncGenerator<UnpackedItem> {
  const reader = new ByteReader(source);
  for (let number = 1; number <= limits.maxMembers; number += 1) {
    const place = path === undefined ? undefined : `${path}#${number}`;
    if (await skipToRecord(reader)) yield stray(place);
    const headers = await readHeaders(reader);
    if (headers === undefined) {
      if (reader.broken) yield cutShort(place);
      return;
    }
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) {
      yield lengthless(place);
      continue;
    }
    const type = headers.get('warc-type') ?? '';
    const tooLarge = length > limits.maxMemberBytes;
    if (tooLarge || !(type === 'response' || type === 'resource')) {
      if (tooLarge && type === 'response') yield tooBig(place);
      if ((await reader.skipBytes(length)) < length) yield cutShort(place);
      continue;
    }
    const block = await reader.readBytes(length);
    if (block.length < length) {
      yield cutShort(place);
      return;
    }
    yield* openRecord(headers, block, place, limits);
  }
}

/** Pass over what stands before the next record; tells whether that was more than line ends. */
async function skipToRecord(reader: ByteReader): Promise<boolean> {
  let isStray = false;
  while (!(await reader.startsWith(versionMark))) {
    const line = await reader.readLine(maxLineBytes);
    if (line === '') continue;
    isStray ||= line !== undefined || reader.hasMore;
    if (line === undefined && !(await reader.skipLine())) return isStray;
  }
  return isStray;
}

/** Read the version line and the header lines of a record; `undefined` at the end of the archive. */
async function readHeaders(reader: ByteReader): Promise<Headers | undefined> {
  if ((await reader.readLine(maxLineBytes)) === undefined) return undefined;
  const lines: string[] = [];
  for (let count = 0; count < maxHeaderLines; count += 1) {
    const line = await reader.readLine(maxLineBytes);
    if (line === undefined || line === '') break;
    lines.push(line);
  }
  return parseHeaders(lines);
}

function parseHeaders(lines: readonly string[]): Headers {
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

function* openRecord(
  headers: Headers,
  block: Uint8Array,
  path: string | undefined,
  limits: UnpackLimits,
): Generator<UnpackedItem> {
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '');
  const at = defined({ path, url });
  if (headers.get('warc-type') === 'resource') {
    if (readable.test(headers.get('content-type') ?? '')) yield { bytes: block, ...at };
    return;
  }
  const end = endOfHead(block);
  const [status = '', ...lines] = Buffer.from(block.subarray(0, end)).toString('latin1').split(/\r?\n/);
  const http = parseHeaders(lines);
  if (!/^HTTP\/\S+ 200\b/.test(status) || !readable.test(http.get('content-type') ?? 'text/html')) return;
  try {
    const bytes = decodeBody(block.subarray(end), http, limits.maxMemberBytes);
    if (bytes.length > 0) yield { bytes, ...at };
  } catch {
    yield makeIssue('ingest/broken-archive', 'warning', 'The page of this record cannot be decoded.', path);
  }
}

function endOfHead(block: Uint8Array): number {
  const head = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const found = head.indexOf('\r\n\r\n');
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

function tooBig(path: string | undefined): UnpackedItem {
  return makeIssue('ingest/archive-too-large', 'error', 'This record is larger than an input may be.', path);
}

function lengthless(path: string | undefined): UnpackedItem {
  const message = 'This record does not say how long it is; the archive is read on from the next.';
  return makeIssue('ingest/broken-archive', 'error', message, path);
}

function stray(path: string | undefined): UnpackedItem {
  const message = 'Something other than a record stands before this one; it was passed over.';
  return makeIssue('ingest/broken-archive', 'warning', message, path);
}

function cutShort(path: string | undefined): UnpackedItem {
  const message = 'The web archive ends within a record; what came before it was read.';
  return makeIssue('ingest/truncated', 'warning', message, path, 'Fetch the archive again.');
}
