import { compareText } from '../../model/index.ts';
import { hashKey } from '../../text/hash.ts';
import { placesOnMap } from '../comparison/places.ts';
import type { LinkDocument } from '../documents/document.ts';
import { type ContentWord, classWord, isCommonWord, isFunctionWord } from '../documents/words.ts';

/**
 * Weights of one text's strongest terms, by hash of the term, ascending; vectors have length 1.
 *
 * Terms are hashes and their rarity is fixed, so a vector never changes with what else is read.
 */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

export interface TermOptions {
  /** Share of news texts in which a word of any violent news is taken to stand. */
  readonly commonShare: number;
  /** The same for an everyday word, an ordinary one, and any other. */
  readonly everydayShare: number;
  readonly ordinaryShare: number;
  readonly rareShare: number;
  /** The same for a name of two words. */
  readonly nameShare: number;
  /** Strongest terms kept of each text. */
  readonly keptTerms: number;
}

export interface CountOptions {
  /** Weight of a term in the headline, beside 1 in the body. */
  readonly headlineWeight: number;
  /** Weight of the article's own place names: the place is compared by itself. */
  readonly placeWeight: number;
}

/** A term of a text with its weight, strongest first. */
export interface WeighedTerm {
  readonly term: string;
  readonly weight: number;
}

function isTerm(word: ContentWord): boolean {
  return !isFunctionWord(word.lower) && (word.lower.length >= 3 || /^\d\d/u.test(word.lower));
}

function isNamePart(word: ContentWord): boolean {
  return word.capital && !isCommonWord(word.lower) && word.lower.length >= 2;
}

/** Words of the places the article is about. */
function placeWordsOf(document: LinkDocument): ReadonlySet<string> {
  const names = document.reading.mentions
    .filter((mention) => mention.main)
    .flatMap(({ where }) =>
      placesOnMap(where).flatMap((place) => [place.name, place.city, place.state, place.district]),
    );
  return new Set(names.flatMap((name) => name?.toLowerCase().split(/[^\p{L}\p{N}]+/u) ?? []));
}

/** Count an article's terms: content words, and pairs of capitalised words that stand side by side ("given family"). */
export function countTerms(document: LinkDocument, options: CountOptions): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const places = placeWordsOf(document);
  const blocks = document.reading.article.blocks;
  let before: ContentWord | undefined;
  for (const word of document.words) {
    const weight = blocks[word.block]?.kind === 'headline' ? options.headlineWeight : 1;
    if (isTerm(word)) {
      const scaled = places.has(word.lower) ? weight * options.placeWeight : weight;
      counts.set(word.lower, (counts.get(word.lower) ?? 0) + scaled);
    }
    const follows = before !== undefined && before.block === word.block && word.start - before.end === 1;
    if (before !== undefined && follows && isNamePart(before) && isNamePart(word)) {
      const name = `${before.lower} ${word.lower}`;
      const scaled = places.has(before.lower) && places.has(word.lower) ? weight * options.placeWeight : weight;
      counts.set(name, (counts.get(name) ?? 0) + scaled);
    }
    before = word;
  }
  return counts;
}

/** Tell whether a term is a name of two words. */
export function isName(term: string): boolean {
  return term.includes(' ');
}

/** Tell how rare a term is in news at large. */
function rarityOf(term: string, options: TermOptions): number {
  if (isName(term)) return -Math.log(options.nameShare);
  const frequency = classWord(term);
  if (frequency === 'everyday') return -Math.log(options.everydayShare);
  if (frequency === 'ordinary') return -Math.log(options.ordinaryShare);
  return -Math.log(frequency === 'rare' ? options.rareShare : options.commonShare);
}

/** Tell whether few texts hold a term, so that those that do are worth comparing. */
export function isTelling(term: string): boolean {
  const frequency = classWord(term);
  return isName(term) || frequency === 'ordinary' || frequency === 'rare';
}

/** Weigh a text's terms by frequency within and rarity without; strongest first, the same for the same text. */
export function rankTerms(counts: ReadonlyMap<string, number>, options: TermOptions): readonly WeighedTerm[] {
  const weighed = [...counts].map(([term, count]) => ({ term, weight: Math.log1p(count) * rarityOf(term, options) }));
  weighed.sort((a, b) => b.weight - a.weight || compareText(a.term, b.term));
  return weighed.slice(0, options.keptTerms);
}

/** Make a vector of length 1 of weighed terms. */
export function makeVector(ranked: readonly WeighedTerm[]): TermVector {
  const hashed = ranked.map(({ term, weight }) => [hashKey(term), weight] as const).sort((a, b) => a[0] - b[0]);
  const length = Math.sqrt(hashed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Int32Array.from(hashed, ([term]) => term),
    weights: Float64Array.from(hashed, ([, weight]) => weight / length),
  };
}

/** Count the terms two vectors share, and multiply the vectors: 1 for the same direction, 0 for nothing shared. */
export function multiply(a: TermVector, b: TermVector): { readonly shared: number; readonly cosine: number } {
  let [x, y, cosine, shared] = [0, 0, 0, 0];
  while (x < a.terms.length && y < b.terms.length) {
    const [left, right] = [a.terms[x] ?? 0, b.terms[y] ?? 0];
    if (left === right) {
      cosine += (a.weights[x] ?? 0) * (b.weights[y] ?? 0);
      shared += 1;
    }
    if (left <= right) x += 1;
    if (right <= left) y += 1;
  }
  return { shared, cosine };
}
