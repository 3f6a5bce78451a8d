import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import { ByteReader } from './byte-reader.ts';
import { type Headers, isReadable, listHeaders, openHttp, parseHeaders } from './http.ts';
import type { Received, UnpackedItem, UnpackLimits } from './limits.ts';

const maxLineBytes = 65_536;
const maxHeaderLines = 500;
/** Records that hold a page: as it was sent, by itself, or its text alone (WET files). */
const kept: ReadonlySet<string> = new Set(['response', 'resource', 'conversion']);
const versionMark = Buffer.from('WARC/');

/**
 * Read a web archive record by record, so that memory holds one at a time: successful responses, and resources and
 * conversions that can be text.
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
    if (limits.keepRecords === true) reader.startLog();
    const lines = await readHeaders(reader);
    if (lines === undefined) {
      if (reader.broken) yield cutShort(place);
      return;
    }
    const headers = parseHeaders(lines);
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) {
      yield lengthless(place);
      continue;
    }
    const type = headers.get('warc-type') ?? '';
    if (!kept.has(type)) reader.takeLog();
    const tooLarge = length > limits.maxMemberBytes;
    if (tooLarge || !kept.has(type)) {
      if (tooLarge && type === 'response') yield tooBig(place);
      if ((await reader.skipBytes(length)) < length) yield cutShort(place);
      continue;
    }
    const block = await reader.readBytes(length);
    if (block.length < length) {
      yield cutShort(place);
      return;
    }
    const record = limits.keepRecords === true ? { bytes: reader.takeLog(), headers: listHeaders(lines) } : undefined;
    yield* openRecord(headers, block, place, limits, record);
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
async function readHeaders(reader: ByteReader): Promise<readonly string[] | undefined> {
  if ((await reader.readLine(maxLineBytes)) === undefined) return undefined;
  const lines: string[] = [];
  for (let count = 0; count < maxHeaderLines; count += 1) {
    const line = await reader.readLine(maxLineBytes);
    if (line === undefined || line === '') break;
    lines.push(line);
  }
  return lines;
}

function* openRecord(
  headers: Headers,
  block: Uint8Array,
  path: string | undefined,
  limits: UnpackLimits,
  record: Received['record'] | undefined,
): Generator<UnpackedItem> {
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '');
  const at = defined({ path, url });
  const type = headers.get('warc-type');
  if (type === 'resource' || type === 'conversion') {
    const received = record && { headers: [], record };
    if (isReadable(headers.get('content-type') ?? '')) yield { bytes: block, ...at, ...defined({ received }) };
    return;
  }
  yield* openHttp(block, at, limits.maxMemberBytes, undefined, record);
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
