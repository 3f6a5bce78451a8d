import type { Document } from '../document.ts';
import { isCommonWord, isFunctionWord, type Word } from '../words.ts';

/** A term of a collection with the weight it has in one article; vectors have length 1. */
export type TermVector = ReadonlyMap<string, number>;

export interface TermOptions {
  /** Documents of background news the collection is imagined to stand in, so that rarity means something for five articles too. */
  readonly backgroundDocuments: number;
  /** Share of the background in which a word of any violent news stands. */
  readonly commonShare: number;
  /** Share of the background in which any other word stands. */
  readonly otherShare: number;
  /** Share of the background in which a name of two words stands. */
  readonly nameShare: number;
  /** Strongest terms kept of each article. */
  readonly keptTerms: number;
  /** Weight of a term in the headline, beside 1 in the body. */
  readonly headlineWeight: number;
  /** Weight of the article's own place names: the place is compared by itself. */
  readonly placeWeight: number;
}

function isTerm(word: Word): boolean {
  return !isFunctionWord(word.lower) && (word.lower.length >= 3 || /^\d\d/u.test(word.lower));
}

function isNamePart(word: Word): boolean {
  return word.capital && !isCommonWord(word.lower) && word.lower.length >= 2;
}

/** Words of the places the article is about. */
function placeWordsOf(document: Document): ReadonlySet<string> {
  const names = document.reading.mentions
    .filter((mention) => mention.main)
    .flatMap((mention) => mention.where.flatMap((place) => [place.name, place.city, place.state, place.district]));
  return new Set(names.flatMap((name) => name?.toLowerCase().split(/[^\p{L}\p{N}]+/u) ?? []));
}

/** Count an article's terms: content words, and pairs of capitalised words that stand side by side ("given family"). */
export function countTerms(document: Document, options: TermOptions): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const places = placeWordsOf(document);
  const blocks = document.reading.article.blocks;
  let before: Word | undefined;
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

/** Count in how many articles each term stands. */
export function countDocuments(counted: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const counts of counted) {
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return frequency;
}

/** Tell how rare a term is, against the collection and the imagined background. */
export function rarityOf(term: string, frequency: number, documents: number, options: TermOptions): number {
  const other = term.includes(' ') ? options.nameShare : options.otherShare;
  const share = isCommonWord(term) ? options.commonShare : other;
  const background = options.backgroundDocuments;
  return Math.log((documents + background + 1) / (frequency + background * share + 0.5));
}

/** Weigh the terms of every article by frequency within and rarity without; keep the strongest, scaled to length 1. */
export function weighTerms(
  counted: readonly ReadonlyMap<string, number>[],
  frequency: ReadonlyMap<string, number>,
  options: TermOptions,
): readonly TermVector[] {
  return counted.map((counts) => {
    const weights: [string, number][] = [];
    for (const [term, count] of counts) {
      const rarity = rarityOf(term, frequency.get(term) ?? 1, counted.length, options);
      if (rarity > 0) weights.push([term, Math.log1p(count) * rarity]);
    }
    weights.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const kept = weights.slice(0, options.keptTerms);
    const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(kept.map(([term, weight]) => [term, weight / length]));
  });
}

/** Multiply two vectors; 1 for the same direction, 0 for nothing shared. */
export function cosine(a: TermVector, b: TermVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  // Terms are walked in the smaller vector's own fixed order, so the rounding is the same on every run.
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
