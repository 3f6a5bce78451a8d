import { chainEvent, findArchive, findDifferences, hashBytes, listEvents, listSources } from '../store/index.ts';
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
  readonly events: number;
  readonly mismatches: readonly Mismatch[];
}

/**
 * Hash everything again: the bytes of every source, the chain of the log, the database itself; name whatever does not match.
 *
 * Bytes that no source names are told as left over: a kill between keeping bytes and naming them leaves such, and they harm nothing.
 */
export async function verifyArchive({ database }: Archive): Promise<Verified> {
  const { sources, events, chain } = await database.read(async (db) => ({
    sources: await listSources(db, Number.MAX_SAFE_INTEGER),
    events: await listEvents(db),
    chain: (await findArchive(db))?.chain ?? '',
  }));
  const mismatches: Mismatch[] = (await database.check()).map((message) => ({
    what: 'database',
    subject: '',
    message,
  }));
  for (const source of sources) {
    const bytes = await database.blobs.get(source.id);
    if (bytes === undefined) {
      mismatches.push({ what: 'missing', subject: source.id, message: `The bytes of ${nameOf(source)} are gone.` });
    } else if (hashBytes(bytes) !== source.id) {
      const ranges = findDifferences(bytes, source.blocks, source.bytes);
      const places = ranges.map(({ start, end }) => `${start}..${end}`).join(', ');
      const message = `The bytes of ${nameOf(source)} are not those that were kept: ${places}.`;
      mismatches.push({ what: 'bytes', subject: source.id, message, ranges });
    }
  }
  mismatches.push(...checkLog(events, chain));
  const named = new Set(sources.map(({ id }) => id));
  for (const id of await database.blobs.list())
    if (!named.has(id)) mismatches.push({ what: 'left-over', subject: id, message: 'Bytes that no source names.' });
  return { sources: sources.length, events: events.length, mismatches };
}

function nameOf({
  path,
  url,
  id,
}: {
  readonly path: string | null;
  readonly url: string | null;
  readonly id: string;
}): string {
  return url ?? path ?? id;
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
