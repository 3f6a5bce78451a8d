/** Tokens of a model that one answer may cost; clients cut off what is longer. */
export const mostTokens = 6000;
/** What an answer is built up to: the estimate is no tokenizer, and the frame of the protocol comes on top. */
const aim = 0.8 * mostTokens;

/**
 * Estimate from above how many tokens a text costs: a word of up to five letters is one, digits are two to one, every other sign is one.
 *
 * Ids of hex digits fall into many short pieces, which is what makes answers dear.
 */
export function estimateTokens(text: string): number {
  let sum = 0;
  for (const [piece] of text.matchAll(/\p{L}+|\d+|[^\p{L}\d\s]|\s{2,}/gu)) {
    if (/^[a-zA-Z]/.test(piece)) sum += Math.ceil(piece.length / 5);
    else if (/^\d/.test(piece)) sum += Math.ceil(piece.length / 2);
    else sum += [...piece].length;
  }
  return sum;
}

/** Give the first of some answers that is short enough, the fullest first; the last one where none is. */
export async function chooseShort<T>(answers: readonly (() => T | Promise<T>)[]): Promise<T> {
  let last: T | undefined;
  for (const make of answers) {
    last = await make();
    if (estimateTokens(JSON.stringify(last)) <= aim) return last;
  }
  if (last === undefined) throw new Error('there is no answer to choose from');
  return last;
}

/** Limits to try one after the other: 10, 5, 2, 1. */
export function halve(limit: number): readonly number[] {
  return limit <= 1 ? [1] : [limit, ...halve(Math.floor(limit / 2))];
}

/** Shorten words to so many characters, without half a character at the end. */
export function shorten(words: string, length: number): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
