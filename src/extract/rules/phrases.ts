import { type SentenceView, wordAt } from '../view.ts';

/** Tokens a phrase may run over at most. */
const longestPhrase = 14;

/** Compile phrases of lower-case words, written as regular expressions over words joined by one space. */
export function compilePhrases(phrases: readonly string[]): readonly RegExp[] {
  return phrases.map((phrase) => new RegExp(`^(?:${phrase})(?= |$)`));
}

/** Tell how many tokens the longest phrase that begins at a token takes; 0 where none does. */
export function matchPhrase(view: SentenceView, at: number, phrases: readonly RegExp[]): number {
  const words: string[] = [];
  for (let index = at; index < Math.min(view.tokens.length, at + longestPhrase); index++)
    words.push(wordAt(view, index));
  const text = words.join(' ');
  const longest = phrases.reduce((most, phrase) => Math.max(most, phrase.exec(text)?.[0].length ?? 0), 0);
  return longest === 0 ? 0 : text.slice(0, longest).trim().split(' ').length;
}

/** Find the first token in [`from`, `to`) at which one of the phrases begins; -1 where none does. */
export function findPhrase(view: SentenceView, from: number, to: number, phrases: readonly RegExp[]): number {
  for (let at = from; at < Math.min(to, view.tokens.length); at++) if (matchPhrase(view, at, phrases) > 0) return at;
  return -1;
}
