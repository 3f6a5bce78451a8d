import { detectExport, type ExportFormat, isTable } from './exports/index.ts';

/** What a record is, told from its content alone. */
export type InputFormat =
  | 'empty'
  | 'text'
  | 'markdown'
  | 'html'
  | 'json'
  | 'jsonl'
  | 'feed'
  | 'sitemap'
  | 'warc'
  | ExportFormat;

const headChars = 4096;
/** Blocks passed over in search of a page's first words. */
const maxPassed = 400;

/** JSON below comments, handed to a function (JSONP) or to a name of a script. */
const scripted =
  /^(?:(?:\/\/[^\n]{0,500}\n|\/\*[^*]{0,500}\*\/)\s*)*(?:[\w.$]{1,60}\s*\(\s*|(?:(?:var|let|const)\s+|window\.)[\w.$]{1,60}\s*=\s*)?(?:\{\s*"|\[\s*[[{"])/;

/** First bytes of files that hold no readable text, with the name to report. */
const signatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a TIFF image', [0x49, 0x49, 0x2a, 0x00]],
  ['a RIFF file (WebP, WAV or AVI)', [0x52, 0x49, 0x46, 0x46]],
  ['a zip archive or office document', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip data', [0x1f, 0x8b]],
  ['bzip2 data', [0x42, 0x5a, 0x68]],
  ['xz data', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd data', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** Name what binary thing the bytes are, or `undefined` where they can be text; UTF-16 is text. */
export function nameBinary(bytes: Uint8Array, isWide: boolean): string | undefined {
  for (const [name, signature] of signatures) {
    if (signature.every((byte, i) => bytes[i] === byte)) return name;
  }
  if (isWide) return undefined;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return 'binary data (NUL bytes)';
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls > 16 && controls > sample.length * 0.1 ? 'binary data (control characters)' : undefined;
}

/** Tell the format of decoded text by looking at its beginning; linear in the length of its first line. */
export function detectFormat(text: string): InputFormat {
  const first = text.search(/\S/);
  if (first < 0) return 'empty';
  const head = text.slice(first, first + headChars);
  if (head.startsWith('WARC/')) return 'warc';
  if (/^[[{]/.test(head)) return detectJson(text, first, head);
  if (scripted.test(head)) return 'json';
  const root = nameRoot(head);
  if (root === 'rss' || root === 'feed' || root === 'rdf') return 'feed';
  if (root === 'urlset' || root === 'sitemapindex' || root === 'opml' || isAddressList(head)) return 'sitemap';
  const exported = detectExport(text.slice(first, first + headChars * 4), root);
  if (exported !== undefined) return exported;
  // Cells may hold pages, and a page's first words are no names of columns.
  const rows = /^[<#]/.test(head) ? undefined : text.slice(first);
  if (rows !== undefined && isTable(rows)) return 'table';
  if (isHtml(head) || isHtmlBelow(text, first) || holdsPage(head)) return 'html';
  if (rows === undefined && isTable(text.slice(first))) return 'table';
  return isMarkdown(text.slice(first, first + headChars * 4)) ? 'markdown' : 'text';
}

/** Name the outermost element of XML, in lower case and without its namespace; style sheets and comments may stand before it. */
function nameRoot(head: string): string | undefined {
  // Definitions of its own stand inside a document type, which names the element too.
  const typed = /^(?:<[?!][^>]*>\s*)*?<!DOCTYPE\s+(?:[a-z]\w*:)?([a-z]+)\s*\[/i.exec(head);
  const found = typed ?? /^(?:<[?!][^>]*>\s*)*<(?:[a-z]\w*:)?([a-z][\w.-]*)[\s>]/i.exec(head);
  return found?.[1]?.toLowerCase();
}

/** A text sitemap is addresses, one a line, and nothing else; the last line of the head may be cut. */
function isAddressList(head: string): boolean {
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.every((line) => /^\s*https?:\/\/[^\s<>"]+\s*$/i.test(line));
}

function detectJson(text: string, first: number, head: string): InputFormat {
  if (!/^(?:\{\s*(?:"|\})|\[\s*(?:[[{"\]]|$))/.test(head)) return isMarkdown(head) ? 'markdown' : 'text';
  if (head.startsWith('[')) return 'json';
  if (/"version"\s*:\s*"https?:(?:\/\/|\\\/\\\/)jsonfeed\.org/.test(head)) return 'feed';
  const lineEnd = text.indexOf('\n', first);
  if (lineEnd < 0) return 'json';
  const line = text.slice(first, lineEnd).trim();
  return line.endsWith('}') && /^\s*\{/.test(text.slice(lineEnd, lineEnd + 256)) ? 'jsonl' : 'json';
}

/** Messages of a server or headers of its answer can stand above a page. */
function holdsPage(head: string): boolean {
  return /<!doctype\s+html\b[^>]{0,300}>\s*(?:<!--|<html\b|<head\b)|<html\b[^>]{0,2000}>\s*(?:<!--|<head\b|<body\b)/i.test(
    head,
  );
}

/** A page can begin with its styles and scripts, and have its first words far below. */
function isHtmlBelow(text: string, first: number): boolean {
  const below = passBlocks(text, first);
  return (
    below !== undefined &&
    (/^\s*$/.test(text.slice(below, below + 50)) || isHtml(text.slice(below, below + headChars).trimStart()))
  );
}

/** Styles, scripts, titles and comments that stand before the page proper, which can be long; `undefined` where there are none. */
function passBlocks(text: string, from: number): number | undefined {
  let at = from;
  for (let passed = 0; passed < maxPassed; passed += 1) {
    const open = /^\s*<((?:style|script|noscript|template|svg|title|link|meta|base)(?=[\s>/])|!--)/i.exec(
      text.slice(at, at + 300),
    );
    const name = open?.[1]?.toLowerCase();
    if (name === undefined) return at === from ? undefined : at;
    const isVoid = name === 'link' || name === 'meta' || name === 'base';
    const close = isVoid ? '>' : name === '!--' ? '-->' : `</${name}`;
    const end = indexOfClose(text, close, at);
    if (end < 0) return text.length;
    at = close.startsWith('</') ? text.indexOf('>', end) + 1 : end + close.length;
    if (at === 0) return text.length;
  }
  return at;
}

function indexOfClose(text: string, close: string, from: number): number {
  const lower = text.indexOf(close, from);
  const upper = close.startsWith('</') ? text.indexOf(close.toUpperCase(), from) : -1;
  return lower < 0 || (upper >= 0 && upper < lower) ? upper : lower;
}

function isHtml(head: string): boolean {
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return true;
  const tags = head.match(
    /<(?:p|div|h[1-6]|article|section|main|ul|table|span|figure|header|meta|script)(?:\s[^<>]*)?>/gi,
  );
  const closed = /<\/(?:p|div|h[1-6]|article|section|main|ul|table|span|figure|header)>/i.test(head);
  return tags !== null && (/^</.test(head) || tags.length >= 3) && (closed || tags.length >= 50);
}

/** Markup that plain reports do not contain by chance; two kinds, or one heading, decide. */
function isMarkdown(head: string): boolean {
  const body = head.replace(/^---\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*\r?\n/, '');
  const signs = [
    /^#{1,6} \S/m,
    /^\S[^\n]{2,120}\r?\n(?:={3,}|-{3,})[ \t]*\r?$/m,
    /\[[^\]\n]{1,200}\]\((?:https?:|\/|#|mailto:)[^)\s]{0,500}\)/,
    /!\[[^\]\n]{0,200}\]\([^)\s]{1,500}/,
    /(?:^|\s)\*\*[^*\n]{2,100}\*\*/m,
    /^> \S/m,
  ].filter((sign) => sign.test(body)).length;
  return signs >= 2 || /^#{1,2} \S[^\n]{4,200}\r?\n\s*\r?\n/.test(body) || /!?\[[^\]\n]{1,200}\]\(https?:/.test(body);
}
