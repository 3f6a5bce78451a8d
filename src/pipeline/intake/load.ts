import { createHash } from 'node:crypto';
import {
  type InputBytes as Bytes,
  isIssue,
  openArc,
  openWarc,
  sniffBytes,
  sniffContainer,
  type UnpackedItem,
} from '../../ingest/index.ts';
import { defined, type Issue } from '../../model/index.ts';
import type { Settings } from '../settings.ts';
import type { WorkerPool } from '../workers/pool.ts';
import type { DocumentReadings } from './document.ts';
import { followAll } from './follow.ts';
import { failedLoad, type Waiting } from './inputs.ts';
import { unpackInput } from './intake.ts';
import type { Outside } from './outside.ts';

/** What became of one input. */
export interface InputReadings extends DocumentReadings {
  readonly path?: string;
  /** SHA-256 of its bytes and how many they are, where they were read. */
  readonly content?: string;
  readonly bytes?: number;
  /** The input itself, where it was read. */
  readonly input?: Bytes;
  /** Records of it, or itself, that left nothing. */
  readonly setAside: number;
}

/** One file to read, from wherever it was packed, with the hash of its content; or what went wrong instead. */
export type Loaded = { readonly input: Bytes; readonly content: string } | InputReadings;

/** Bytes of the inputs taken up so far, as they lie on the disk. */
export interface Meter {
  bytes: number;
}

/**
 * Load what waits, one after the other, opening whatever holds other files; each content once.
 *
 * Web archives on disk are streamed record by record, however large; everything else is held in memory and bounded by
 * `limits.maxInputMegabytes`. Issues: `ingest/too-large`, `io/unreadable-path`, `pipeline/duplicate-input`, and those of `unpackInput`.
 */
export async function* loadOnce(
  waiting: readonly Waiting[],
  settings: Settings,
  pool: Pick<WorkerPool, 'unpack'>,
  outside: Outside,
  meter: Meter = { bytes: 0 },
): AsyncGenerator<Loaded> {
  const seen = new Map<string, string>();
  for (const item of waiting) {
    const before = meter.bytes;
    const note = (bytes: number): void => {
      meter.bytes = before + Math.min(bytes, item.bytes);
    };
    for await (const found of followAll(openWaiting(item, settings, pool, note), outside, pool)) {
      if ('records' in found) yield found;
      else if (isIssue(found)) yield nothing(found, found.severity === 'error' ? 1 : 0);
      else yield keepFirst(found, seen);
    }
    meter.bytes = before + item.bytes;
  }
}

function keepFirst(loaded: Bytes, seen: Map<string, string>): Loaded {
  const content = createHash('sha256').update(loaded.bytes).digest('hex');
  // Half of the hash tells millions of inputs apart, and there may be millions.
  const key = content.slice(0, 32);
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, loaded.path ?? '');
    return { input: loaded, content };
  }
  const path = defined({ path: loaded.path });
  return { ...nothing(duplicate(first, loaded.path), 0), ...path, content, bytes: loaded.bytes.length };
}

async function* openWaiting(
  item: Waiting,
  settings: Settings,
  pool: Pick<WorkerPool, 'unpack'>,
  note: (bytes: number) => void,
): AsyncGenerator<UnpackedItem | InputReadings> {
  const opened = await openItem(item, settings, note);
  if ('records' in opened) yield opened;
  else if (!(Symbol.asyncIterator in opened)) yield* unpackInput(opened, pool);
  else for await (const found of opened) yield* isIssue(found) ? [found] : unpackInput(found, pool);
}

/** Begin with one item: a web archive as a stream, anything else whole, or what was wrong with it. */
async function openItem(
  item: Waiting,
  settings: Settings,
  note: (bytes: number) => void,
): Promise<AsyncIterable<UnpackedItem> | Bytes | InputReadings> {
  const path = defined({ path: item.path });
  const { maxInputMegabytes } = settings.limits;
  try {
    const archive = await openArchive(item, settings, note);
    if (archive !== undefined) return archive;
    const loaded = item.bytes > maxInputMegabytes * 1_000_000 ? undefined : await item.load();
    if (loaded !== undefined && loaded.bytes.length <= maxInputMegabytes * 1_000_000) return loaded;
    const message = `Set aside: it is larger than ${maxInputMegabytes} MB.`;
    const hint = 'Raise limits.maxInputMegabytes in the config.';
    return { ...nothing({ code: 'ingest/too-large', severity: 'error', message, hint, ...path }), ...path };
  } catch (error) {
    return { ...nothing(failedLoad(item, error)), ...path };
  }
}

/** Stream a web archive off the disk, gzipped or not; `undefined` for anything else. */
async function openArchive(
  item: Waiting,
  settings: Settings,
  note: (bytes: number) => void,
): Promise<AsyncIterable<UnpackedItem> | undefined> {
  if (item.file === undefined) return undefined;
  const kind = sniffContainer(await item.file.head(sniffBytes));
  const gzipped = kind === 'gzip';
  const inner = gzipped ? await peek(item.file.stream(true)) : kind;
  const opened = inner === 'warc' ? openWarc : inner === 'arc' ? openArc : undefined;
  return opened?.(item.file.stream(gzipped, note), item.path, settings.unpack);
}

async function peek(stream: AsyncIterable<Uint8Array>): Promise<ReturnType<typeof sniffContainer>> {
  try {
    for await (const first of stream) return sniffContainer(first);
  } catch {
    // Broken from the first byte: the reading proper will say so.
  }
  return undefined;
}

/** Make the result of an input of which nothing is left but what is to be said of it. */
export function nothing(issue: Issue, setAside = 1): InputReadings {
  return { articles: [], readings: [], records: 0, issues: [issue], setAside };
}

/** Make the issue of content that was read before, under another name. */
export function duplicate(first: string, path: string | undefined): Issue {
  const message = `The same bytes as ${first === '' ? 'another input' : first}; read once.`;
  return { code: 'pipeline/duplicate-input', severity: 'info', message, ...defined({ path }) };
}
