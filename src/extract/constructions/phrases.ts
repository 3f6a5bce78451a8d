import type { SentenceView } from '../view.ts';

/** Phrases compiled for matching at a token: `any` tells quickly whether one begins there, `each` how long it is. */
export interface Phrases {
  readonly any: RegExp;
  readonly each: readonly RegExp[];
}

function compile(phrase: string): RegExp {
  return new RegExp(`(?:${phrase})(?= |$)`, 'y');
}

/** Compile phrases of lower-case words, written as regular expressions over words joined by one space. */
export function compilePhrases(phrases: readonly string[]): Phrases {
  return { any: compile(phrases.join('|')), each: phrases.map(compile) };
}

/** Give where the match of a sticky expression at a position ends; the position itself where there is none. */
function endOfMatch(expression: RegExp, words: string, start: number): number {
  expression.lastIndex = start;
  return expression.test(words) ? expression.lastIndex : start;
}

/** Tell how many tokens the longest phrase that begins at a token takes; 0 where none does. */
export function matchPhrase({ words, wordStarts }: SentenceView, at: number, { any, each }: Phrases): number {
  const start = wordStarts[at];
  if (start === undefined || endOfMatch(any, words, start) === start) return 0;
  const end = Math.max(...each.map((phrase) => endOfMatch(phrase, words, start)));
  let last = at;
  while ((wordStarts[last] ?? end) < end) last++;
  return last - at;
}

/** Find the first token in [`from`, `to`) at which one of the phrases begins; -1 where none does. */
export function findPhrase(view: SentenceView, from: number, to: number, phrases: Phrases): number {
  for (let at = from; at < Math.min(to, view.tokens.length); at++) if (matchPhrase(view, at, phrases) > 0) return at;
  return -1;
}
