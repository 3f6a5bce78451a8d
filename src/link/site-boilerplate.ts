import type { Document } from './document.ts';
import { HashCounter } from './hash-counter.ts';
import { shingle, shingleWords } from './shingles.ts';

export interface FurnitureOptions {
  /** Articles of one site that must print the same five words, */
  readonly siteArticles: number;
  /** and days their dates must span: a developing story repeats itself for days, a site for months. */
  readonly siteSpanDays: number;
  /** The same for words on many sites: sites, articles, and days spanned. */
  readonly sites: number;
  readonly articles: number;
  readonly spanDays: number;
}

/** Where and when a shingle was printed. */
interface Use {
  readonly article: number;
  readonly site: string | undefined;
  readonly day: number | undefined;
}

function spanOf(uses: readonly Use[]): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { day } of uses) {
    if (day === undefined) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return last - first;
}

function isFurnished(uses: readonly Use[], newest: Use, options: FurnitureOptions): boolean {
  const own = newest.site === undefined ? [] : uses.filter(({ site }) => site === newest.site);
  if (own.length >= options.siteArticles && spanOf(own) > options.siteSpanDays) return true;
  if (uses.length < options.articles || spanOf(uses) <= options.spanDays) return false;
  return new Set(uses.map(({ site }) => site)).size >= options.sites;
}

/**
 * Pick the places of shingles that are counted: every second by its hash, and the first and last of each block.
 *
 * Of the five shingles that cover a word of furniture some are nearly always among them.
 */
function placesOf(shingles: Uint32Array): readonly number[] {
  const places: number[] = [];
  shingles.forEach((hash, at) => {
    const isEdge = !shingles[at - 1] || !shingles[at + 1];
    if (hash !== 0 && (isEdge || (hash & 1) === 0)) places.push(at);
  });
  return places;
}

/**
 * Words that belong to a site and not to a report: menus, pleas to register, lines every article ends with.
 *
 * Only many articles together can show them; what cleaning finds in one page is gone already. What is furniture once stays so.
 */
export class SiteBoilerplate {
  /** The one article that holds a shingle; most stand in one only. */
  readonly #once = new HashCounter();
  readonly #uses = new Map<number, Use[]>();
  readonly #furniture = new Set<number>();
  readonly #articles: Use[] = [];
  readonly #options: FurnitureOptions;

  constructor(options: FurnitureOptions) {
    this.#options = options;
  }

  /** Note what an article prints; returns the other articles that lose words by it. */
  note(article: number, document: Document): ReadonlySet<number> {
    const use: Use = { article, site: document.site, day: document.publishedDay };
    this.#articles[article] = use;
    const losing = new Set<number>();
    const { shingles } = shingle(document);
    for (const hash of new Set(placesOf(shingles).map((at) => shingles[at] ?? 0))) {
      if (this.#furniture.has(hash)) continue;
      for (const other of this.#noteShingle(hash, use)) losing.add(other);
    }
    losing.delete(article);
    return losing;
  }

  #noteShingle(hash: number, use: Use): readonly number[] {
    const known = this.#once.get(hash);
    if (known === undefined) {
      this.#once.set(hash, use.article);
      return [];
    }
    const first = this.#articles[known];
    const uses = this.#uses.get(hash) ?? (first === undefined ? [] : [first]);
    uses.push(use);
    if (!isFurnished(uses, use, this.#options)) {
      this.#uses.set(hash, uses);
      return [];
    }
    this.#furniture.add(hash);
    this.#uses.delete(hash);
    return uses.map(({ article }) => article);
  }

  /** Take furniture out of an article's words. */
  strip(document: Document): Document {
    const dropped = new Set<number>();
    const { shingles } = shingle(document);
    for (const at of placesOf(shingles)) {
      if (!this.#furniture.has(shingles[at] ?? 0)) continue;
      for (let step = 0; step < shingleWords; step += 1) dropped.add(at + step);
    }
    if (dropped.size === 0) return document;
    const words = document.words.filter((_, at) => !dropped.has(at));
    return { ...document, words };
  }
}
