import { groupBy } from '../model/index.ts';
import { anyOf } from '../text/patterns.ts';
import type { PageBlock } from './piece.ts';

/** One family of `data/boilerplate.json`; phrases are lower case with straight quotes. */
export interface PhraseFamily {
  /** Longer pieces are never of the family. */
  readonly maxWords: number;
  /** The whole piece. */
  readonly whole: readonly string[];
  /** Its first words. */
  readonly starts: readonly string[];
  /** Anywhere in it. */
  readonly contains: readonly string[];
  /** Words that make `starts` and `contains` no evidence. */
  readonly unless?: readonly string[];
}

/** Compile a family into one test of a piece. */
export function compilePhrases(family: PhraseFamily): (piece: PageBlock) => boolean {
  const whole = new Set(family.whole);
  const starts = groupBy(family.starts, firstWord);
  const contains = family.contains.length === 0 ? undefined : new RegExp(anyOf(family.contains));
  const unless =
    family.unless === undefined || family.unless.length === 0 ? undefined : new RegExp(`\\b${anyOf(family.unless)}\\b`);
  return (piece) => {
    if (piece.words > family.maxWords) return false;
    if (whole.has(piece.plain)) return true;
    const found = startsWithAny(piece.plain, starts) || contains?.test(piece.plain) === true;
    return found && unless?.test(piece.plain) !== true;
  };
}

function firstWord(text: string): string {
  return /^[^\s:|,]+/.exec(text)?.[0] ?? text.slice(0, 1);
}

function startsWithAny(text: string, starts: ReadonlyMap<string, readonly string[]>): boolean {
  const known = starts.get(firstWord(text));
  if (known === undefined) return false;
  return known.some((phrase) => text.startsWith(phrase) && endsWord(text, phrase));
}

function endsWord(text: string, phrase: string): boolean {
  const last = phrase.charAt(phrase.length - 1);
  const next = text.charAt(phrase.length);
  return next === '' || !/[a-z0-9]/.test(last) || !/[a-z]/.test(next) || /\d$/.test(phrase);
}
