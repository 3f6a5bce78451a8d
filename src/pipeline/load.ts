import {
  type Input as Bytes,
  type Found,
  isIssue,
  openWarc,
  sniffBytes,
  sniffContainer,
  unpack,
} from '../ingest/index.ts';
import { hashContent, type Issue } from '../model/index.ts';
import type { DocumentReadings } from './document.ts';
import { failedLoad, type Waiting } from './inputs.ts';
import type { Settings } from './settings.ts';

/** What became of one input. */
export interface InputReadings extends DocumentReadings {
  readonly path?: string;
  /** Records of it, or itself, that left nothing. */
  readonly setAside: number;
}

/** One file to read, from wherever it was packed, or what went wrong instead. */
export type Loaded = Bytes | InputReadings;

/**
 * Load what waits, one after the other, opening whatever holds other files; each content once.
 *
 * Web archives on disk are streamed record by record, however large; everything else is held in memory and bounded by
 * `limits.maxInputMegabytes`. Issues: `ingest/too-large`, `io/unreadable-path`, `pipeline/duplicate-input`, and those of `unpack`.
 */
export async function* loadOnce(waiting: readonly Waiting[], settings: Settings): AsyncGenerator<Loaded> {
  const seen = new Map<string, string>();
  for (const item of waiting) {
    for await (const found of openWaiting(item, settings)) {
      if ('records' in found) yield found;
      else if (isIssue(found)) yield nothing(found, found.severity === 'error' ? 1 : 0);
      else yield keepFirst(found, seen);
    }
  }
}

function keepFirst(loaded: Bytes, seen: Map<string, string>): Loaded {
  const hash = hashContent(loaded.bytes);
  const first = seen.get(hash);
  if (first === undefined) {
    seen.set(hash, loaded.path ?? '');
    return loaded;
  }
  const path = loaded.path === undefined ? {} : { path: loaded.path };
  return { ...nothing(duplicate(first, loaded.path), 0), ...path };
}

async function* openWaiting(item: Waiting, settings: Settings): AsyncGenerator<Found | InputReadings> {
  const path = item.path === undefined ? {} : { path: item.path };
  try {
    const archive = await openArchive(item, settings);
    if (archive !== undefined) {
      yield* archive;
    } else if (item.bytes > settings.limits.maxInputMegabytes * 1_000_000) {
      const message = `Set aside: it is larger than ${settings.limits.maxInputMegabytes} MB.`;
      const hint = 'Raise limits.maxInputMegabytes in the config.';
      yield { ...nothing({ code: 'ingest/too-large', severity: 'error', message, hint, ...path }), ...path };
    } else {
      yield* unpack(await item.load(), settings.unpack);
    }
  } catch (error) {
    yield { ...nothing(failedLoad(item, error)), ...path };
  }
}

/** Stream a web archive off the disk, gzipped or not; `undefined` for anything else. */
async function openArchive(item: Waiting, settings: Settings): Promise<AsyncIterable<Found> | undefined> {
  if (item.file === undefined) return undefined;
  const kind = sniffContainer(await item.file.head(sniffBytes));
  const gzipped = kind === 'gzip' && (await peek(item.file.stream(true))) === 'warc';
  return kind === 'warc' || gzipped ? openWarc(item.file.stream(gzipped), item.path, settings.unpack) : undefined;
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
  return { code: 'pipeline/duplicate-input', severity: 'info', message, ...(path === undefined ? {} : { path }) };
}
