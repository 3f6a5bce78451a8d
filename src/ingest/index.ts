import { type Context, defined, type Issue, type Outcome, type Page, type PageField } from '../model/index.ts';
import { type Decoded, decodeBytes } from './decode.ts';
import { detectFormat, type InputFormat, nameBinary } from './detect.ts';
import { type Draft, makeIssue, makePage, type RecordOrigin } from './draft.ts';
import { type ExportFormat, type ExportLimits, exportFormats, readExport } from './exports/index.ts';
import type { FeedItem } from './feeds/items.ts';
import { listItems, readFeed } from './feeds/list.ts';
import { readHtml } from './html/html.ts';
import { type Capture, findSavedAddress, openCapture } from './html/saved.ts';
import { readJson, readJsonLines } from './json/json.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';
import type { Received } from './unpack/index.ts';

export { type FeedItem, stateFields, writeItem } from './feeds/items.ts';
export { noteLinksOnly, tellsText } from './feeds/list.ts';
export {
  type Container,
  isIssue,
  type Member,
  openArc,
  openWarc,
  type Received,
  sniffBytes,
  sniffContainer,
  type UnpackedItem,
  type UnpackLimits,
  unpack,
  unpackDefaults,
} from './unpack/index.ts';

/** One file or download: its bytes, and what the user calls it. */
export interface InputBytes {
  readonly bytes: Uint8Array;
  readonly path?: string;
  readonly url?: string;
  /** Charset that the server named; a byte-order mark and valid UTF-8 say more. */
  readonly charset?: string;
  /** What a feed or sitemap says of the page; counts after what the page says of itself. */
  readonly stated?: readonly PageField[];
  /** How it came over the web; kept by an archive, and read by nobody. */
  readonly received?: Received;
}

export interface Options extends ExportLimits {
  readonly maxBytes: number;
}

/** Ample for any report; small enough that hostile input costs a second, not a machine. */
export const defaults: Options = {
  maxBytes: 268_435_456,
  maxTextChars: 1_000_000,
  maxLineChars: 8_000_000,
  maxHtmlChars: 8_000_000,
  maxDepth: 200,
  maxElements: 50_000,
  columns: '',
};

/**
 * Turn bytes into pages, telling the format from the content and never from the name.
 *
 * Never throws for bad data. What cannot be read is set aside with one of `ingest/empty`, `ingest/binary`, `ingest/too-large`,
 * `ingest/text-too-long`, `ingest/line-too-long`, `ingest/html-too-large`, `ingest/html-too-deep`, `ingest/bad-json`,
 * `ingest/no-article`, `ingest/links-only`, `ingest/bad-feed`, `ingest/unknown-columns`, `ingest/xml-too-deep`, `ingest/no-text`, `ingest/unsupported-format`, `ingest/unreadable-page`; what was read in spite of damage
 * carries `ingest/replaced-bytes`, `ingest/columns`, `ingest/truncated`, `ingest/too-many-items`, `ingest/markdown-as-text` or `ingest/body-not-found`.
 */
export function ingest(input: InputBytes, options: Options = defaults, _context?: Context): Outcome<readonly Page[]> {
  const { bytes, path } = input;
  if (bytes.length > options.maxBytes) {
    const message = `The file is ${bytes.length} bytes; more than ${options.maxBytes} are not read.`;
    return setAside(makeIssue('ingest/too-large', 'error', message, path, 'Split it, or raise maxBytes.'));
  }
  const early = nameBinary(bytes, true);
  if (early !== undefined) return setAside(binaryIssue(early, path));
  const decoded = decodeBytes(bytes, input.charset);
  const binary = nameBinary(bytes, decoded.encoding.startsWith('utf-16'));
  if (binary !== undefined) return setAside(binaryIssue(binary, path));
  const outcome = dispatch(decoded, input, options);
  const issues = [...noteReplaced(decoded, path), ...outcome.issues];
  return { value: outcome.value, issues };
}

