import {
  chainAccess,
  chainEvent,
  findArchive,
  findDifferences,
  hashBytes,
  listAccess,
  listEvents,
  listSources,
  listWebRecords,
} from '../store/index.ts';
import { type CheckedWacz, checkWacz, openTrustedKey } from '../wacz/index.ts';
import type { Archive } from './archive.ts';

/** Something in an archive that is not as it was kept. */
export interface Mismatch {
  readonly what: 'bytes' | 'missing' | 'log' | 'database' | 'left-over';
  /** Hash of a source, number of a line of the log, or what the database says. */
  readonly subject: string;
  readonly message: string;
  /** Stretches of bytes that differ, to a kilobyte. */
  readonly ranges?: readonly { readonly start: number; readonly end: number }[];
}

/** What verifying looked at and found. */
export interface Verified {
  readonly sources: number;
  /** Records of web archives. */
  readonly records: number;
  readonly events: number;
  readonly mismatches: readonly Mismatch[];
}

/**
 * Hash everything again: the bytes of every source, the chain of the log, the database itself; name whatever does not match.
 *
 * Bytes that no source names are told as left over: a kill between keeping bytes and naming them leaves such, and they harm nothing.
 */
export async function verifyArchive({ database }: Archive): Promise<Verified> {
  const { sources, records, events, chain, access } = await database.read(async (db) => ({
    sources: await listSources(db, Number.MAX_SAFE_INTEGER),
    records: await listWebRecords(db),
    events: await listEvents(db),
    chain: (await findArchive(db))?.chain ?? '',
    access: await listAccess(db, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  }));
  const mismatches: Mismatch[] = (await database.check()).map((message) => ({
    what: 'database',
    subject: '',
    message,
  }));
  const kept: readonly KeptBytes[] = [
    ...sources.map((source) => ({ ...source, name: source.url ?? source.path ?? source.id })),
    ...records.map(({ record, uri, ...rest }) => ({ ...rest, id: record, name: `the record of ${uri ?? record}` })),
  ];
  for (const one of kept) mismatches.push(...checkBytes(one, await database.blobs.get(one.id)));
  mismatches.push(...checkLog(events, chain), ...checkAccess(access.toReversed()));
  const named = new Set(kept.map(({ id }) => id));
  for (const id of await database.blobs.list())
    if (!named.has(id)) mismatches.push({ what: 'left-over', subject: id, message: 'Bytes that no source names.' });
  return { sources: sources.length, records: records.length, events: events.length, mismatches };
}

/** Bytes that a row names, and what it says of them. */
interface KeptBytes {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly blocks: Uint8Array;
}

function checkBytes(
  { id, name, bytes: length, blocks }: KeptBytes,
  bytes: Uint8Array | undefined,
): readonly Mismatch[] {
  if (bytes === undefined) return [{ what: 'missing', subject: id, message: `The bytes of ${name} are gone.` }];
  if (hashBytes(bytes) === id) return [];
  const ranges = findDifferences(bytes, blocks, length);
  const places = ranges.map(({ start, end }) => `${start}..${end}`).join(', ');
  const message = `The bytes of ${name} are not those that were kept: ${places}.`;
  return [{ what: 'bytes', subject: id, message, ranges }];
}

/**
 * Hash everything in a web archive (WACZ) again, as `checkWacz` does; `key` is the key, in PEM, that is to have signed it.
 *
 * Throws KeyError, NoWarcio.
 */
export function verifyWebArchive(bytes: Uint8Array, key?: string): Promise<CheckedWacz> {
  return checkWacz(bytes, key === undefined ? undefined : openTrustedKey(key));
}

/** Follow the chain of the log; the first line that breaks it is named. */
function checkLog(events: Awaited<ReturnType<typeof listEvents>>, chain: string): readonly Mismatch[] {
  let before = '';
  for (const event of events) {
    const now = chainEvent(before, event);
    if (now !== event.chain) {
      const message = `Line ${event.seq} of the log, or one before it, was changed or taken out.`;
      return [{ what: 'log', subject: String(event.seq), message }];
    }
    before = now;
  }
  if (before === chain) return [];
  return [{ what: 'log', subject: String(events.length), message: 'Lines are missing at the end of the log.' }];
}

/** Follow the chain of the log of access. */
function checkAccess(lines: Awaited<ReturnType<typeof listAccess>>): readonly Mismatch[] {
  let before = '';
  for (const [at, line] of lines.entries()) {
    if (line.seq !== at + 1 || chainAccess(before, line) !== line.chain) {
      const message = `Line ${line.seq} of the log of access, or one before it, was changed or taken out.`;
      return [{ what: 'log', subject: `access ${line.seq}`, message }];
    }
    before = line.chain;
  }
  return [];
}
