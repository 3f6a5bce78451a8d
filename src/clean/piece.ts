import { type BlockKind, defined, type Range } from '../model/index.ts';

/** A stretch of the page that becomes one block; positions are in the page's text until it is cut. */
export interface PageBlock extends Range {
  /** The page's own words. */
  readonly text: string;
  /** `text` for comparing: lower case, straight quotes, single spaces, no marks at either end; empty for a long piece. */
  readonly plain: string;
  readonly words: number;
  readonly tag: string;
  readonly hints: readonly string[];
  readonly linkDensity: number;
  readonly inBody?: boolean;
  readonly confidence?: number;
  /** True where it ends as a sentence does. */
  readonly isSentence: boolean;
}

/** What a piece is held to be, and the rule that says so. */
export interface BlockJudgement {
  readonly kind: BlockKind;
  readonly because: string;
}

/** One family of rules: it knows a piece when it sees one, whatever stands around it. */
export interface PieceRule {
  readonly name: string;
  judge(piece: PageBlock): BlockKind | undefined;
}

/** No phrase of a rule is looked for in pieces longer than this. */
const mostPlainWords = 100;
const mostPlainChars = 1200;

/** Describe a stretch of a page's text. */
export function makePiece(
  value: string,
  range: Range,
  like: Pick<PageBlock, 'tag' | 'hints' | 'linkDensity' | 'inBody' | 'confidence'>,
): PageBlock {
  const text = value.slice(range.start, range.end);
  const words = countWords(text);
  let plain: string | undefined;
  return {
    start: range.start,
    end: range.end,
    text,
    get plain() {
      plain ??= words > mostPlainWords || text.length > mostPlainChars ? '' : simplify(text);
      return plain;
    },
    words,
    tag: like.tag,
    hints: like.hints,
    linkDensity: like.linkDensity,
    ...defined({ inBody: like.inBody, confidence: like.confidence }),
    isSentence: /[.!?…]["'”’)\]]*$/.test(text.slice(-6)),
  };
}

/** Make words comparable: lower case, straight quotes, single spaces, no marks at either end. */
export function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/^[\s*•·|>»×#_[\]"'–—-]+|[\s*•·|>»<«.…:;,!?[\]"'–—-]+$/g, '');
}

/** Count words: stretches of letters, digits and what joins them; every sign of a script without spaces is one. */
export function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isWord = (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || code > 0xbf;
    const joins = code === 0x27 || code === 0x2d || code === 0x2019 || code === 0x2e || code === 0x2c;
    if (isWord && (code < 0x2000 || code > 0x206f)) {
      if (!inside || (code >= 0x2e80 && code < 0xd7a4)) count += 1;
      inside = true;
    } else if (!joins || !inside) inside = false;
  }
  return count;
}
