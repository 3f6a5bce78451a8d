import { buildTree, type HtmlTree, type TreeElement, type TreeLimits, textOf } from '../html/tree.ts';
import type { JsonRecord } from '../record-text.ts';
import { makeRecord, turnName } from './records.ts';

const day = /^(?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})$/;
const wordCount = /^[\d,.]+ words$/;
const rights = /^(?:\(c\)|©|copyright\b)/i;
const documentId = /^Document [A-Z]{2,}\w{8,}$/;
/** Two letters by which Factiva's text form names its fields. */
const tag = /^(SE|HD|BY|CR|WC|PD|ET|SN|SC|PG|LA|CY|LP|TD|ART|CO|IN|NS|RE|IPD|IPC|PUB|AN|ED|VOL)(?:[ \t]+(.*))?$/;

/** Tell whether a page is an export of Factiva: articles in boxes of its own classes. */
export function isFactivaPage(head: string): boolean {
  return (
    /class=["']?article \w{2}Article\b/.test(head) ||
    /class=["']?\w{2}Headline\b[\s\S]*class=["']?articleParagraph/.test(head)
  );
}

/** Tell whether a text is one: lines that begin with its tags, or its number of words, day and number of the document. */
export function isFactivaText(head: string): boolean {
  return isTagged(head) || isPlain(head);
}

const plainHead = /^([\d,.]+ words)\s*\n+(.+?)\s*\n+(?:\d{1,2}:\d{2}.*\n+)?(.+?)\s*\n+([A-Z0-9]{3,8})\s*\n+/m;

/** As it is shown, without tags; of a long report the end may be below the head. */
function isPlain(head: string): boolean {
  const found = plainHead.exec(head.replaceAll('\r', ''));
  return found !== null && day.test(found[2] ?? '') && /^(?:\(c\)|©|Copyright)/im.test(head);
}

function isTagged(head: string): boolean {
  const tags = new Set(head.split(/\r?\n/).flatMap((row) => tag.exec(row)?.[1] ?? []));
  return tags.has('HD') && tags.has('PD') && (tags.has('LP') || tags.has('TD')) && (tags.has('SN') || tags.has('AN'));
}

/** Read the articles of a Factiva export (HTML): headline, writer, number of words, day, outlet, then paragraphs. Nothing of a page too deep. */
export function readFactivaPage(html: string, limits: TreeLimits): readonly JsonRecord[] {
  const tree: HtmlTree | string = buildTree(html, limits);
  if (typeof tree === 'string') return [];
  return findArticles(tree.root).map(readArticle);
}

function classesOf({ attributes }: TreeElement): readonly string[] {
  return (attributes.class ?? '').split(/\s+/);
}

function findArticles(element: TreeElement): readonly TreeElement[] {
  if (element.name === 'div' && classesOf(element).includes('article')) return [element];
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : findArticles(child)));
}

interface Line {
  readonly text: string;
  readonly classes: readonly string[];
  readonly isParagraph: boolean;
}

/** The innermost blocks of an article with their words. */
function listLines(element: TreeElement): readonly Line[] {
  const blocks = element.children.filter(
    (child) => typeof child !== 'string' && /^(?:div|p|h\d|td|tr|table|tbody|b)$/.test(child.name),
  );
  if (blocks.length > 0) return blocks.flatMap((child) => (typeof child === 'string' ? [] : listLines(child)));
  const text = textOf(element).replace(/\s+/g, ' ').trim();
  const inner = element.children.flatMap((child) => (typeof child === 'string' ? [] : classesOf(child)));
  return text === '' ? [] : [{ text, classes: [...classesOf(element), ...inner], isParagraph: element.name === 'p' }];
}

/** Factiva's other page has a table of its tags and their values. */
function readRows(element: TreeElement): readonly (readonly [name: string, value: string])[] {
  if (element.name !== 'tr')
    return element.children.flatMap((child) => (typeof child === 'string' ? [] : readRows(child)));
  const cells = element.children.filter((child) => typeof child !== 'string' && child.name === 'td');
  const [name, value] = cells.map((cell) => (typeof cell === 'string' ? [] : listLines(cell)).map(({ text }) => text));
  const isTag = name?.length === 1 && tag.test(name[0] ?? '');
  return isTag ? [[name[0] ?? '', (value ?? []).join('\n\n')]] : [];
}

