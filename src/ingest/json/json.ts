import type { Issue, Outcome, Page } from '../../model/index.ts';
import { makeIssue, makePage, type RecordOrigin } from '../draft.ts';
import type { HtmlLimits } from '../html/html.ts';
import { readRecord } from '../record.ts';
import type { JsonRecord } from '../record-text.ts';
import { parseJson } from './parse.ts';
import { findRecords } from './search.ts';

export interface JsonLimits extends HtmlLimits {
  /** UTF-16 code units of one article's text. */
  readonly maxTextChars: number;
  /** UTF-16 code units of one line of JSONL. */
  readonly maxLineChars: number;
}

/** Read a JSON file: one article, a list of them, or anything that holds some; also several values one after the other. */
export function readJson(text: string, origin: RecordOrigin, limits: JsonLimits): Outcome<readonly Page[]> {
  const { values, truncated, problem } = parseJson(text);
  if (problem !== undefined) {
    const hint = 'Check that the whole file was written, and that it is JSON and not the code of a program.';
    const issue = makeIssue('ingest/bad-json', 'error', `Not readable as JSON: ${problem}.`, origin.path, hint);
    return { value: [], issues: [issue] };
  }
  const found = findRecords(values.length === 1 && !truncated ? values[0] : values);
  const issues = truncated ? [cutShort(found.length, origin.path)] : [];
  if (found.length === 0) {
    const message = 'The JSON holds no article: no object with a text or headline under a known name.';
    const hint = 'Name its keys title, text, date, url, source and author, as README.md lists them.';
    return { value: [], issues: [...issues, makeIssue('ingest/no-article', 'warning', message, origin.path, hint)] };
  }
  const read = joinOutcomes(
    found.map(({ record, place }) => {
      const bytes = place === '' ? origin.bytes : JSON.stringify(record);
      return readOne(record, { ...origin, bytes, ...placed(origin, place) }, limits);
    }),
  );
  return { value: read.value, issues: [...issues, ...read.issues] };
}

function cutShort(count: number, path: string | undefined): Issue {
  const message = `The JSON ends in the middle; ${count} of its articles came whole and ${count === 1 ? 'is' : 'are'} read.`;
  return makeIssue('ingest/truncated', 'warning', message, path, 'Fetch or export it again.');
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
