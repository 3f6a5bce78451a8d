import numbers from '../../../data/numbers.json' with { type: 'json' };
import type { CountValue, Token } from '../../model/index.ts';

export type Qualifier = NonNullable<CountValue['qualifier']>;

const before = new Map(Object.entries(numbers.qualifiersBefore) as [string, Qualifier][]);
const after = new Map(Object.entries(numbers.qualifiersAfter) as [string, Qualifier][]);
const longestBefore = 3;
const longestAfter = 2;

function joinWords(tokens: readonly Token[], first: number, last: number): string {
  let words = '';
  for (let at = first; at < last; at++) words += (at === first ? '' : ' ') + (tokens[at]?.lower ?? '');
  return words;
}

/** Find the longest qualifier that ends right before a number ("at least", "in excess of"), none of it before `floor`. */
export function qualifierBefore(
  tokens: readonly Token[],
  at: number,
  floor: number,
): { readonly qualifier: Qualifier; readonly first: number } | undefined {
  for (let first = Math.max(floor, at - longestBefore); first < at; first++) {
    const qualifier = before.get(joinWords(tokens, first, at));
    if (qualifier !== undefined) return { qualifier, first };
  }
  return undefined;
}

/** Find the qualifier right after a number: "or more", "plus", "200+". */
export function qualifierAfter(
  tokens: readonly Token[],
  at: number,
): { readonly qualifier: Qualifier; readonly last: number } | undefined {
  if (tokens[at]?.form === '+') return { qualifier: 'at-least', last: at + 1 };
  for (let last = Math.min(tokens.length, at + longestAfter); last > at; last--) {
    const qualifier = after.get(joinWords(tokens, at, last));
    if (qualifier !== undefined) return { qualifier, last };
  }
  return undefined;
}
