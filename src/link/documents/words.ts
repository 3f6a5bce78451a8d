import common from '../../../data/common-words.json' with { type: 'json' };
import frequent from '../../../data/ordinary-words.json' with { type: 'json' };
import type { Article, Range } from '../../model/index.ts';

/** A word of an article as linking compares it; positions in the article's text, UTF-16 code units. */
export interface ContentWord extends Range {
  /** Lower case, typographic apostrophes made plain, possessive ending dropped. */
  readonly lower: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** First of its block or after a mark that ends a sentence. */
  readonly initial: boolean;
  /** Index of its block in the article. */
  readonly block: number;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
const sentenceEnd = /[.!?:;"“”…\n]\s*$/u;
const functionWords: ReadonlySet<string> = new Set(common.function.split(' '));
const newsWords: ReadonlySet<string> = new Set(common.news.split(' '));
const everydayWords: ReadonlySet<string> = new Set(frequent.everyday.split(' '));
const ordinaryWords: ReadonlySet<string> = new Set(frequent.ordinary.split(' '));

/** Bring a word to the form in which two outlets would write it alike. */
export function normaliseWord(form: string): string {
  return form
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$/u, '')
    .replace(/(?<=\d),(?=\d)/gu, '');
}

/** Tell whether a word carries grammar rather than content. */
export function isFunctionWord(lower: string): boolean {
  return functionWords.has(lower);
}

/** Tell whether any report of violence may use the word, so that sharing it says little. */
export function isCommonWord(lower: string): boolean {
  return functionWords.has(lower) || newsWords.has(lower);
}

/** How often news at large uses a word, from grammar to names and terms of art. */
export type Frequency = 'function' | 'news' | 'everyday' | 'ordinary' | 'rare';

/** Class a word by how often it is used. */
export function classWord(lower: string): Frequency {
  if (functionWords.has(lower)) return 'function';
  if (newsWords.has(lower)) return 'news';
  if (everydayWords.has(lower)) return 'everyday';
  return ordinaryWords.has(lower) ? 'ordinary' : 'rare';
}

/** Cut a range of a text into words. */
export function cutWords(text: string, range: Range, block = 0): readonly ContentWord[] {
  const words: ContentWord[] = [];
  const part = text.slice(range.start, range.end);
  let last = 0;
  for (const match of part.matchAll(wordPattern)) {
    const between = part.slice(last, match.index);
    const first = match[0].charAt(0);
    words.push({
      lower: normaliseWord(match[0]),
      capital: first !== first.toLowerCase(),
      initial: last === 0 || sentenceEnd.test(between),
      block,
      start: range.start + match.index,
      end: range.start + match.index + match[0].length,
    });
    last = match.index + match[0].length;
  }
  return words;
}

/** Cut an article's content into words: every block but boilerplate, or the whole text where it has no blocks. */
export function cutContent(article: Article): readonly ContentWord[] {
  if (article.blocks.length === 0) return cutWords(article.text.value, { start: 0, end: article.text.value.length });
  return article.blocks.flatMap((block, index) =>
    block.kind === 'boilerplate' ? [] : cutWords(article.text.value, block, index),
  );
}
