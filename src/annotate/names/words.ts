import type { Article, Sentence, Token } from '../../model/index.ts';
import { foldWord } from '../places/fold.ts';

/** How a sentence is printed: running text, Title Case, ALL CAPITALS, or without any capital in the whole article. */
export type Print = 'plain' | 'title' | 'upper' | 'lower';

/** An article's tokens as name readers see them; every array is parallel to the tokens. */
export interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly folded: readonly string[];
  /** 1 where the form begins with a capital letter, else 0. */
  readonly capital: Uint8Array;
  /** Index of the token's sentence. */
  readonly sentenceOf: Int32Array;
  readonly sentences: readonly Sentence[];
  readonly prints: readonly Print[];
}

/** A half-open stretch of token indexes. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

const capitalStart = /^\p{Lu}/u;
const letters = /\p{L}{2}/u;

function beginsWithCapital(form: string): boolean {
  const code = form.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return capitalStart.test(form);
}

function readPrint(tokens: readonly Token[], sentence: Sentence, capital: Uint8Array): Print {
  let words = 0;
  let capitals = 0;
  let upper = 0;
  for (let index = sentence.first; index < sentence.last; index++) {
    const form = tokens[index]?.form ?? '';
    if (form.length < 4 || !letters.test(form)) continue;
    words += 1;
    if (capital[index] === 1) capitals += 1;
    if (form === form.toUpperCase()) upper += 1;
  }
  if (words >= 3 && upper >= 0.8 * words) return 'upper';
  return words >= 4 && capitals >= 0.75 * words ? 'title' : 'plain';
}

const caselessTags: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'ADJ', 'X']);

/** Tell whether an article has lost its capitals, as some archives have. */
function isCaseless(tokens: readonly Token[], capital: Uint8Array): boolean {
  if (tokens.length < 8) return false;
  let count = 0;
  for (const mark of capital) count += mark;
  return count * 200 < tokens.length;
}

/** Look at an article's tokens once for all readers of names and places. */
export function viewWords(
  article: Pick<Article, 'text'>,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): Words {
  const capital = new Uint8Array(tokens.length);
  const folded = tokens.map((token, index) => {
    if (beginsWithCapital(token.form)) capital[index] = 1;
    return foldWord(token.form);
  });
  const caseless = isCaseless(tokens, capital);
  if (caseless)
    tokens.forEach((token, index) => {
      if (caselessTags.has(token.pos) && token.form.length > 1) capital[index] = 1;
    });
  const sentenceOf = new Int32Array(tokens.length).fill(-1);
  const prints = sentences.map((sentence, index) => {
    sentenceOf.fill(index, sentence.first, sentence.last);
    return caseless ? 'lower' : readPrint(tokens, sentence, capital);
  });
  return { text: article.text.value, tokens, folded, capital, sentenceOf, sentences, prints };
}

/** Tell how the sentence of a token is printed. */
export function printAt(words: Words, index: number): Print {
  return words.prints[words.sentenceOf[index] ?? -1] ?? 'plain';
}

/** Tell whether a token opens its sentence, quotation marks aside. */
export function opensSentence(words: Words, index: number): boolean {
  const first = words.sentences[words.sentenceOf[index] ?? -1]?.first ?? 0;
  for (let before = first; before < index; before++) if (words.folded[before] !== '') return false;
  return true;
}

/** Tell whether two tokens belong to one sentence. */
export function sameSentence(words: Words, a: number, b: number): boolean {
  return words.sentenceOf[a] === words.sentenceOf[b] && words.sentenceOf[a] !== undefined;
}

/** Lower-case form of a token, empty beyond the ends. */
export function lowerAt(words: Words, index: number): string {
  return words.tokens[index]?.lower ?? '';
}

/** The words of a stretch as they stand in the text, white space made single. */
export function spell(words: Words, stretch: WordRange): string {
  const start = words.tokens[stretch.first]?.start ?? 0;
  const end = words.tokens[stretch.last - 1]?.end ?? start;
  return words.text.slice(start, end).replaceAll(/\s+/gu, ' ');
}

/** Where a stretch stands in the text. */
export function rangeOf(words: Words, stretch: WordRange): { readonly start: number; readonly end: number } {
  return { start: words.tokens[stretch.first]?.start ?? 0, end: words.tokens[stretch.last - 1]?.end ?? 0 };
}
