import { readFileSync } from 'node:fs';
import { type BenchPage, readBenchPages } from '../body/corpus.ts';
import { readArticle } from '../body/recipes.ts';

/** One page of `test/gold/dates/pages.tsv`: its day of publication as a reader judged it, and what the page tells it by. */
interface GoldDate {
  /** First twelve characters of the page's id. */
  readonly page: string;
  /** ISO 8601 day; empty where the page states none. */
  readonly published: string;
  readonly knownFrom: string;
}

/** How often the day of publication is the judged one. */
export interface DateScore {
  /** Pages that state a day. */
  readonly pages: number;
  readonly exact: number;
  /** Pages that state none, and those of them that were given one. */
  readonly silent: number;
  readonly invented: number;
  readonly misses: readonly string[];
  readonly byKind: ReadonlyMap<string, readonly [exact: number, pages: number]>;
}

const gold = new URL('../../test/gold/dates/pages.tsv', import.meta.url);

/** Compare the days of publication of a folder of pages with the judged ones. */
export function scoreDates(folder: string): DateScore {
  const pages = new Map(readBenchPages(folder).map((page) => [page.id.slice(0, 12), page] as const));
  const misses: string[] = [];
  const byKind = new Map<string, [number, number]>();
  let silent = 0;
  let invented = 0;
  for (const { page, published, knownFrom } of readGold()) {
    const found = readDay(pages.get(page));
    if (published === '') {
      silent += 1;
      if (found !== '') invented += 1;
    } else {
      const [exact, total] = byKind.get(knownFrom) ?? [0, 0];
      byKind.set(knownFrom, [exact + (found === published ? 1 : 0), total + 1]);
    }
    if (found !== published) misses.push(`${page} ${published || 'none'} (${knownFrom}), read ${found || 'none'}`);
  }
  const sums = [...byKind.values()];
  const exact = sums.reduce((sum, [right]) => sum + right, 0);
  return { pages: sums.reduce((sum, [, total]) => sum + total, 0), exact, silent, invented, misses, byKind };
}

/** Print the score; every miss where asked. */
export function printDates(folder: string, showMisses: boolean): string {
  const { pages, exact, silent, invented, misses, byKind } = scoreDates(folder);
  const kinds = [...byKind].map(([kind, [right, total]]) => `  ${kind}: ${right} of ${total}\n`).join('');
  const head = `publication day exact on ${exact} of ${pages} pages (${(exact / pages).toFixed(3)}); `;
  const tail = `invented on ${invented} of ${silent} pages that state none\n`;
  return head + tail + kinds + (showMisses ? misses.map((miss) => `  ${miss}\n`).join('') : '');
}

function readDay(page: BenchPage | undefined): string {
  return page === undefined ? '' : (readArticle(page)?.published?.value.slice(0, 10) ?? '');
}

function readGold(): readonly GoldDate[] {
  const [, ...lines] = readFileSync(gold, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [page = '', published = '', knownFrom = ''] = line.split('\t');
    return { page, published, knownFrom };
  });
}
