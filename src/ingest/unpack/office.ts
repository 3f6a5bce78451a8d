import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import type { UnpackedItem, UnpackLimits } from './limits.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const maxElements = 2_000_000;

/** Documents that are zip archives of XML, by a file each of them has. */
type OfficeKind = 'docx' | 'odt' | 'epub' | 'xlsx' | 'pptx';

const marks: readonly (readonly [kind: OfficeKind, file: RegExp])[] = [
  ['docx', /^word\/document\d*\.xml$/],
  ['xlsx', /^xl\/workbook\.xml$/],
  ['pptx', /^ppt\/presentation\.xml$/],
  ['epub', /^META-INF\/container\.xml$/],
  ['odt', /^content\.xml$/],
];

/** Name the kind of document by the names in its archive; `undefined` for an archive of anything else. */
export function nameOffice(names: readonly string[]): OfficeKind | undefined {
  const isOffice = names.some(
    (name) => name === '[Content_Types].xml' || name === 'mimetype' || name === 'META-INF/container.xml',
  );
  return marks.find(([kind, file]) => (isOffice || kind === 'docx') && names.some((name) => file.test(name)))?.[0];
}

/** Take files out of an archive whose sizes are within the limits; `undefined` where one of them is not. */
export function takeFiles(
  bytes: Uint8Array,
  limits: UnpackLimits,
  isWanted: (name: string) => boolean,
): Readonly<Record<string, Uint8Array>> | undefined {
  let [total, fits] = [0, true];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!isWanted(name)) return false;
      total += originalSize;
      fits &&= originalSize <= limits.maxMemberBytes && total <= limits.maxUnpackedBytes;
      return fits;
    },
  });
  return fits ? files : undefined;
}

/** Read the text of a DOCX, its paragraphs with empty lines between, notes at the end left out. Issues: `ingest/broken-archive`, `ingest/archive-too-large`, `ingest/no-text`. */
export function openDocx(bytes: Uint8Array, path: string | undefined, limits: UnpackLimits): readonly UnpackedItem[] {
  return openText(bytes, path, limits, /^word\/document\d*\.xml$/, {
    paragraph: /^w:p$/,
    text: /^w:t$/,
    // Words that were struck out with changes tracked, and boxes given once more for older programs.
    besides: /^(?:w:del|w:moveFrom|mc:Fallback|w:instrText)$/,
    signs: { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' },
  });
}

/** Read the text of an ODT; as `openDocx`. */
export function openOdt(bytes: Uint8Array, path: string | undefined, limits: UnpackLimits): readonly UnpackedItem[] {
  return openText(bytes, path, limits, /^content\.xml$/, {
    paragraph: /^text:(?:p|h)$/,
    besides:
      /^(?:text:tracked-changes|office:annotation|text:note|text:table-of-content|office:styles|office:automatic-styles)$/,
    signs: { 'text:tab': '\t', 'text:line-break': '\n', 'text:s': ' ' },
  });
}

interface TextForm {
  readonly paragraph: RegExp;
  /** Elements whose text is the document's; all within a paragraph where absent. */
  readonly text?: RegExp;
  readonly besides: RegExp;
  readonly signs: Readonly<Record<string, string>>;
}

function openText(
  bytes: Uint8Array,
  path: string | undefined,
  limits: UnpackLimits,
  file: RegExp,
  form: TextForm,
): readonly UnpackedItem[] {
  const files = takeFiles(bytes, limits, (name) => file.test(name));
  if (files === undefined) return [tooLarge(path)];
  const [xml] = Object.values(files);
  const text = xml === undefined ? undefined : readText(decoder.decode(xml), form);
  if (text === undefined)
    return [makeIssue('ingest/broken-archive', 'error', 'Its text cannot be found or is too big.', path)];
  if (!/\p{L}/u.test(text)) return [makeIssue('ingest/no-text', 'warning', 'The document holds no text.', path)];
  return [{ bytes: encoder.encode(text), ...defined({ path }) }];
}

/** Say that a document is larger than an input may be. */
export function tooLarge(path: string | undefined): UnpackedItem {
  const message = 'Unpacked it is larger than an input may be; it is set aside.';
  return makeIssue('ingest/archive-too-large', 'error', message, path, 'Save its text by itself, or raise the limits.');
}

/** Stream the XML of a document into paragraphs; `undefined` where it has too many elements. */
function readText(xml: string, { paragraph, text, besides, signs }: TextForm): string | undefined {
  const parts: string[] = [];
  let [open, inText, hidden, elements, words] = [0, 0, 0, 0, ''];
  const flush = (): void => {
    const tidy = words.replace(/[ \t]+/g, ' ').trim();
    if (tidy !== '') parts.push(tidy);
    words = '';
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        elements += 1;
        if (besides.test(name)) hidden += 1;
        else if (paragraph.test(name)) {
          flush();
          open += 1;
        } else if (text?.test(name)) inText += 1;
        else if (hidden === 0 && open > 0) words += signs[name] ?? '';
      },
      ontext(piece) {
        if (hidden === 0 && open > 0 && (text === undefined || inText > 0)) words += piece;
      },
      onclosetag(name) {
        if (besides.test(name)) hidden = Math.max(0, hidden - 1);
        else if (paragraph.test(name)) {
          flush();
          open = Math.max(0, open - 1);
        } else if (text?.test(name)) inText = Math.max(0, inText - 1);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < xml.length && elements <= maxElements; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  if (elements > maxElements) return undefined;
  parser.end();
  return parts.join('\n\n');
}

/** Say of a presentation that its slides are not read. */
export function refusePptx(path: string | undefined): readonly UnpackedItem[] {
  const message = 'It is a presentation; slides are not read as reports.';
  return [makeIssue('ingest/unsupported-format', 'warning', message, path, 'Save its text as DOCX or plain text.')];
}
