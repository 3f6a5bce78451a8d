import { type KnownAlias, lexicon } from './lexicon.ts';
import { printAt, type WordRange, type Words } from './words.ts';

/** A known organisation's alias found in the text. */
export interface KnownFind extends WordRange {
  readonly key: string;
  readonly armed: boolean;
}

/** Last token (exclusive) of an alias that begins at `first`, or 0. Hyphens and possessives between its words are passed over. */
function matchAlias(words: Words, first: number, alias: KnownAlias): number {
  let at = first;
  for (let word = 0; word < alias.words.length; word++) {
    if (word > 0) {
      while (words.folded[at] === '' && /^[-‐‑–'’]$/u.test(words.tokens[at]?.form ?? '')) at += 1;
      if (/^['’]s$/u.test(words.tokens[at]?.form ?? '')) at += 1;
    }
    if (words.folded[at] !== alias.words[word] || words.sentenceOf[at] !== words.sentenceOf[first]) return 0;
    at += 1;
  }
  return at;
}

/** Tell whether the form suits the alias: acronyms in their own capitals, other names capitalised somewhere. */
function suits(words: Words, found: WordRange, alias: KnownAlias): boolean {
  const form = words.tokens[found.first]?.form ?? '';
  const print = printAt(words, found.first);
  const upper = print === 'upper' || print === 'lower';
  if (alias.words.length === 1 && lexicon.wordsInCapitals.has(alias.words[0] ?? '') && (upper || print === 'title')) {
    return false;
  }
  if (alias.acronym !== undefined) return upper || form.replaceAll('.', '') === alias.acronym.replaceAll('.', '');
  for (let at = found.first; at < found.last; at++) if (words.capital[at] === 1) return true;
  return alias.armed && alias.words.length > 1;
}

/**
 * Find known organisations (data/actors.json, data/organisations.json) by any of their aliases, longest first.
 *
 * Returns token stretches in order, disjoint.
 */
export function findKnown(words: Words): readonly KnownFind[] {
  const found: KnownFind[] = [];
  for (let index = 0; index < words.tokens.length; index++) {
    const aliases = lexicon.aliases.get(words.folded[index] ?? '');
    if (aliases === undefined) continue;
    for (const alias of aliases) {
      const last = matchAlias(words, index, alias);
      if (last === 0 || !suits(words, { first: index, last }, alias)) continue;
      found.push({ first: index, last, key: alias.key, armed: alias.armed });
      index = last - 1;
      break;
    }
  }
  return found;
}