function dispatch(decoded: Decoded, input: InputBytes, options: Options): Outcome<readonly Page[]> {
  const { text } = decoded;
  const origin: RecordOrigin = {
    bytes: input.bytes,
    ...defined({ path: input.path, url: input.url }),
  };
  const format = detectFormat(text);
  if (format === 'json') return readJson(text, origin, options);
  if (format === 'jsonl') return readJsonLines(text, origin, options);
  if (format === 'feed' || format === 'sitemap') return readFeed(text, format, origin, options);
  if (isExport(format)) return readExport(format, text, origin, options);
  if (format !== 'html' && format !== 'empty' && text.length > options.maxTextChars) {
    return setAside(tooLong(text.length, options, input.path));
  }
  const capture = format === 'html' ? openCapture(text) : { html: text, restated: false };
  const outcome = readOne(format, capture.html, options);
  const length = outcome.value?.value.length ?? 0;
  if (length > options.maxTextChars) return setAside(tooLong(length, options, input.path));
  const issues = outcome.issues.map((issue) => (input.path === undefined ? issue : { ...issue, path: input.path }));
  if (outcome.value === undefined) return { value: [], issues };
  const draft = addStated(capture.restated ? dropRestated(outcome.value) : outcome.value, input.stated);
  return { value: [makePage(draft, placeSaved(origin, format, capture))], issues };
}

function isExport(format: InputFormat): format is ExportFormat {
  return (exportFormats as readonly string[]).includes(format);
}

function addStated(draft: Draft, stated: readonly PageField[] = []): Draft {
  return { ...draft, fields: [...draft.fields, ...stated] };
}

/** What an archive writes as a page's metadata is of the archive, but for the headline. */
function dropRestated(draft: Draft): Draft {
  const own: ReadonlySet<string> = new Set(['headline', 'language']);
  return { ...draft, fields: draft.fields.filter(({ name, from }) => own.has(name) || from.startsWith('json-ld')) };
}

/** A saved page comes from where its saver says, unless the input came with an address of its own. */
function placeSaved(
  origin: RecordOrigin,
  format: InputFormat,
  { html, url, savedAt }: Omit<Capture, 'restated'>,
): RecordOrigin {
  const saved = url ?? (format === 'html' ? findSavedAddress(html) : undefined);
  const from = url === undefined ? (origin.url ?? saved) : saved;
  return { ...origin, ...defined({ url: from, fetchedAt: savedAt }) };
}

/**
 * List what a feed or sitemap leads to, without reading it; `undefined` where the bytes are neither.
 *
 * Issues: `ingest/bad-feed`, `ingest/no-article`, `ingest/too-many-items`.
 */
export function listFeed(input: InputBytes, options: Options = defaults): Outcome<readonly FeedItem[]> | undefined {
  if (input.bytes.length > options.maxBytes || nameBinary(input.bytes, true) !== undefined) return undefined;
  const { text } = decodeBytes(input.bytes, input.charset);
  const format = detectFormat(text);
  return format === 'feed' || format === 'sitemap' ? listItems(text, format, input) : undefined;
}

function readOne(format: InputFormat, text: string, options: Options): Outcome<Draft | undefined> {
  try {
    if (format === 'html') return readHtml(text, options);
    if (format === 'markdown') return readMarkdown(text, options);
    if (format === 'text') return { value: readText(text), issues: [] };
  } catch (error) {
    // A parser of a format gave up on this page; that is the page's fault, and must not stop the others.
    const message = `The page could not be read (${error instanceof Error ? error.message : 'unknown error'}).`;
    return { value: undefined, issues: [makeIssue('ingest/unreadable-page', 'error', message)] };
  }
  if (format === 'empty') {
    return {
      value: undefined,
      issues: [makeIssue('ingest/empty', 'warning', 'There is nothing in it but white space.')],
    };
  }
  const message = 'It holds other files; open it with unpack first.';
  return { value: undefined, issues: [makeIssue('ingest/unsupported-format', 'warning', message)] };
}

function tooLong(length: number, options: Options, path: string | undefined): Issue {
  const message = `The text is ${length} characters long; more than ${options.maxTextChars} are not read.`;
  return makeIssue('ingest/text-too-long', 'error', message, path);
}

function setAside(issue: Issue): Outcome<readonly Page[]> {
  return { value: [], issues: [issue] };
}

function binaryIssue(name: string, path: string | undefined): Issue {
  const isOffice = name === 'an old office document';
  const hint = isOffice ? 'Save it as DOCX, XLSX or plain text.' : 'Give the text of it, a web page, or JSON.';
  return makeIssue('ingest/binary', 'warning', `It is ${name}, not text.`, path, hint);
}

function noteReplaced(decoded: Decoded, path: string | undefined): readonly Issue[] {
  if (decoded.replaced === 0) return [];
  const message = `${decoded.replaced} place(s) could not be read as ${decoded.encoding} and are shown as "\ufffd".`;
  return [makeIssue('ingest/replaced-bytes', 'warning', message, path)];
}
