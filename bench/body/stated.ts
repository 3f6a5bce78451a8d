import type { Article } from '../../src/model/index.ts';
import type { BenchPage } from './corpus.ts';

/** Shares of right headlines and days, and F1 of writers' names. */
interface StatedScore {
  readonly headline: number;
  readonly day: number;
  readonly authors: number;
}

/** Compare what articles state with what a board knows of their pages; pages of which it knows nothing do not count. */
export function scoreStated(pages: readonly BenchPage[], articles: ReadonlyMap<string, Article>): StatedScore {
  const headlines: boolean[] = [];
  const days: boolean[] = [];
  const names = { shared: 0, wanted: 0, given: 0 };
  for (const { id, stated } of pages) {
    const article = articles.get(id);
    if (stated?.headline !== undefined) headlines.push(bare(stated.headline) === bare(article?.headline ?? ''));
    if (stated?.published !== undefined) days.push(isSameDay(stated.published, article?.published?.value ?? ''));
    if (stated?.authors === undefined) continue;
    const wanted = new Set(stated.authors.map(bare));
    const given = new Set(article?.authors.map(bare));
    names.wanted += wanted.size;
    names.given += given.size;
    for (const name of given) if (wanted.has(name)) names.shared += 1;
  }
  const share = (found: readonly boolean[]): number => found.filter((one) => one).length / found.length;
  return { headline: share(headlines), day: share(days), authors: (2 * names.shared) / (names.wanted + names.given) };
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The day as it is written on either side, or the same instant. */
function isSameDay(wanted: string, given: string): boolean {
  if (wanted.slice(0, 10) === given.slice(0, 10)) return true;
  return given.length > 10 && new Date(wanted.replace(' ', 'T')).getTime() === new Date(given).getTime();
}
