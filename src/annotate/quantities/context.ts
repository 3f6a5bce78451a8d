import type { QuantityKind, Token } from '../../model/index.ts';
import type { NumberReading } from './number-words.ts';

/** Something about a number's surroundings that says what it counts; the first kind that answers wins. */
export type KindTest = (tokens: readonly Token[], reading: NumberReading) => QuantityKind | undefined;

/** Give the lower-case word at a token index, or '' outside the sentence. */
export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** Tell whether a token is printed in digits, with or without thousands commas, or as a span of two such numbers. */
export function isDigits(token: Token | undefined): boolean {
  return token !== undefined && /^[\d,]+(?:-\d[\d,]*)?$/.test(token.form);
}

/** Tell whether nothing, not even white space, stands between two tokens. */
export function touches(left: Token | undefined, right: Token | undefined): boolean {
  return left !== undefined && right !== undefined && left.end === right.start;
}
