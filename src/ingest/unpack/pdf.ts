import { getDocumentProxy } from 'unpdf';
import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import type { UnpackedItem } from './limits.ts';

/** Take the text out of a PDF, page by page. Issues: `ingest/broken-pdf`, `ingest/no-text` for one of pictures only. */
export async function openPdf(bytes: Uint8Array, path: string | undefined): Promise<readonly UnpackedItem[]> {
  try {
    // The library takes the bytes it is given for its own.
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0, useSystemFonts: false });
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(joinLines(cutLines(items.filter((item) => 'str' in item))));
    }
    const joined = pages.join('\n\n');
    if (!/\p{L}/u.test(joined)) {
      return [
        makeIssue(
          'ingest/no-text',
          'warning',
          'The PDF holds pictures only, no text.',
          path,
          'Give a version with text.',
        ),
      ];
    }
    return [{ bytes: new TextEncoder().encode(joined), ...defined({ path }) }];
  } catch {
    return [makeIssue('ingest/broken-pdf', 'error', 'It begins like a PDF but cannot be opened.', path)];
  }
}

/** A stretch of text as the library gives it: where it stands, how high its letters are, whether a line ends after it. */
interface Stretch {
  readonly str: string;
  /** A matrix; its last number is the height above the foot of the page. */
  readonly transform: readonly unknown[];
  readonly height: number;
  readonly hasEOL: boolean;
}

/** A line of the paper; `top` falls down the page, in points. */
interface PaperLine {
  readonly text: string;
  readonly top: number;
  readonly size: number;
}

function cutLines(stretches: readonly Stretch[]): readonly PaperLine[] {
  const lines: PaperLine[] = [];
  let text = '';
  let size = 0;
  let top = 0;
  for (const { str, transform, height, hasEOL } of stretches) {
    if (text.trim() === '') top = Number(transform[5] ?? 0);
    text += str;
    size = Math.max(size, height);
    if (!hasEOL) continue;
    lines.push({ text: text.trimEnd(), top, size });
    [text, size] = ['', 0];
  }
  return text.trim() === '' ? lines : [...lines, { text: text.trimEnd(), top, size }];
}

/** Letters so much bigger or smaller, and a distance so much wider than between most lines, part paragraphs. */
const otherSize = 1.12;
const widerGap = 1.3;

/**
 * Lines of a page break where the paper ended. A paragraph ends at a wider distance, before letters of another size, and after a short line that
 * ends a sentence.
 */
function joinLines(lines: readonly PaperLine[]): string {
  const widest = Math.max(0, ...lines.map(({ text }) => text.length));
  const usual = findUsualGap(lines);
  let joined = '';
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (line.text === '' || (before !== undefined && isParted(before, line, usual))) joined = `${joined.trimEnd()}\n\n`;
    const { text } = line;
    if (/\p{Ll}-$/u.test(text)) joined += text.slice(0, -1);
    else joined += /[.!?”"]$/.test(text) && text.length < widest * 0.8 ? `${text}\n\n` : `${text} `;
  });
  return joined.replace(/\n{3,}/g, '\n\n').trim();
}

function isParted(before: PaperLine, line: PaperLine, usual: number): boolean {
  const [small, big] = before.size < line.size ? [before.size, line.size] : [line.size, before.size];
  if (small > 0 && big > small * otherSize) return true;
  return before.top - line.top > usual * widerGap;
}

/** Rarer distances than this share of all are those of indices and marks. */
const leastShare = 0.1;

/** The narrowest distance between lines, in points, that is not rare: lines of a paragraph stand closer than paragraphs. */
function findUsualGap(lines: readonly PaperLine[]): number {
  const gaps = lines.flatMap(({ top, size }, i) => {
    const gap = Math.round((lines[i - 1]?.top ?? top) - top);
    return gap >= size * 0.8 && gap > 0 ? [gap] : [];
  });
  const isUsual = (gap: number): boolean =>
    gaps.filter((other) => Math.abs(other - gap) <= 1).length >= gaps.length * leastShare;
  return Math.min(...gaps.filter(isUsual), Number.MAX_SAFE_INTEGER);
}
