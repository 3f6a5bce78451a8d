import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldSentence, NameSpan } from './gold.ts';

interface Entity {
  readonly documentId: string;
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly confidence: number;
}

interface Scope {
  readonly start: number;
  readonly end: number;
}

/** Word lists of the training, read from the trainer's folder, so that both sides score the same names. */
export interface NameWords {
  readonly nationalities: ReadonlySet<string>;
}

// What follows repeats training/reader_en/names.py exactly: scores of both sides must agree.
const token =
  /(?:[A-Z]\.)+|(?:Gen|Lt|Col|Mr|Mrs|Ms|Dr|Maj|Sgt|Sen|Rep|St|Capt|Brig|Adm|No)\.|\p{Nd}[\p{Nd},.:]*\p{Nd}|[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*(?=n['’]t)|n['’]t|['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}_])|[\p{L}\p{N}_]+(?=['’]s(?![\p{L}\p{N}_]))|[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu;
const nameTypes: Readonly<Record<string, string>> = { Person: 'PER', Organisation: 'ORG', Location: 'LOC' };
const small: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  'for',
  'al',
  'bin',
  '-',
  'ibn',
  'de',
  'el',
  "'",
  '’',
  '.',
]);
const months: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.'.split(
    ' ',
  ),
);
const stops: ReadonlySet<string> = new Set(
  'of in at on for with who which that from to by , ( - – — : ; near and after since until'.split(' '),
);
const titles: ReadonlySet<string> = new Set(
  'president mr. mr mrs. mrs ms. ms dr. dr senator sen. gen. general prime minister king queen sir captain col. colonel lt. lieutenant major sgt. sergeant prof. professor judge justice secretary governor mayor pope saint st. uncle aunt prince princess lord lady chancellor rev. reverend father sister brother officer detective'.split(
    ' ',
  ),
);

/** Read the openly licensed sources of re3d; named persons, organisations and places are the names. */
export function readRe3d(folder: string, words: NameWords): readonly GoldSentence[] {
  const sources = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return sources
    .map(({ name }) => name)
    .sort()
    .flatMap((source) => {
      const entities = groupByDocument(readLines<Entity>(join(folder, source, 'entities.json')));
      return readLines<{ _id: string; text: string }>(join(folder, source, 'documents.json')).flatMap((document) => {
        const sure = (entities.get(document._id) ?? []).filter(({ confidence }) => confidence >= 0.5);
        return cutDocument(document._id, document.text, sure, source, words);
      });
    });
}

function groupByDocument(entities: readonly Entity[]): ReadonlyMap<string, readonly Entity[]> {
  const groups = new Map<string, Entity[]>();
  for (const entity of entities) {
    const known = groups.get(entity.documentId);
    if (known === undefined) groups.set(entity.documentId, [entity]);
    else known.push(entity);
  }
  return groups;
}

function readLines<T>(path: string): readonly T[] {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

function cutDocument(
  document: string,
  text: string,
  entities: readonly Entity[],
  genre: string,
  words: NameWords,
): readonly GoldSentence[] {
  const sentences: GoldSentence[] = [];
  const tokens = [...text.matchAll(token)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  let spans: Scope[] = [];
  for (const [index, span] of tokens.entries()) {
    spans.push(span);
    const following = tokens[index + 1];
    const after = following === undefined ? '\n' : text.slice(span.end, following.start);
    const form = text.slice(span.start, span.end);
    const previous = spans.at(-2);
    const closes = ['"', '”'].includes(form) && previous !== undefined && '.?!'.includes(text[previous.start] ?? ' ');
    const ends = ['.', '!', '?'].includes(form) || closes;
    const opens = !'"”\')'.includes(text[following?.start ?? 0] ?? '');
    if (!after.includes('\n') && !(ends && after !== '' && opens)) continue;
    sentences.push(makeSentence(document, text, spans, entities, genre, words));
    spans = [];
  }
  return sentences;
}

function makeSentence(
  document: string,
  text: string,
  spans: readonly Scope[],
  entities: readonly Entity[],
  genre: string,
  { nationalities }: NameWords,
): GoldSentence {
  const words = spans.map(({ start, end }) => text.slice(start, end));
  const offset = codePoints(text);
  const names: NameSpan[] = [];
  const taken = new Set<number>();
  const widestFirst = entities.toSorted((a, b) => a.begin - a.end - (b.begin - b.end) || a.begin - b.begin);
  for (const { begin, end, type } of widestFirst) {
    const inside = spans.flatMap((span, at) => (span.start >= offset(begin) && span.end <= offset(end) ? [at] : []));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) continue;
    const kind = nameTypes[type];
    const isNationality = type === 'Nationality' && first === last;
    if (isNationality) taken.add(first);
    const name = kind === undefined ? undefined : trimName(words, first, last + 1, kind, taken, nationalities);
    if (name === undefined) continue;
    for (let at = name.start; at < name.end; at++) taken.add(at);
    names.push(name);
  }
  return { words, document, genre, names };
}

/** Remove determiners and titles from a phrase; undefined where its head is a common noun, since then it is not a name. */
function trimName(
  words: readonly string[],
  first: number,
  end: number,
  type: string,
  taken: ReadonlySet<number>,
  nationalities: ReadonlySet<string>,
): NameSpan | undefined {
  const head = first + plainHead(words.slice(first, end));
  let start = first;
  while (start < end - 1 && isOutside(words[start] ?? '', type)) start++;
  const parts = words.slice(start, end);
  const free = parts.every((_, at) => !taken.has(start + at));
  const allNamed = parts.every((word) => isCapital(word) || small.has(word.toLowerCase()) || /^\p{Nd}/u.test(word));
  const people = parts.length === 1 && isCapital(parts[0] ?? '') && nationalities.has((parts[0] ?? '').toLowerCase());
  return free && allNamed && isCapital(words[head] ?? '') && !people ? { start, end, type } : undefined;
}

function isOutside(word: string, type: string): boolean {
  const lower = word.toLowerCase();
  if (['the', 'a', 'an'].includes(lower)) return true;
  return type === 'PER' && (titles.has(lower) || titles.has(`${lower}.`));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Guess the head of a phrase without a tree: a currency sign or month, else the word before the first preposition, else the last word. */
function plainHead(words: readonly string[]): number {
  for (const [at, word] of words.entries()) {
    if (['$', '£', '€', 'US$'].includes(word) || months.has(word.toLowerCase())) return at;
  }
  const stop = words.findIndex((word, at) => at > 0 && stops.has(word.toLowerCase()));
  return stop > 0 ? stop - 1 : words.length - 1;
}

/** Make the conversion from code points, which the corpus counts, to UTF-16 code units. */
function codePoints(text: string): (offset: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (offset) => offset;
  const starts: number[] = [];
  let at = 0;
  for (const point of text) {
    starts.push(at);
    at += point.length;
  }
  return (offset) => starts[offset] ?? text.length;
}
