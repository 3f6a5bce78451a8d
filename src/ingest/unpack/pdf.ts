import { extractText, getDocumentProxy } from 'unpdf';
import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import type { UnpackedItem } from './limits.ts';

/** Take the text out of a PDF, page by page. Issues: `ingest/broken-pdf`, `ingest/no-text` for one of pictures only. */
export async function openPdf(bytes: Uint8Array, path: string | undefined): Promise<readonly UnpackedItem[]> {
  try {
    // The library takes the bytes it is given for its own.
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0, useSystemFonts: false });
    const { text } = await extractText(document, { mergePages: false });
    const joined = text.map(joinLines).join('\n\n');
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

/** Lines of a page break where the paper ended; a line that ends a sentence and is short ends a paragraph. */
function joinLines(page: string): string {
  const lines = page.split('\n').map((line) => line.trimEnd());
  const widest = Math.max(0, ...lines.map((line) => line.length));
  let text = '';
  for (const line of lines) {
    if (line === '') text = `${text.trimEnd()}\n\n`;
    else if (line.endsWith('-') && /\p{Ll}-$/u.test(line)) text += line.slice(0, -1);
    else text += /[.!?”"]$/.test(line) && line.length < widest * 0.8 ? `${line}\n\n` : `${line} `;
  }
  return text.trim();
}