function readArticle(article: TreeElement): JsonRecord {
  const rows = readRows(article);
  if (rows.some(([name]) => name === 'HD')) return readTagged(new Map(rows.map(([name, value]) => [name, [value]])));
  const lines = listLines(article).filter(({ text }) => !documentId.test(text));
  const isHeadline = ({ classes }: Line): boolean => classes.some((name) => /Headline$/.test(name));
  const isBody = ({ isParagraph, classes }: Line): boolean =>
    isParagraph && !classes.some((name) => /Headline$|author/.test(name));
  const head = lines.filter((line) => !isBody(line) && !isHeadline(line));
  const dated = head.findIndex(({ text }) => day.test(text));
  const outlet = head.slice(dated + 1).find(({ text }) => !/^\d{1,2}:\d{2}$/.test(text) && !rights.test(text));
  const writer =
    head.find(({ classes }) => classes.includes('author')) ??
    head.slice(0, Math.max(dated, 0)).find(({ text }) => !wordCount.test(text));
  return makeRecord({
    headline: lines.find(isHeadline)?.text,
    author: writer?.text.replace(/^by\s+/i, ''),
    published: head[dated]?.text,
    outlet: dated < 0 ? undefined : outlet?.text,
    language: head.find(({ text }) => text === 'English') === undefined ? undefined : 'en',
    body: lines
      .filter((line) => isBody(line) && !rights.test(line.text))
      .map(({ text }) => text)
      .join('\n\n'),
  });
}

/** Read the articles of a Factiva export (text): each from its headline on, fields under two letters. */
export function readFactivaText(text: string): readonly JsonRecord[] {
  if (!isTagged(text.slice(0, 100_000)))
    return text
      .replaceAll('\r', '')
      .split(/^Document [A-Z]{2,}\w{8,}[ \t]*$/m)
      .flatMap(readPlain);
  const records: Map<string, string[]>[] = [];
  let last: string[] | undefined;
  for (const row of text.split(/\r?\n/)) {
    const match = tag.exec(row);
    if (match?.[1] === 'HD' || (records.length === 0 && match !== null)) records.push(new Map());
    const told = records.at(-1);
    if (match?.[1] !== undefined && told !== undefined) {
      last = told.get(match[1]) ?? [];
      told.set(match[1], last);
      if (match[2] !== undefined) last.push(match[2]);
    } else if (!documentId.test(row.trim())) last?.push(row);
  }
  return records.filter((told) => told.has('HD')).map(readTagged);
}

/** Headline, writer, number of words, day, hour, outlet, its letters, language, rights; the report below. */
function readPlain(part: string): readonly JsonRecord[] {
  const found = plainHead.exec(part);
  if (found === null) return [];
  const above = part
    .slice(0, found.index)
    .split('\n')
    .filter((row) => row.trim() !== '');
  const below = part.slice(found.index + found[0].length).split('\n');
  const opens = below.findIndex((row) => rights.test(row.trim())) + 1;
  const writer = above.findLast((row) => /^by\s/i.test(row.trim()));
  return [
    makeRecord({
      headline: above.find((row) => row !== writer)?.trim(),
      author: writer?.trim().replace(/^by\s+/i, ''),
      published: found[2],
      outlet: found[3],
      body: below.slice(opens).join('\n').trim(),
    }),
  ];
}

function readTagged(told: ReadonlyMap<string, readonly string[]>): JsonRecord {
  const value = (name: string): string | undefined => told.get(name)?.join('\n').trim() || undefined;
  return makeRecord({
    headline: value('HD')?.replace(/\s+/g, ' '),
    author: value('BY')
      ?.replace(/^by\s+/i, '')
      .split(/\s*;\s*/)
      .map(turnName),
    published: [value('PD'), value('ET')].filter((part) => part !== undefined).join(' '),
    outlet: value('SN'),
    language: value('LA'),
    section: value('SE'),
    wire: value('CR'),
    body: [value('LP'), value('TD')].filter((part) => part !== undefined).join('\n\n'),
  });
}
