import { findHeadline, findLead } from './metadata/headline.ts';
import { type BlockJudgement, type PageBlock, simplify } from './piece.ts';
import { judgePiece } from './rules/index.ts';
import { markAfterClosers, markCaptionsAboveCredits, markLabels, markMenus } from './surroundings.ts';

/** A page's pieces with what each is held to be; `headline` is an index. */
export interface Marked {
  readonly pieces: readonly PageBlock[];
  readonly judgements: readonly BlockJudgement[];
  readonly headline: number | undefined;
}

/** Say of every piece what it is: first each by itself, then by what stands around it. */
export function markPieces(pieces: readonly PageBlock[], statedHeadline: string | undefined): Marked {
  const isFar = farFinder(pieces);
  const judgements = pieces.map((piece, i) => (isFar(piece, i) ? outside : judgeInPlace(piece)));
  markCaptionsAboveCredits(pieces, judgements);
  const headline = findHeadline(pieces, judgements, statedHeadline);
  if (headline !== undefined) markHeadline(pieces, judgements, headline, statedHeadline);
  markAfterClosers(pieces, judgements);
  const lead = findLead(pieces, judgements, headline ?? 0);
  markMenus(pieces, judgements, lead, headline);
  markLabels(pieces, judgements, lead, headline);
  return { pieces, judgements: fillRest(pieces, judgements), headline };
}

/** Pieces around the body, and at the end of the page, where its own credits and stamps stand. */
const nearBody = 20;
const pageEnd = 12;
const outside: BlockJudgement = { kind: 'boilerplate', because: 'outside-body' };

/** Tell what lies so far outside a known body that it is other pages' teasers and menus, whatever it says. */
function farFinder(pieces: readonly PageBlock[]): (piece: PageBlock, i: number) => boolean {
  const first = pieces.findIndex((piece) => piece.inBody === true);
  const last = pieces.findLastIndex((piece) => piece.inBody === true);
  if (first < 0) return () => false;
  return (piece, i) => {
    const isNear = (i >= first - nearBody && i <= last + nearBody) || i >= pieces.length - pageEnd;
    return piece.inBody === false && !isNear && piece.tag !== 'h1' && piece.tag !== 'title';
  };
}

/** A body finder's word that a piece is outside stands above the rules, but for captions. */
function judgeInPlace(piece: PageBlock): BlockJudgement | undefined {
  if (piece.tag === 'title') return { kind: 'boilerplate', because: 'page-title' };
  const judgement = judgePiece(piece);
  const mayBeHeadline = piece.inBody !== false || piece.tag === 'h1';
  if (judgement !== undefined || mayBeHeadline) return judgement ?? judgeLinks(piece);
  return outside;
}

function judgeLinks(piece: PageBlock): BlockJudgement | undefined {
  const isLinks = piece.linkDensity > 0.75 && piece.words <= 25 && !piece.isSentence && !/^h[1-3]$/.test(piece.tag);
  return isLinks ? { kind: 'boilerplate', because: 'links' } : undefined;
}

function markHeadline(
  pieces: readonly PageBlock[],
  judgements: (BlockJudgement | undefined)[],
  headline: number,
  stated: string | undefined,
): void {
  judgements[headline] = { kind: 'headline', because: 'headline' };
  const said = new Set([pieces[headline]?.plain, stated === undefined ? undefined : simplify(stated)]);
  pieces.forEach((piece, i) => {
    const isRepeat = i > headline && said.has(piece.plain) && piece.words >= 3;
    if (isRepeat && judgements[i] === undefined) judgements[i] = { kind: 'boilerplate', because: 'repeated-headline' };
  });
}

function fillRest(
  pieces: readonly PageBlock[],
  judgements: readonly (BlockJudgement | undefined)[],
): readonly BlockJudgement[] {
  const lead = findLead(pieces, judgements);
  const first =
    lead < pieces.length ? lead : pieces.findIndex((piece, i) => judgements[i] === undefined && piece.words >= 6);
  return pieces.map((piece, i) => judgements[i] ?? { kind: nameKind(piece, i === first), because: nameReason(piece) });
}

function nameKind(piece: PageBlock, isFirst: boolean): BlockJudgement['kind'] {
  if (piece.tag === 'blockquote' || isPost(piece)) return 'quote';
  if (piece.tag === 'li') return 'list';
  return isFirst ? 'lead' : 'body';
}

/** A quoted post ends with its writer, handle and day: "… — Name (@name) 3 May 2024". */
function isPost(piece: PageBlock): boolean {
  return /[—–-]\s?[^—–]{2,60}\(@\w{2,30}\)/.test(piece.text.slice(-140));
}

function nameReason(piece: PageBlock): string {
  const isHeading = /^h[1-6]$/.test(piece.tag) || (piece.words <= 12 && !/[.!…:;,"”’)]$/.test(piece.text));
  return isHeading ? 'subheading' : 'text';
}
