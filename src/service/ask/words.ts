import common from '../../../data/common-words.json' with { type: 'json' };

/** A word of a question or of a report. */
export interface Word {
  /** As it is written. */
  readonly text: string;
  /** Its stem, by which words are compared: "capsizing" and "capsized" are `capsiz`. */
  readonly key: string;
  /** Begins with a capital letter. */
  readonly isName: boolean;
}

const functionWords: ReadonlySet<string> = new Set(common.function.split(' '));

/** Cut a text into words; "3,400" is one, "ISIS-K" is one, what stands for a possessive is left out. */
export function readWords(text: string): readonly Word[] {
  const found = text.matchAll(/\d{1,3}(?:,\d{3})+|[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*/gu);
  return [...found].map(([word]) => {
    const own = word.replace(/['’]s$/, '').replaceAll(',', '');
    return { text: own, key: stemOf(own), isName: /^\p{Lu}/u.test(own) };
  });
}

/** Tell whether a word says nothing of what a sentence is about. */
export function isFunctionWord({ text }: Word): boolean {
  return functionWords.has(text.toLowerCase());
}

/** Cut a word to a stem: endings of English nouns and verbs, British and American spellings alike. */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const spelled = plain.replace(/our(?=s?$)/, 'or').replace(/tre(?=s?$)/, 'ter');
  if (spelled.length < 5 || /\d/.test(spelled)) return spelled.replace(/(?<=[a-z]{3})s$/, '');
  const cut = spelled
    .replace(/ies$/, 'y')
    .replace(/(?:ings?|ed|es|s)$/, '')
    .replace(/e$/, '');
  return cut.replace(/([^aeiou])\1$/, '$1');
}

/** The stems of words or phrases, for looking up. */
export function keysOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => readWords(word).map(({ key }) => key)));
}

/** A pattern for any of some phrases, the longest first, each whole. */
export function phrasePattern(phrases: readonly string[]): string {
  const sorted = [...phrases].sort((a, b) => b.length - a.length);
  return `(?<![\\p{L}\\p{N}-])(?:${sorted.map((phrase) => phrase.replace(/ /g, '\\s+')).join('|')})(?![\\p{L}\\p{N}-])`;
}
