import type { Document } from '../document.ts';
import { isCommonWord, isFunctionWord, type Word } from '../words.ts';

/** Weights of one text's strongest terms, by number of the term, ascending; vectors have length 1. */
export interface TermVector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** The terms of a collection by number, with the texts weighed in them. */
export interface TermSpace {
  readonly vectors: readonly TermVector[];
  /** In how many texts each term stands. */
  readonly frequencies: readonly number[];
  /** Whether a term is a name of two words. */
  readonly names: readonly boolean[];
}

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

/** Tell how rare a term is, against the collection and the imagined background. */
function rarityOf(term: string, frequency: number, documents: number, options: TermOptions): number {
  const other = term.includes(' ') ? options.nameShare : options.otherShare;
  const share = isCommonWord(term) ? options.commonShare : other;
  const background = options.backgroundDocuments;
  return Math.log((documents + background + 1) / (frequency + background * share + 0.5));
}

/** Number the terms in the order texts bring them, and count the texts of each. */
function numberTerms(counted: readonly ReadonlyMap<string, number>[]) {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  for (const counts of counted) {
    for (const term of counts.keys()) {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      frequencies[number] = (frequencies[number] ?? 0) + 1;
    }
  }
  return { numbers, frequencies };
}

/** Weigh the terms of every text by frequency within and rarity without; keep the strongest, scaled to length 1. */
export function weighTerms(counted: readonly ReadonlyMap<string, number>[], options: TermOptions): TermSpace {
  const { numbers, frequencies } = numberTerms(counted);
  const rarities: number[] = [];
  const names: boolean[] = [];
  for (const [term, number] of numbers) {
    rarities[number] = rarityOf(term, frequencies[number] ?? 1, counted.length, options);
    names[number] = term.includes(' ');
  }
  const vectors = counted.map((counts) => {
    const weighed: [number, number][] = [];
    for (const [term, count] of counts) {
      const number = numbers.get(term) ?? 0;
      const rarity = rarities[number] ?? 0;
      if (rarity > 0) weighed.push([number, Math.log1p(count) * rarity]);
    }
    weighed.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const kept = weighed.slice(0, options.keptTerms).sort((a, b) => a[0] - b[0]);
    const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return { terms: kept.map(([number]) => number), weights: kept.map(([, weight]) => weight / length) };
  });
  return { vectors, frequencies, names };
}

/** List the terms two vectors share, with the product of their weights. */
export function shareTerms(a: TermVector, b: TermVector): readonly (readonly [term: number, product: number])[] {
  const shared: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  while (x < a.terms.length && y < b.terms.length) {
    const [left, right] = [a.terms[x] ?? 0, b.terms[y] ?? 0];
    if (left === right) shared.push([left, (a.weights[x] ?? 0) * (b.weights[y] ?? 0)]);
    if (left <= right) x += 1;
    if (right <= left) y += 1;
  }
  return shared;
}

/** Multiply two vectors; 1 for the same direction, 0 for nothing shared. */
export function cosine(a: TermVector, b: TermVector): number {
  let [x, y, sum] = [0, 0, 0];
  while (x < a.terms.length && y < b.terms.length) {
    const [left, right] = [a.terms[x] ?? 0, b.terms[y] ?? 0];
    if (left === right) sum += (a.weights[x] ?? 0) * (b.weights[y] ?? 0);
    if (left <= right) x += 1;
    if (right <= left) y += 1;
  }
  return sum;
}
