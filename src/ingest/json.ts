import { isRecord, type Outcome, type Page } from '../model/index.ts';
import { makeIssue, makePage, type RecordOrigin } from './draft.ts';
import type { HtmlLimits } from './html.ts';
import { isArticleRecord, type JsonRecord, readRecord } from './record.ts';

export interface JsonLimits extends HtmlLimits {
  /** UTF-16 code units of one article's text. */
  readonly maxTextChars: number;
  /** UTF-16 code units of one line of JSONL. */
  readonly maxLineChars: number;
}

/** Keys under which a file keeps its list of articles. */
const listKeys = ['articles', 'items', 'data', 'results', 'docs', 'documents', 'records', 'entries', 'hits', '@graph'];
const maxJsonDepth = 200;

/** Read a JSON file: one article, a list of them, or an object that holds such a list. */
export function readJson(text: string, origin: RecordOrigin, limits: JsonLimits): Outcome<readonly Page[]> {
  const parsed = parseSafely(text);
  if (parsed.problem !== undefined) {
    return {
      value: [],
      issues: [makeIssue('ingest/bad-json', 'error', `Not readable as JSON: ${parsed.problem}.`, origin.path)],
    };
  }
  const found = findRecords(parsed.value, '', 0);
  if (found.length === 0) {
    const message = 'The JSON holds no article: no object with a text or headline under a known name.';
    return { value: [], issues: [makeIssue('ingest/no-article', 'warning', message, origin.path)] };
  }
  return joinOutcomes(
    found.map(({ record, place }) => {
      const bytes = place === '' ? origin.bytes : JSON.stringify(record);
      return readOne(record, { ...origin, bytes, ...placed(origin, place) }, limits);
    }),
  );
}

/** Read JSON lines: every line a record of its own; a bad line costs only itself. */
export function readJsonLines(text: string, origin: RecordOrigin, limits: JsonLimits): Outcome<readonly Page[]> {
  const outcomes: Outcome<readonly Page[]>[] = [];
  let start = 0;
  for (let number = 1; start < text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const path = placed(origin, `#${number}`);
    if (end - start > limits.maxLineChars) {
      const message = `Line ${number} is ${end - start} characters long; more than ${limits.maxLineChars} are not read.`;
      outcomes.push({ value: [], issues: [makeIssue('ingest/line-too-long', 'error', message, path.path)] });
    } else {
      const line = text.slice(start, end).trim();
      if (line.length > 0) outcomes.push(readJson(line, { bytes: line, ...path }, limits));
    }
    start = end + 1;
  }
  return joinOutcomes(outcomes);
}

function placed(origin: RecordOrigin, place: string): { path?: string } {
  if (origin.path === undefined) return {};
  return { path: place === '' ? origin.path : `${origin.path}${place}` };
}

function readOne(record: JsonRecord, origin: RecordOrigin, limits: JsonLimits): Outcome<readonly Page[]> {
  const outcome = readRecord(record, limits);
  const issues = outcome.issues.map((issue) => (origin.path === undefined ? issue : { ...issue, path: origin.path }));
  if (outcome.value === undefined) return { value: [], issues };
  if (outcome.value.value.length > limits.maxTextChars) {
    const message = `The text is ${outcome.value.value.length} characters long; more than ${limits.maxTextChars} are not read.`;
    return { value: [], issues: [...issues, makeIssue('ingest/text-too-long', 'error', message, origin.path)] };
  }
  return { value: [makePage(outcome.value, origin)], issues };
}

function joinOutcomes(outcomes: readonly Outcome<readonly Page[]>[]): Outcome<readonly Page[]> {
  return { value: outcomes.flatMap((one) => one.value), issues: outcomes.flatMap((one) => one.issues) };
}

interface PlacedRecord {
  readonly record: JsonRecord;
  readonly place: string;
}

function findRecords(value: unknown, place: string, depth: number): readonly PlacedRecord[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => findRecords(item, place === '' ? `#${i + 1}` : `${place}.${i + 1}`, depth + 1));
  }
  if (!isRecord(value)) return [];
  if (isArticleRecord(value)) return [{ record: value, place }];
  for (const key of listKeys) {
    const inner = findRecords(Array.isArray(value[key]) ? value[key] : undefined, place, depth + 1);
    if (inner.length > 0) return inner;
  }
  const isHeadlineOnly = ['title', 'headline'].some((key) => typeof value[key] === 'string');
  return isHeadlineOnly ? [{ record: value, place }] : [];
}

function parseSafely(text: string): { readonly value?: unknown; readonly problem?: string } {
  if (measureDepth(text) > maxJsonDepth) return { problem: `it is nested more than ${maxJsonDepth} deep` };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown error';
    return { problem: message.replace(/\s+/g, ' ').slice(0, 120) };
  }
}

/** Nesting of brackets outside strings; stops early once it is too deep. */
function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = skipString(text, i);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > maxJsonDepth) return deepest;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}

function skipString(text: string, quote: number): number {
  for (let end = text.indexOf('"', quote + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}
