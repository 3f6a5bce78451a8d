import type { Document } from './document.ts';
import { groupBy } from './group.ts';
import { type Shingled, shingle, shingleWords } from './shingles.ts';

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

/** Where and when one shingle was printed. */
interface Use {
  articles: number;
  first: number;
  last: number;
  readonly sites: Set<string | undefined>;
}

function spanOf(use: Use): number {
  return use.last - use.first;
}

/** Find shingles at least `least` articles print; most stand in one only and need no record. */
function findRepeated(shingled: readonly Shingled[], least: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { shingles } of shingled) {
    for (const hash of new Set(shingles)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const repeated = new Set<number>();
  for (const [hash, count] of counts) if (hash !== 0 && count >= least) repeated.add(hash);
  return repeated;
}

/** Record the uses of shingles that at least `least` articles print, each article once. */
function recordUses(shingled: readonly Shingled[], least: number): ReadonlyMap<number, Use> {
  const repeated = findRepeated(shingled, least);
  const uses = new Map<number, Use>();
  for (const { document, shingles } of shingled) {
    for (const hash of new Set(shingles)) {
      if (!repeated.has(hash)) continue;
      const use = uses.get(hash) ?? { articles: 0, first: Number.POSITIVE_INFINITY, last: -1, sites: new Set() };
      use.articles += 1;
      use.sites.add(document.site);
      use.first = Math.min(use.first, document.publishedDay ?? use.first);
      use.last = Math.max(use.last, document.publishedDay ?? use.last);
      uses.set(hash, use);
    }
  }
  return uses;
}

function findFurniture(shingled: readonly Shingled[], options: FurnitureOptions): ReadonlySet<number> {
  const furniture = new Set<number>();
  for (const [hash, use] of recordUses(shingled, options.articles)) {
    const isStock = use.sites.size >= options.sites && use.articles >= options.articles;
    if (isStock && spanOf(use) > options.spanDays) furniture.add(hash);
  }
  for (const [site, members] of groupBy(shingled, ({ document }) => document.site)) {
    if (site === undefined || members.length < options.siteArticles) continue;
    for (const [hash, use] of recordUses(members, options.siteArticles)) {
      if (use.articles >= options.siteArticles && spanOf(use) > options.siteSpanDays) furniture.add(hash);
    }
  }
  return furniture;
}

/**
 * Take away words that belong to the site and not to the report: menus, pleas to register, lines every article ends with.
 *
 * Only many articles together can show them; what cleaning finds in one page is gone already.
 */
export function dropFurniture(documents: readonly Document[], options: FurnitureOptions): readonly Document[] {
  const shingled = documents.map(shingle);
  const furniture = findFurniture(shingled, options);
  if (furniture.size === 0) return documents;
  return shingled.map(({ document, shingles }) => {
    const dropped = new Set<number>();
    shingles.forEach((hash, at) => {
      if (hash === 0 || !furniture.has(hash)) return;
      for (let step = 0; step < shingleWords; step += 1) dropped.add(at + step);
    });
    return dropped.size === 0 ? document : { ...document, words: document.words.filter((_, at) => !dropped.has(at)) };
  });
}
