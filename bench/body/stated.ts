import { hostOf } from '../../src/clean/metadata/address.ts';
import { nameAgency } from '../../src/clean/metadata/outlet.ts';
import type { Article } from '../../src/model/index.ts';
import type { BenchPage } from './corpus.ts';

/** Shares of right headlines and days, and F1 of writers' names. */
interface StatedScore {
  readonly headline: number;
  /** Pages whose article keeps the headline at all: as its own, as another that the page states, or as the heading. */
  readonly kept: number;
  readonly day: number;
  readonly authors: number;
  /** The same without agencies and outlets that the article gives as such. */
  readonly persons: number;
}

/** Compare what articles state with what a board knows of their pages; pages of which it knows nothing do not count. */
export function scoreStated(pages: readonly BenchPage[], articles: ReadonlyMap<string, Article>): StatedScore {
  const headlines: boolean[] = [];
  const kept: boolean[] = [];
  const days: boolean[] = [];
  const names = { shared: 0, wanted: 0, given: 0 };
  const persons = { shared: 0, wanted: 0, given: 0 };
  for (const { id, stated } of pages) {
    const article = articles.get(id);
    if (stated?.headline !== undefined) {
      headlines.push(bare(stated.headline) === bare(article?.headline ?? ''));
      kept.push(listHeadlines(article).map(bare).includes(bare(stated.headline)));
    }
    if (stated?.published !== undefined) days.push(isSameDay(stated.published, article?.published?.value ?? ''));
    if (stated?.authors === undefined) continue;
    const given = article?.authors ?? [];
    count(names, stated.authors, given);
    count(
      persons,
      stated.authors.filter((name) => !isHouse(name, article)),
      given,
    );
  }
  const share = (found: readonly boolean[]): number => found.filter((one) => one).length / found.length;
  return {
    headline: share(headlines),
    kept: share(kept),
    day: share(days),
    authors: measure(names),
    persons: measure(persons),
  };
}

interface NameCount {
  shared: number;
  wanted: number;
  given: number;
}

function count(sum: NameCount, wantedNames: readonly string[], givenNames: readonly string[]): void {
  const wanted = new Set(wantedNames.map(bare));
  const given = new Set(givenNames.map(bare));
  sum.wanted += wanted.size;
  sum.given += given.size;
  for (const name of given) if (wanted.has(name)) sum.shared += 1;
}

function measure({ shared, wanted, given }: NameCount): number {
  return (2 * shared) / (wanted + given);
}

/** Agencies and outlets that a board lists among writers; an article gives them as `wire` and `outlet`. */
function isHouse(name: string, article: Article | undefined): boolean {
  const houses = [article?.wire, article?.outlet, hostOf(article?.url).replace(/^www\./, '')].map((one) =>
    bare(one ?? ''),
  );
  return houses.includes(bare(nameAgency(name) ?? name));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Every headline of a page that its article keeps: a page states up to three, and a board takes one of them. */
function listHeadlines(article: Article | undefined): readonly string[] {
  if (article === undefined) return [];
  const { headline = '', stated = [], blocks, text } = article;
  const others = stated.filter(({ name }) => name === 'headline').map(({ value }) => value);
  const shown = blocks.filter(({ kind }) => kind === 'headline').map(({ start, end }) => text.value.slice(start, end));
  return [headline, ...others, ...shown];
}

/** The day as it is written on either side, or the same instant. */
function isSameDay(wanted: string, given: string): boolean {
  if (wanted.slice(0, 10) === given.slice(0, 10)) return true;
  return given.length > 10 && new Date(wanted.replace(' ', 'T')).getTime() === new Date(given).getTime();
}
