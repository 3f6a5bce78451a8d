import type { NetworkTables } from '../../model/index.ts';

const breaks = /[\s\p{Cc}\p{Cf}]/u;
/** Punctuation as BERT has it: every ASCII sign that is no letter or digit, and Unicode's category P. */
const marks = /[!-/:-@[-`{-~\p{P}]/u;
const joints = /[\s\p{Cc}\p{Cf}!-/:-@[-`{-~\p{P}]/u;
/** Beside decimal digits, those that only look raised, lowered or circled. */
const digits = /[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468]/u;
const longestPart = 100;
const rememberedWords = 50_000;

/** A word as the network takes it: ids of its pieces and its casing class. */
export interface Piecework {
  readonly ids: readonly number[];
  readonly shape: number;
}

/** Cuts words into pieces. */
export type PieceCutter = (word: string) => Piecework;

/**
 * Make the cutter that the network was trained with (training/reader_en/pieces.py, which it must match piece for piece).
 *
 * Quotes are made plain, letters lower-cased and stripped of accents, words split at punctuation, parts cut greedily into the longest
 * known pieces. A part of more than 100 characters, or with no such cut, is `[UNK]`.
 */
export function makePieceCutter({ vocabulary, pieces }: Pick<NetworkTables, 'vocabulary' | 'pieces'>): PieceCutter {
  const ids = new Map(vocabulary.map((piece, id) => [piece, id]));
  const unknown = ids.get('[UNK]') ?? 0;
  const known = new Map<string, Piecework>();
  const cut = (word: string): Piecework => {
    const found = splitParts(word, pieces.quotes).flatMap((part) => cutPart(part, ids, unknown));
    return {
      ids: found.length === 0 ? [unknown] : found.slice(0, pieces.wordLimit),
      shape: pieces.shapes.indexOf(nameShape(word)),
    };
  };
  return (word) => {
    let piecework = known.get(word);
    if (piecework === undefined) {
      piecework = cut(word);
      if (known.size >= rememberedWords) known.clear();
      known.set(word, piecework);
    }
    return piecework;
  };
}

function splitParts(word: string, quotes: Readonly<Record<string, string>>): readonly string[] {
  const plain = Array.from(word, (sign) => quotes[sign] ?? sign)
    .join('')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '');
  if (!joints.test(plain)) return plain === '' ? [] : [plain];
  const parts: string[] = [];
  let part = '';
  for (const sign of plain) {
    const isMark = marks.test(sign);
    if (!isMark && !breaks.test(sign)) {
      part += sign;
      continue;
    }
    if (part !== '') parts.push(part);
    if (isMark) parts.push(sign);
    part = '';
  }
  return part === '' ? parts : [...parts, part];
}

function cutPart(part: string, ids: ReadonlyMap<string, number>, unknown: number): readonly number[] {
  if (part.length > longestPart && Array.from(part).length > longestPart) return [unknown];
  const found: number[] = [];
  let start = 0;
  while (start < part.length) {
    let end = part.length;
    let id: number | undefined;
    for (; end > start; end--) {
      id = ids.get(start === 0 ? part.slice(0, end) : `##${part.slice(start, end)}`);
      if (id !== undefined) break;
    }
    if (id === undefined) return [unknown];
    found.push(id);
    start = end;
  }
  return found;
}

function nameShape(word: string): string {
  if (digits.test(word)) return 'digit';
  const letters = word.match(/\p{L}/gu);
  if (letters === null) return 'other';
  const upper = letters.map((letter) => /\p{Uppercase}/u.test(letter));
  const count = upper.filter(Boolean).length;
  if (count === 0) return 'lower';
  if (letters.length === 1) return 'letter';
  if (count === letters.length) return 'upper';
  return upper[0] === true && count === 1 ? 'title' : 'mixed';
}
