import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import type { UnpackedItem } from './limits.ts';

/** Groups that hold no words of the document. */
const besides =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|themedata|colorschememapping|latentstyles|datastore|xmlnstbl|listtable|listoverridetable|rsidtbl|generator|fldinst|header[lrf]?|footer[lrf]?|footnote|annotation|atnid|atnauthor|bkmkstart|bkmkend|deleted|filetbl|revtbl|mmathPr|wgrffmtfilter|pgdsctbl|nonshppict|shppict)$/;
const signs: Readonly<Record<string, string>> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n',
  row: '\n\n',
  line: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
  _: '-',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};
const maxDepth = 2_000;
/** A control word or sign, an escaped byte, a brace, or a stretch of text. */
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)/giy;

interface Group {
  /** True where its words are none of the document's. */
  readonly hidden: boolean;
  /** Characters given after `\u` for programs that do not know it. */
  readonly skip: number;
}

/** Read the text of an RTF document (RTF 1.9.1). Issues: `ingest/broken-archive` where it is nested without end, `ingest/no-text`. */
export function openRtf(bytes: Uint8Array, path: string | undefined): readonly UnpackedItem[] {
  const text = readRtf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  if (text === undefined)
    return [makeIssue('ingest/broken-archive', 'error', 'The RTF is nested beyond reason.', path)];
  if (!/\p{L}/u.test(text)) return [makeIssue('ingest/no-text', 'warning', 'The RTF holds no text.', path)];
  return [{ bytes: new TextEncoder().encode(text), ...defined({ path }) }];
}

function readRtf(source: string): string | undefined {
  const writer = new RtfWriter(/\\ansicpg(\d{3,5})/.exec(source.slice(0, 2_000))?.[1]);
  token.lastIndex = 0;
  for (let found = token.exec(source); found !== null; found = token.exec(source)) {
    const [, word, number, byte, sign, brace, text] = found;
    if (brace === '{') writer.open();
    else if (brace === '}') writer.close();
    else if (word !== undefined) {
      // Bytes of a picture follow as they are.
      if (word === 'bin') token.lastIndex += Math.max(0, Number(number ?? 0));
      else writer.control(word, number === undefined ? undefined : Number(number));
    } else if (byte !== undefined) writer.addByte(Number.parseInt(byte, 16));
    else if (sign !== undefined) writer.sign(sign);
    else if (text !== undefined) writer.addText(text);
    if (writer.depth > maxDepth) return undefined;
  }
  return writer.finish();
}

class RtfWriter {
  private readonly groups: Group[] = [{ hidden: false, skip: 1 }];
  private readonly parts: string[] = [];
  private bytes: number[] = [];
  private left = 0;
  private readonly decoder: TextDecoder;

  constructor(codePage: string | undefined) {
    this.decoder = makeDecoder(codePage);
  }

  get depth(): number {
    return this.groups.length;
  }

  private get group(): Group {
    return this.groups.at(-1) ?? { hidden: false, skip: 1 };
  }

  private change(part: Partial<Group>): void {
    this.groups[this.groups.length - 1] = { ...this.group, ...part };
  }

  open(): void {
    this.flush();
    this.groups.push(this.group);
  }

  close(): void {
    this.flush();
    this.left = 0;
    if (this.groups.length > 1) this.groups.pop();
  }

  control(word: string, number: number | undefined): void {
    if (word === 'u' && number !== undefined) {
      this.flush();
      this.write(String.fromCharCode(number < 0 ? number + 65_536 : number));
      this.left = this.group.skip;
    } else if (word === 'uc') this.change({ skip: number ?? 1 });
    else if (besides.test(word)) this.change({ hidden: true });
    else if (word === 'v') this.change({ hidden: number !== 0 });
    else if (Object.hasOwn(signs, word)) {
      this.flush();
      this.write(signs[word] ?? '');
    }
  }

  sign(sign: string): void {
    if (sign === '*') this.change({ hidden: true });
    else if (sign === '\n' || sign === '\r') this.control('par', undefined);
    else this.addText(Object.hasOwn(signs, sign) ? (signs[sign] ?? '') : /[\\{}]/.test(sign) ? sign : '');
  }

  addByte(byte: number): void {
    if (this.left > 0) this.left -= 1;
    else this.bytes.push(byte);
  }

  addText(text: string): void {
    this.flush();
    const shown = text.replace(/[\r\n]+/g, '');
    const rest = shown.slice(this.left);
    this.left = Math.max(0, this.left - shown.length);
    this.write(rest);
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    this.write(this.decoder.decode(Uint8Array.from(this.bytes)));
    this.bytes = [];
  }

  private write(text: string): void {
    if (!this.group.hidden) this.parts.push(text);
  }

  finish(): string {
    this.flush();
    const text = this.parts.join('').replace(/[ \t]+/g, ' ');
    return text
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}

/** Code pages of Windows by their numbers, others as Western. */
function makeDecoder(codePage: string | undefined): TextDecoder {
  const names: Readonly<Record<string, string>> = {
    '932': 'shift_jis',
    '936': 'gbk',
    '949': 'euc-kr',
    '950': 'big5',
    '65001': 'utf-8',
    '10000': 'macintosh',
  };
  const name = codePage === undefined ? 'windows-1252' : (names[codePage] ?? `windows-${codePage}`);
  try {
    return new TextDecoder(name);
  } catch {
    return new TextDecoder('windows-1252');
  }
}
