import { posix } from 'node:path';
import { makeIssue } from '../draft.ts';
import { buildXml, findAll, wordsOf, type XmlElement } from '../exports/xml.ts';
import { nameMember, type UnpackedItem, type UnpackLimits } from './limits.ts';
import { takeFiles, tooLarge } from './office.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const bounds = { maxDepth: 100, maxElements: 100_000 };

/**
 * Open an EPUB: its chapters in reading order, without its cover, title page and table of contents. One of a single chapter is a saved report, and has the title,
 * writer and source that the book states. Source: EPUB 3.3. Issues: `ingest/broken-archive`, `ingest/archive-too-large`.
 */
export function openEpub(bytes: Uint8Array, path: string | undefined, limits: UnpackLimits): readonly UnpackedItem[] {
  const files = takeFiles(bytes, limits, (name) => /\.(?:x?html?|opf|xml)$/i.test(name));
  if (files === undefined) return [tooLarge(path)];
  const read = (name: string): XmlElement | undefined => {
    const file = files[name];
    const tree = file === undefined ? undefined : buildXml(decoder.decode(file), bounds);
    return typeof tree === 'string' ? undefined : tree;
  };
  const container = read('META-INF/container.xml');
  const place = container === undefined ? undefined : findAll(container, 'rootfile')[0]?.attributes['full-path'];
  const book = place === undefined ? undefined : read(place);
  if (place === undefined || book === undefined) {
    return [
      makeIssue('ingest/broken-archive', 'error', 'It begins like an EPUB but does not say what it holds.', path),
    ];
  }
  const chapters = listChapters(book, posix.dirname(place)).flatMap((name) => {
    const file = files[name];
    return file === undefined || isFurniture(decoder.decode(file)) ? [] : [{ name, file }];
  });
  const [only] = chapters;
  if (chapters.length === 1 && only !== undefined) {
    return [
      {
        bytes: encoder.encode(JSON.stringify(stateBook(book, decoder.decode(only.file)))),
        ...(path === undefined ? {} : { path }),
      },
    ];
  }
  return chapters.map(({ name, file }) => ({ bytes: file, ...nameMember(path, name) }));
}

/** A cover, a page of the title or of contents is no chapter; programs mark it so, or it shows a picture alone. */
function isFurniture(html: string): boolean {
  const body = html.replace(/^[\s\S]*?<body\b/i, '<body');
  const marked = /^<body\b[^<>]{0,500}>\s*(?:<(?:section|div)\b[^<>]{0,500}>)?/i.exec(body)?.[0] ?? '';
  const isMarked = /epub:type="[^"]*\b(?:titlepage|halftitlepage|cover|toc|copyright-page)\b/i.test(marked);
  return isMarked || !/\p{L}/u.test(body.replace(/<[^<>]*>|<!--[\s\S]*?-->/g, ''));
}

function listChapters(book: XmlElement, folder: string): readonly string[] {
  const items = new Map(
    findAll(book, 'item').flatMap(({ attributes }) => {
      const { id, href, properties = '' } = attributes;
      const type = attributes['media-type'] ?? '';
      const isChapter = /html/i.test(type) && !/\bnav\b/.test(properties);
      return id === undefined || href === undefined || !isChapter
        ? []
        : [[id, posix.join(folder, decodePath(href))] as const];
    }),
  );
  const spine = findAll(book, 'itemref').filter(({ attributes }) => attributes.linear !== 'no');
  return spine.flatMap(({ attributes }) => items.get(attributes.idref ?? '') ?? []);
}

function decodePath(href: string): string {
  const bare = href.replace(/#.*$/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

function stateBook(book: XmlElement, html: string): Readonly<Record<string, string | undefined>> {
  const source = wordsOf(book, 'source');
  return {
    headline: wordsOf(book, 'title'),
    author: wordsOf(book, 'creator'),
    published: wordsOf(book, 'date'),
    outlet: wordsOf(book, 'publisher'),
    url: source !== undefined && /^https?:/.test(source) ? source : undefined,
    body: html.replace(/^[\s\S]*?<body\b[^<>]{0,2000}>|<\/body>[\s\S]*$/gi, ''),
  };
}
