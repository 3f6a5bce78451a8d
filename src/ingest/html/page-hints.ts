import type { PageHints } from './block-features.ts';
import { type HtmlTree, textOf } from './tree.ts';

const statedBody = /"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")/g;
const mostChars = 2000;
const titleNames = new Set(['og:title', 'twitter:title']);
const descriptionNames = new Set(['description', 'og:description', 'twitter:description']);

/** Gather what a page's head and linked data say of its text. */
export function readPageHints({ stating }: HtmlTree): PageHints {
  const titles: string[] = [];
  const descriptions: string[] = [];
  let articleBody = '';
  for (const element of stating) {
    const { name, attributes } = element;
    if (name === 'title') titles.push(textOf(element));
    else if (name === 'script') articleBody = longer(articleBody, readStatedBody(textOf(element)));
    if (name !== 'meta') continue;
    const key = (attributes.property ?? attributes.name ?? '').toLowerCase();
    if (titleNames.has(key)) titles.push(attributes.content ?? '');
    if (descriptionNames.has(key)) descriptions.push(attributes.content ?? '');
  }
  const flatten = (texts: readonly string[]): string => texts.join(' ').slice(0, mostChars).toLowerCase();
  return { title: flatten(titles), description: flatten(descriptions), articleBody };
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}

function readStatedBody(script: string): string {
  let body = '';
  for (const [, literal = '""'] of script.matchAll(statedBody)) body = longer(body, readLiteral(literal));
  return body;
}

function readLiteral(literal: string): string {
  try {
    return String(JSON.parse(literal.replace(/[\n\r\t]/g, ' ')));
  } catch {
    return '';
  }
}
