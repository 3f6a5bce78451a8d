import type { JsonRecord } from '../record-text.ts';
import { makeRecord, turnName } from './records.ts';

const opening = /@([a-z]+)\s*\{\s*([^\s,{}"]{0,200})\s*,/gi;
/** Parts of a file that are no references. */
const noReference = /^(?:comment|preamble|string)$/i;
const maxFields = 200;

/** Tell whether a text is of references as BibTeX writes them. */
export function isBibtex(head: string): boolean {
  return /^\ufeff?(?:\s|%[^\n]*\n)*@(?:article|misc|online|newspaper|inproceedings|book|techreport|report|electronic|unpublished|comment|string|preamble|incollection|manual)\s*\{/i.test(
    head,
  );
}

/** Read the references of a BibTeX or BibLaTeX file; those without a title are left out. */
export function readBibtex(text: string): readonly JsonRecord[] {
  const records: JsonRecord[] = [];
  opening.lastIndex = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    if (noReference.test(found[1] ?? '')) continue;
    const fields = readBibFields(text, found.index + found[0].length);
    opening.lastIndex = Math.max(opening.lastIndex, fields.end);
    const record = makeReference(fields.told);
    if (record.headline !== undefined) records.push(record);
  }
  return records;
}

interface BibFields {
  readonly told: ReadonlyMap<string, string>;
  readonly end: number;
}

/** Fields are `name = {value}`, `name = "value"` or `name = value`, with commas between, until the brace of the entry closes. */
function readBibFields(text: string, from: number): BibFields {
  const told = new Map<string, string>();
  const name = /\s*,?\s*([a-z][\w-]{0,60})\s*=\s*/iy;
  let at = from;
  for (let count = 0; count < maxFields; count += 1) {
    name.lastIndex = at;
    const found = name.exec(text);
    if (found?.[1] === undefined) break;
    const value = readBibValue(text, name.lastIndex);
    told.set(found[1].toLowerCase(), plainTex(value.value));
    at = value.end;
  }
  return { told, end: at };
}

function readBibValue(text: string, start: number): { readonly value: string; readonly end: number } {
  const open = text[start];
  if (open !== '{' && open !== '"') {
    const bare = /[^,}\s]*/y;
    bare.lastIndex = start;
    const value = bare.exec(text)?.[0] ?? '';
    return { value, end: start + value.length };
  }
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    const isEnd = open === '{' ? depth === 0 : sign === '"' && depth === 0 && at > start;
    if (isEnd) return { value: text.slice(start + 1, at), end: at + 1 };
  }
  return { value: text.slice(start + 1), end: text.length };
}

const marks: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  c: '\u0327',
  v: '\u030c',
};

/** Accents and signs of TeX as the letters they stand for; braces only keep capitals. */
function plainTex(value: string): string {
  return value
    .replace(
      /\{?\\(['`^"~]|[cv](?=[\s{]))\s*\{?(\p{L})\}?\}?/gu,
      (_, mark: string, letter: string) => `${letter}${marks[mark] ?? ''}`,
    )
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/---?/g, '–')
    .replace(/``|''/g, '"')
    .replace(/[{}]/g, '')
    .normalize('NFC')
    .trim();
}

function makeReference(told: ReadonlyMap<string, string>): JsonRecord {
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => told.get(name)).find((value) => value !== undefined && value !== '');
  const day = [told.get('year'), told.get('month'), told.get('day')];
  const isWhole = day.every((part) => part !== undefined && part !== '');
  return makeRecord({
    headline: first('title'),
    author: told
      .get('author')
      ?.split(/\s+and\s+/)
      .map(turnName),
    outlet: first('journaltitle', 'journal', 'newspaper', 'publisher', 'organization', 'howpublished'),
    published: first('date') ?? (isWhole ? `${day[2]} ${day[1]} ${day[0]}` : undefined),
    url: first('url', 'link')?.replace(/^\\url/, ''),
    language: first('langid', 'language'),
    body: first('abstract', 'note', 'annote'),
  });
}
