import { HolderLists } from '../clustering/holder-lists.ts';
import type { LinkDocument } from './document.ts';
import { HashCounter } from './hash-counter.ts';
import { shingle, shingleWords } from './shingles.ts';

export interface BoilerplateOptions {
  /** Articles of one site that must print the same five words, */
  readonly siteArticles: number;
  /** and days their dates must span: a developing story repeats itself for days, a site for months. */
  readonly siteSpanDays: number;
  /** The same for words on many sites: sites, articles, and days spanned. */
  readonly sites: number;
  readonly articles: number;
  readonly spanDays: number;
}

/** Where and when an article was printed. */
interface Print {
  readonly article: number;
  readonly site: string | undefined;
  readonly day: number | undefined;
}

/** How many articles print a shingle, and the days between the first and the last of those with a date. */
class Spread {
  articles = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  add(day: number | undefined): void {
    this.articles += 1;
    if (day === undefined) return;
    this.#first = Math.min(this.#first, day);
    this.#last = Math.max(this.#last, day);
  }

  /** Days; less than any number where no article has a date. */
  get days(): number {
    return this.#last - this.#first;
  }
}

/** So many articles are listed, and more summed up. */
const fewArticles = 8;

/** Who prints one shingle, summed up as articles come; articles without a date span no days and prove nothing. */
class Uses {
  readonly articles: number[] = [];
  readonly #all = new Spread();
  readonly #sites = new Map<string | undefined, Spread>();

  add({ article, site, day }: Print): this {
    this.articles.push(article);
    this.#all.add(day);
    const own = this.#sites.get(site) ?? new Spread();
    own.add(day);
    this.#sites.set(site, own);
    return this;
  }

  /** Tell whether it is boilerplate: the site that printed it last, or all sites together, printed it in enough articles over enough days. */
  isBoilerplate(newest: Print, options: BoilerplateOptions): boolean {
    const own = newest.site === undefined ? undefined : this.#sites.get(newest.site);
    if (own !== undefined && own.articles >= options.siteArticles && own.days > options.siteSpanDays) return true;
    if (this.#all.articles < options.articles || this.#all.days <= options.spanDays) return false;
    return this.#sites.size >= options.sites;
  }
}

/**
 * Pick the places of shingles that are counted: every second by its hash, and the first and last of each block.
 *
 * Of the five shingles that cover a word of boilerplate some are nearly always among them.
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
 * Only many articles together can show them; what cleaning finds in one page is gone already. Words once found to be boilerplate stay so.
 */
export class SiteBoilerplate {
  /** Who holds each shingle: one article, by its number, or the list of a few. */
  readonly #held = new HashCounter();
  readonly #lists = new HolderLists();
  /** Those that many articles hold, summed up: few shingles are among them, and a sum takes ten times the memory. */
  readonly #uses = new Map<number, Uses>();
  readonly #furniture = new Set<number>();
  readonly #articles: Print[] = [];
  /** Each site's name once: cut out of an address, each would hold on to the address. */
  readonly #sites = new Map<string, string>();
  readonly #options: BoilerplateOptions;
  /** Fewer articles than this prove nothing. */
  readonly #fewest: number;

  constructor(options: BoilerplateOptions) {
    this.#options = options;
    this.#fewest = Math.min(options.siteArticles, options.articles);
  }

  /** Note what an article prints; returns the other articles that lose words by it. */
  note(article: number, document: LinkDocument): ReadonlySet<number> {
    const print: Print = { article, site: this.#nameSite(document.site), day: document.publishedDay };
    this.#articles[article] = print;
    const losing = new Set<number>();
    const { shingles } = shingle(document);
    for (const hash of new Set(placesOf(shingles).map((at) => shingles[at] ?? 0))) {
      if (this.#furniture.has(hash)) continue;
      for (const other of this.#noteShingle(hash, print)) losing.add(other);
    }
    losing.delete(article);
    return losing;
  }

  #nameSite(site: string | undefined): string | undefined {
    if (site === undefined) return undefined;
    const known = this.#sites.get(site) ?? site;
    this.#sites.set(known, known);
    return known;
  }

  #noteShingle(hash: number, print: Print): readonly number[] {
    const many = this.#uses.get(hash);
    if (many !== undefined) return this.#judge(hash, many.add(print), print);
    const held = this.#held.get(hash);
    if (held === undefined) {
      this.#held.set(hash, print.article << 1);
      return [];
    }
    const list = (held & 1) === 1 ? held >> 1 : this.#beginList(hash, held >> 1);
    this.#lists.add(list, print.article);
    const size = this.#lists.size(list);
    if (size < this.#fewest) return [];
    const uses = this.#sumUp(this.#lists.list(list).toReversed());
    if (size > fewArticles) {
      this.#uses.set(hash, uses);
      this.#lists.clear(list);
    }
    return this.#judge(hash, uses, print);
  }

  #beginList(hash: number, first: number): number {
    const list = this.#lists.make();
    this.#lists.add(list, first);
    this.#held.set(hash, (list << 1) | 1);
    return list;
  }

  /** Give the articles that lose words where a shingle has just become boilerplate. */
  #judge(hash: number, uses: Uses, newest: Print): readonly number[] {
    if (!uses.isBoilerplate(newest, this.#options)) return [];
    this.#furniture.add(hash);
    this.#uses.delete(hash);
    return uses.articles;
  }

  #sumUp(articles: readonly number[]): Uses {
    const uses = new Uses();
    for (const article of articles) {
      const print = this.#articles[article];
      if (print !== undefined) uses.add(print);
    }
    return uses;
  }

  /** Take site boilerplate out of an article's words. */
  strip(document: LinkDocument): LinkDocument {
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
