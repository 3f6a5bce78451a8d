import { isRecord } from '../../model/index.ts';
import { bodyNames, readFields } from '../fields.ts';
import { parseJson } from '../json/parse.ts';
import { findText, type JsonRecord } from '../record-text.ts';

/** Values looked at in one page's state. */
const maxValues = 200_000;
const maxDepth = 40;
/** What an article has at least, in characters: labels of the page's controls are shorter. */
const leastChars = 200;
const headlineKeys = ['headline', 'headlines', 'title'];

/**
 * Find the article's body in the state that a framework hands to the page's scripts (`__NEXT_DATA__`, `__NUXT__`, `Fusion.globalContent` …):
 * the longest text of an object whose headline is the page's.
 */
export function findStateBody(states: readonly string[], title: string): string | undefined {
  const wanted = plain(title);
  let best = '';
  for (const state of states) {
    for (const { record, headline } of findHeaded(readState(state))) {
      if (!isSame(plain(headline), wanted)) continue;
      const text = findText(record, bodyNames) ?? '';
      if (text.length > best.length) best = text;
    }
  }
  return best.length < leastChars ? undefined : best;
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
    if (typeof next.value !== 'object' || next.value === null || next.depth > maxDepth) continue;
    if (isRecord(next.value) && headlineKeys.some((key) => key in (next.value as JsonRecord))) {
      const headline = readFields(next.value, '').find(({ name }) => name === 'headline')?.value;
      if (headline !== undefined) found.push({ record: next.value, headline });
    }
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return found;
}
