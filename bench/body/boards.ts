import { detectLanguage } from '../../src/clean/language.ts';
import { findShared } from '../../test/kits/shared.ts';
import { type BenchPage, readBenchPages } from './corpus.ts';
import { readFundusPages } from './fundus.ts';
import { readPhrasePages } from './phrase-pages.ts';

/** Pages of one origin. */
export interface Board {
  readonly name: string;
  readonly pages: readonly BenchPage[];
}

const readers: Readonly<Record<string, (folder: string) => readonly BenchPage[]>> = {
  'fundus-pages': readFundusPages,
  'trafilatura-pages': readPhrasePages,
  scrapinghub: readBenchPages,
};

/** Read every board that is there; page ids begin with the board's name. */
export function readBoards(): readonly Board[] {
  return Object.entries(readers).flatMap(([name, readPages]) => {
    const folder = findShared(`corpora/${name}`);
    if (folder === undefined) return [];
    return [{ name, pages: readPages(folder).map((page) => ({ ...page, id: `${name}/${page.id}` })) }];
  });
}

/** Tell whether the marked body of a page is English. */
export function isEnglish({ truth }: BenchPage): boolean {
  return detectLanguage(truth) === 'en';
}
