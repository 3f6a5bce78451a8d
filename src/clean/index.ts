import { type Article, type Context, defined, type Issue, makeId, type Outcome, type Page } from '../model/index.ts';
import { articleText } from './article-text.ts';
import { cutArticle } from './cut.ts';
import { detectLanguage } from './language.ts';
import { type Marked, markPieces } from './mark.ts';
import { findAuthors } from './metadata/authors.ts';
import { readHeadline, stripSite } from './metadata/headline.ts';
import { findProvenance } from './metadata/outlet.ts';
import { findDates, type KnownDates } from './metadata/published.ts';
import { keepStatements } from './metadata/stated.ts';
import type { Options } from './options.ts';
import { countWords } from './piece.ts';
import { splitSegments } from './split.ts';

export { articleText } from './article-text.ts';

export { defaults, type Options } from './options.ts';

const shortKinds: ReadonlySet<string> = new Set(['headline', 'caption']);

/**
 * Cut one report out of its page, say what every block of it is, and what the page says of outlet, writers and date.
 *
 * `undefined` means set aside; the issue says why: `clean/empty-body`, `clean/not-english`. Other issues:
 * `clean/no-body`, `clean/date-impossible`, `clean/date-in-future`, `clean/date-unreadable`, `clean/no-date`.
 */
export function clean(page: Page, options: Options, context: Context): Outcome<Article | undefined> {
  const stated = readHeadline(page);
  const marked = markPieces(splitSegments(page, stated), stated);
  const { text, blocks } = cutArticle(page, marked);
  const body = articleText({ text, blocks });
  const bodied = countWords(body) >= options.minBodyWords;
  // A headline or caption is a report too, if a short one: what it states is kept.
  const told = bodied
    ? body
    : blocks
        .flatMap((block) => (shortKinds.has(block.kind) ? [text.value.slice(block.start, block.end)] : []))
        .join('\n');
  if (countWords(told) < options.minBodyWords) return { value: undefined, issues: [emptyBody(page)] };
  const language = detectLanguage(told) ?? statedLanguage(page) ?? 'en';
  if (options.languages.length > 0 && !options.languages.includes(language))
    return { value: undefined, issues: [notRead(page, language)] };
  const known = findDates(page, marked, earlier(context.now, page.source.fetchedAt));
  const headline = stated ?? inferred(marked);
  const source = describeSource(page, marked);
  const value: Article = {
    id: makeId('article', page.source.id, text.id),
    text,
    ...defined({ headline }),
    ...describeDates(known),
    authors: findAuthors(page.fields, marked, source.outlet),
    ...source,
    ...keepStatements(page, { ...source, ...defined({ headline }) }),
    language,
    blocks,
  };
  return { value, issues: bodied ? known.issues : [...known.issues, noBody(page)] };
}

/** A copy of a page is no newer than its copying. */
function earlier(now: string, fetchedAt: string | undefined): string {
  return fetchedAt !== undefined && fetchedAt < now ? fetchedAt : now;
}

function inferred(marked: Marked): string | undefined {
  const text = marked.pieces[marked.headline ?? -1]?.text.replace(/\s+/g, ' ').trim();
  return text === undefined ? undefined : stripSite(text, []);
}

function describeDates({ dates, modified }: KnownDates): Pick<Article, 'dates' | 'published' | 'modified'> {
  const published = dates[0];
  return {
    ...defined({ published, modified }),
    dates,
  };
}

function describeSource(page: Page, marked: Marked): Pick<Article, 'source' | 'outlet' | 'url' | 'wire'> {
  const provenance = findProvenance(page, marked);
  const { outlet } = provenance;
  const { url } = page.source;
  const source = outlet === undefined ? page.source : { ...page.source, outlet };
  return { source, ...provenance, ...defined({ url }) };
}

function statedLanguage(page: Page): string | undefined {
  const stated = page.fields.find((field) => field.name === 'language')?.value;
  return stated === undefined ? undefined : /^[a-z]{2}/i.exec(stated)?.[0].toLowerCase();
}

function noBody(page: Page): Issue {
  const message = 'Only a headline or caption was left of it beside boilerplate: its body may not have been found.';
  return { code: 'clean/no-body', severity: 'warning', message, ...pathOf(page) };
}

function emptyBody(page: Page): Issue {
  const message = 'No report was found in it: nothing is left beside headline, captions and boilerplate.';
  return { code: 'clean/empty-body', severity: 'warning', message, ...pathOf(page) };
}

function notRead(page: Page, language: string): Issue {
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(language) ?? language;
  const message = `The text is in ${name}; Variorum reads English only, so it is set aside rather than half read.`;
  const hint = 'Give an English translation if you have one.';
  return { code: 'clean/not-english', severity: 'warning', message, hint, ...pathOf(page) };
}

function pathOf(page: Page): { readonly path?: string } {
  return defined({ path: page.source.path });
}
