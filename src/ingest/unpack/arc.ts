import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import { ByteReader } from './byte-reader.ts';
import { openHttp } from './http.ts';
import type { UnpackedItem, UnpackLimits } from './limits.ts';

const maxLineBytes = 65_536;
/** "https://ledger.example/1 192.0.2.1 20310203100000 text/html 579": version 2 has more between type and length. */
const header = /^(\S{1,8192})\s+\S+\s+(\d{8,14})\s+(\S+)\s+(?:\S+\s+){0,5}?(\d{1,15})$/;

/**
 * Read an ARC file of the Internet Archive record by record, so that memory holds one at a time.
 *
 * A record is a line with address, host, day, type and length, as many bytes, and a line end; the first record tells of the file itself.
 * Source: "Arc File Format", Internet Archive 1996, versions 1 and 2. Issues: those of `openWarc`.
 */
export async function* openArc(
  source: AsyncIterable<Uint8Array>,
  path: string | undefined,
  limits: UnpackLimits,
): AsyncGenerator<UnpackedItem> {
  const reader = new ByteReader(source);
  for (let number = 1; number <= limits.maxMembers; number += 1) {
    const place = path === undefined ? undefined : `${path}#${number}`;
    const line = await readHeader(reader);
    if (line === undefined) {
      if (reader.broken) yield cutShort(place);
      return;
    }
    const match = header.exec(line);
    const length = Number(match?.[4] ?? Number.NaN);
    if (match?.[1] === undefined || !Number.isSafeInteger(length)) {
      const message = 'This record does not say what it is and how long; the archive is read on from the next.';
      yield makeIssue('ingest/broken-archive', 'error', message, place);
      if (!(await skipToHeader(reader))) return;
      continue;
    }
    if (match[1].startsWith('filedesc:') || length > limits.maxMemberBytes) {
      if (!match[1].startsWith('filedesc:')) yield tooBig(place);
      if ((await reader.skipBytes(length)) < length) yield cutShort(place);
      continue;
    }
    const block = await reader.readBytes(length);
    if (block.length < length) {
      yield cutShort(place);
      return;
    }
    yield* openHttp(block, defined({ path: place, url: match[1] }), limits.maxMemberBytes, match[3]);
  }
}

/** Read on to the next line that is not empty; `undefined` at the end of the archive. */
async function readHeader(reader: ByteReader): Promise<string | undefined> {
  for (;;) {
    const line = await reader.readLine(maxLineBytes);
    if (line !== '') return line;
  }
}

const scheme = Buffer.from('http');

async function skipToHeader(reader: ByteReader): Promise<boolean> {
  while (!(await reader.startsWith(scheme))) {
    if (!(await reader.skipLine())) return false;
  }
  return true;
}

function tooBig(path: string | undefined): UnpackedItem {
  return makeIssue('ingest/archive-too-large', 'error', 'This record is larger than an input may be.', path);
}

function cutShort(path: string | undefined): UnpackedItem {
  const message = 'The web archive ends within a record; what came before it was read.';
  return makeIssue('ingest/truncated', 'warning', message, path, 'Fetch the archive again.');
}
