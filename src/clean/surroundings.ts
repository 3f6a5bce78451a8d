import boilerplate from '../../data/boilerplate.json' with { type: 'json' };
import pageWords from '../../data/page-words.json' with { type: 'json' };
import { anyOf } from '../text/patterns.ts';
import type { BlockJudgement, PageBlock } from './piece.ts';
import { isCreditAlone } from './rules/caption.ts';

type Judgements = (BlockJudgement | undefined)[];

const closers = new Set(boilerplate.closers);
/** After these nothing of the report follows, if half of it is past. */
const finalClosers = /^(?:about (?:the )?authors?|leave a|post a comment|add a? ?comment|comments$)/;
/** "More great Ledger stories": a heading over links to other reports. */
const furtherReading = new RegExp(
  `^${anyOf(pageWords.furtherReadingOpeners)}\\b.{0,40}\\b${anyOf(pageWords.furtherReadingClosers)}$`,
);
const maxCloserWords = 7;
const menuRow = 4;

/** The line above a credit is its caption, if it is no sentence of the report; the first line of all is rather a headline. */
export function markCaptionsAboveCredits(pieces: readonly PageBlock[], judgements: Judgements): void {
  const first = judgements.indexOf(undefined);
  for (let i = 1; i < pieces.length; i += 1) {
    const piece = pieces[i];
    const above = i - 1 === first ? undefined : pieces[i - 1];
    if (piece === undefined || above === undefined || judgements[i]?.kind !== 'caption' || !isCreditAlone(piece))
      continue;
    if (judgements[i - 1] === undefined && above.words <= 45 && !above.isSentence && !/^h[1-6]$/.test(above.tag)) {
      judgements[i - 1] = { kind: 'caption', because: 'above-credit' };
    }
  }
}

/** What follows "Leave a Reply" is no report; what follows "Related stories" is links as long as it is short. */
export function markAfterClosers(pieces: readonly PageBlock[], judgements: Judgements): void {
  const total = sumWords(pieces, judgements, 0, pieces.length);
  for (let i = 0; i < pieces.length; i += 1) {
    const { plain = '', words = 0 } = pieces[i] ?? {};
    const isReading = words <= maxCloserWords && furtherReading.test(plain);
    if (!closers.has(plain) && !isReading) continue;
    if (isReading) judgements[i] ??= { kind: 'boilerplate', because: 'further-reading' };
    const isLate = isReading && sumWords(pieces, judgements, 0, i) >= total * 0.75;
    const isFinal = finalClosers.test(plain) && sumWords(pieces, judgements, 0, i) >= total * 0.5;
    const because = `after-${plain.replace(/[^a-z]+/g, '-')}`;
    for (let k = i + 1; k < pieces.length; k += 1) {
      const piece = pieces[k];
      if (piece === undefined || (!isFinal && !isListed(piece, isLate) && (piece.isSentence || piece.words > 16)))
        break;
      judgements[k] ??= { kind: 'boilerplate', because };
    }
  }
}

/** Near the end of a report, what follows such a heading is links as long as it is a list. */
function isListed(piece: PageBlock, isLate: boolean): boolean {
  return isLate && piece.tag === 'li' && piece.words <= 40;
}

function sumWords(pieces: readonly PageBlock[], judgements: Judgements, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) if (judgements[i] === undefined) sum += pieces[i]?.words ?? 0;
  return sum;
}

/** Rows of four or more short lines above the lead or below the last sentence are menus, not the report. */
export function markMenus(
  pieces: readonly PageBlock[],
  judgements: Judgements,
  lead: number,
  headline: number | undefined,
): void {
  const last = pieces.findLastIndex((piece, i) => judgements[i] === undefined && piece.isSentence);
  const mark = (from: number, to: number): void => {
    let row: number[] = [];
    for (let i = from; i <= to; i += 1) {
      const piece = pieces[i];
      const isShort = i < to && piece !== undefined && i !== headline && isMenuItem(piece, judgements[i]);
      if (isShort) row.push(i);
      else {
        if (row.length >= menuRow) for (const k of row) judgements[k] ??= { kind: 'boilerplate', because: 'menu' };
        row = [];
      }
    }
  };
  mark(0, Math.min(lead, pieces.length));
  if (last >= 0) mark(last + 1, pieces.length);
}

function isMenuItem(piece: PageBlock, judgement: BlockJudgement | undefined): boolean {
  if (judgement !== undefined) return judgement.kind === 'boilerplate';
  return piece.words <= 4 && !piece.isSentence && !/[\d,:]/.test(piece.text);
}

function isBodyItem(piece: PageBlock): boolean {
  return piece.inBody === true && piece.tag === 'li';
}

/** One to three words above the lead that end in no mark are a section's name; "- Site, City" is the rest of a page title. */
export function markLabels(
  pieces: readonly PageBlock[],
  judgements: Judgements,
  lead: number,
  headline: number | undefined,
): void {
  if (headline === undefined || lead >= pieces.length) return;
  for (let i = 0; i < lead; i += 1) {
    const piece = pieces[i];
    if (piece === undefined || i === headline || judgements[i] !== undefined || isBodyItem(piece)) continue;
    const isShort = piece.words <= 3 && !piece.isSentence && !/[\d:–—-]\s*$|\d/.test(piece.text);
    const isSite = piece.words <= 10 && !piece.isSentence && /^[-–—|]\s/.test(piece.text);
    if (isShort || isSite) judgements[i] = { kind: 'boilerplate', because: 'label' };
  }
}
