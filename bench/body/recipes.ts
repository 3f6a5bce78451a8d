import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { articleText, clean, defaults as cleanDefaults } from '../../src/clean/index.ts';
import { decodeBytes } from '../../src/ingest/decode.ts';
import { ingest, defaults as ingestDefaults } from '../../src/ingest/index.ts';
import type { Article } from '../../src/model/index.ts';
import type { BenchPage } from './corpus.ts';

/** Finds the body of one page. */
export type Recipe = (page: BenchPage) => string | Promise<string>;

const context = { now: '2027-01-01T00:00:00Z', seed: 1 };
const blockEnds =
  /<\/(?:p|div|li|h[1-6]|blockquote|tr|td|th|pre|figcaption|section|article|dd|dt|ul|ol|table)>|<br\s*\/?>|<hr\s*\/?>/gi;

/** The recipes of this language, ours first. */
export const recipes: Readonly<Record<string, Recipe>> = {
  variorum: readOurs,
  'Readability 0.6 + linkedom': readReadability,
  'Defuddle + linkedom': readDefuddle,
};

/** Read one page as the product does, metadata and dates too, but in whatever language it is. */
export function readOurs(page: BenchPage): string {
  const article = readArticle(page);
  return article === undefined ? '' : articleText(article);
}

/** Make the article of one page. */
export function readArticle({ bytes, url }: BenchPage): Article | undefined {
  const [page] = ingest({ bytes, url }, ingestDefaults).value;
  return page === undefined ? undefined : clean(page, { ...cleanDefaults, languages: [] }, context).value;
}

/** Readability throws on pages whose tree linkedom builds otherwise than a browser; what it cannot read is empty. */
function readReadability({ bytes }: BenchPage): string {
  const { document } = parseHTML(decodeBytes(bytes).text);
  try {
    return showText(new Readability(document as never).parse()?.content ?? '');
  } catch {
    return '';
  }
}

/** Defuddle writes a stack trace for every page whose JSON-LD is broken; that is not what is measured. */
async function readDefuddle({ bytes, url }: BenchPage): Promise<string> {
  const { document } = parseHTML(decodeBytes(bytes).text);
  const { error } = console;
  console.error = () => undefined;
  try {
    const { content } = await Defuddle(document as never, url, { useAsync: false });
    return showText(content);
  } finally {
    console.error = error;
  }
}

/** Show HTML as text, a line a block: words of neighbouring blocks must not run together in the count. */
function showText(html: string): string {
  const { document } = parseHTML(
    `<!doctype html><html><body>${html.replace(blockEnds, (tag) => `${tag}\n`)}</body></html>`,
  );
  return (document as unknown as { readonly body: { readonly textContent: string | null } }).body.textContent ?? '';
}
