import { defined, type Edition, type QuoteSelector, type Range, sortBy } from '../../model/index.ts';

type Text = Pick<Edition['articles'][number], 'id' | 'path' | 'url' | 'text'>;

/** Where the words of a selector stand now, or that they stand nowhere, or in several places alike. */
export type AnchoredQuote = { readonly article: string; readonly range: Range } | 'lost' | 'ambiguous';

/** How much context a selector keeps on either side, UTF-16 code units. */
export const contextUnits = 32;
/** Words this long need no context where they stand only once. */
const longQuote = 24;

/**
 * Find the words of a selector in articles whose texts may have changed.
 *
 * The unchanged article answers at once. Otherwise the quote is looked for in the article of the same path or address, else
 * in all; of several places the one with most of the old context around it is taken. Places with the same context, and a short
 * quote that lost its context, are ambiguous: better no decision than one on the wrong words.
 */
export function anchorQuote(selector: QuoteSelector, articles: readonly Text[]): AnchoredQuote {
  const { exact, start } = selector;
  const same = articles.find(({ id }) => id === selector.article);
  if (same?.text.startsWith(exact, start)) return { article: same.id, range: { start, end: start + exact.length } };
  const kin = articles.filter(
    ({ id, path, url }) =>
      id === selector.article ||
      (selector.url !== undefined && url === selector.url) ||
      (selector.path !== undefined && path === selector.path),
  );
  const places = (kin.length > 0 ? kin : articles).flatMap((article) => findPlaces(article, selector));
  const [best, next] = sortBy(places, ({ score, article, range }) => [-score, article, range.start]);
  if (best === undefined) return 'lost';
  if (next !== undefined && next.score === best.score) return 'ambiguous';
  const context = Math.min(contextUnits, selector.prefix.length + selector.suffix.length);
  if (exact.length < longQuote && best.score * 2 < context) return places.length > 1 ? 'ambiguous' : 'lost';
  return { article: best.article, range: best.range };
}

interface Place {
  readonly article: string;
  readonly range: Range;
  /** Code units of the old context found around it. */
  readonly score: number;
}

function findPlaces({ id, text }: Text, { exact, prefix, suffix }: QuoteSelector): readonly Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    const before = countShared(reverse(prefix), reverse(text.slice(Math.max(0, at - prefix.length), at)));
    const after = countShared(suffix, text.slice(end, end + suffix.length));
    places.push({ article: id, range: { start: at, end }, score: before + after });
  }
  return places;
}

const reverse = (text: string): string => [...text].reverse().join('');

function countShared(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

/** Make a selector of words of an article. */
export function selectQuote(article: Text, { start, end }: Range): QuoteSelector {
  const { id, path, url, text } = article;
  return {
    article: id,
    ...defined({ path, url }),
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextUnits), start),
    suffix: text.slice(end, end + contextUnits),
    start,
  };
}
