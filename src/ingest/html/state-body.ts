import { isRecord, type PageField } from '../../model/index.ts';
import { bodyNames, readFields } from '../fields.ts';
import { parseJson } from '../json/parse.ts';
import { findText, type JsonRecord } from '../record-text.ts';
import { isFlight, readFlight } from './flight.ts';

/** Values looked at in one page's state. */
const maxValues = 200_000;
const maxDepth = 40;
/** What an article has at least, in characters: labels of the page's controls are shorter. */
const leastChars = 200;
const headlineKeys = ['headline', 'headlines', 'title'];

/** Names under which states alone hold a body. */
const stateNames: readonly string[] = [...bodyNames, 'html', 'bodyhtml', 'contentraw', 'articlehtml', 'storyhtml'];

/** A body, and what is stated beside it. */
export interface ScriptBody {
  readonly text: string;
  readonly fields: readonly PageField[];
}

/**
 * Find the article's body in the state that a framework hands to the page's scripts (`__NEXT_DATA__`, `__NUXT__`, `Fusion.globalContent` …):
 * the longest text of an object whose headline is the page's.
 */
export function findStateBody(states: readonly string[], title: string): ScriptBody | undefined {
  const wanted = plain(title);
  let best: ScriptBody = { text: '', fields: [] };
  const flights = readFlight(states.filter(isFlight));
  const others = states.filter((state) => !isFlight(state)).map(readState);
  for (const state of [...others, flights]) {
    for (const { record, headline } of findHeaded(state)) {
      if (!isSame(plain(headline), wanted)) continue;
      const text = findText(record, stateNames) ?? '';
      if (text.length > best.text.length) best = { text, fields: readFields(record, 'state') };
    }
  }
  return best.text.length < leastChars ? undefined : best;
}

function isSame(headline: string, title: string): boolean {
  return headline.length >= 8 && (title.includes(headline) || (title.length >= 8 && headline.includes(title)));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A state is JSON, behind an assignment where it is a script's, or JSON in a string. */
function readState(state: string): unknown {
  const opens = state.search(/[[{"]/);
  const isString = state[opens] === '"';
  const end = isString ? /^"(?:[^"\\]|\\.)*"/s.exec(state.slice(opens))?.[0] : undefined;
  const source = isString ? parseJson(`[${end ?? ''}]`).values.flat()[0] : state.slice(Math.max(0, opens));
  return typeof source === 'string' ? parseJson(source).values[0] : undefined;
}

interface Headed {
  readonly record: JsonRecord;
  readonly headline: string;
}

function findHeaded(state: unknown): readonly Headed[] {
  const found: Headed[] = [];
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: state, depth: 0 }];
  for (let seen = 0; seen < maxValues; seen += 1) {
    const next = open.pop();
    if (next === undefined) break;
    // Answers that were fetched for the page lie in it as strings.
    if (typeof next.value === 'string' && next.value.length >= leastChars && /^\s*[[{]"?/.test(next.value)) {
      open.push({ value: parseJson(next.value).values[0], depth: next.depth + 1 });
      continue;
    }
    if (typeof next.value !== 'object' || next.value === null || next.depth > maxDepth) continue;
    if (isRecord(next.value) && headlineKeys.some((key) => key in (next.value as JsonRecord))) {
      const headline = readFields(next.value, '').find(({ name }) => name === 'headline')?.value;
      if (headline !== undefined) found.push({ record: next.value, headline });
    }
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return found;
}
