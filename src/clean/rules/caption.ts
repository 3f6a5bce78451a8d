import agencies from '../../../data/boilerplate-agencies.json' with { type: 'json' };
import pageWords from '../../../data/page-words.json' with { type: 'json' };
import { anyOf } from '../../text/patterns.ts';
import { datePattern, monthDayPattern } from '../metadata/date-words.ts';
import type { PageBlock, PieceRule } from '../piece.ts';

const holder = anyOf(agencies.photographers);
const credit = anyOf(pageWords.creditOpeners);
const maxWords = 140;
const tailChars = 240;

/** A credit in brackets at the end: "(Photo by …)", "(… via …)", "(Agency/Name)", "(Source: …)". */
const bracketed = new RegExp(
  `\\((?:(?:file |stock |staff |handout )?${credit}s?\\b[^()]{0,120}|[^()]{0,100}\\bvia\\s+\\p{Lu}[^()]{0,80}|[^()]{0,80}\\b${holder}(?:\\s?/[^()]{0,60})?|${holder}\\s?/[^()]{0,60}|[^()]{0,60}\\bphotos?(?:graphs?)?\\b[^()]{0,20})\\)\\s*\\.?$`,
  'iu',
);
/** The same without brackets: "Name/Agency", "Agency Photo/Name", "Photo: Name", "| Photo by Name". */
const trailing = new RegExp(
  `(?:(?:photo|image|picture)s?(?: credit| courtesy)?(?:\\s*:|\\s+by\\s|\\s+courtesy\\s)[^.!?]{2,80}|\\b${holder}\\s?/\\s?\\p{Lu}[^.!?]{1,60}|\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3}\\s?/\\s?${holder}[^.!?]{0,30})$`,
  'u',
);
const leading = new RegExp(
  `^(?:${anyOf(pageWords.captionOpeners)}\\b\\s*(?:caption|credit|courtesy|by)?\\s*[:|]|photo by |image by |file photo\\b)`,
  'i',
);
/** The agencies' own caption head: "CITY, COUNTRY - MARCH 24: …"; a dateline has no colon. */
const agencyHead = /^\p{Lu}[\p{Lu} .'’-]+(?:,\s*\p{Lu}[\p{L} .'’-]+)?\s+[-–—]\s+([\p{L}\d ,.]{3,30}):/u;
const monthDay = new RegExp(`^${monthDayPattern}(?:,\\s*\\d{4})?$`, 'i');
/** The stamp under a video clip. */
const published = new RegExp(`\\((?:published|posted|aired)[^()]{0,30}${datePattern}\\)\\s*$`, 'i');

/** Know what belongs to a picture or clip: the caption and its credit. */
export const caption: PieceRule = {
  name: 'caption',
  judge(piece) {
    if (piece.tag === 'figcaption') return saysNothing(piece) ? 'boilerplate' : 'caption';
    if (piece.words > maxWords) return undefined;
    return isCredited(piece) || leading.test(piece.text) ? 'caption' : undefined;
  },
};

/** The brackets and the "Image:" that some pages set around a credit. */
function saysNothing({ words, text }: PageBlock): boolean {
  return words === 0 || (words === 1 && text.endsWith(':'));
}

function isCredited(piece: PageBlock): boolean {
  const tail = piece.text.slice(-tailChars);
  if (bracketed.test(tail) || published.test(tail)) return true;
  if (piece.words <= 80 && trailing.test(tail)) return true;
  const head = agencyHead.exec(piece.text.slice(0, 160));
  return head?.[1] !== undefined && monthDay.test(head[1].trim());
}

/** Tell whether a piece is a credit alone, which makes the line above it the caption. */
export function isCreditAlone(piece: PageBlock): boolean {
  if (piece.words > 14) return false;
  const text = piece.text.trim();
  return (text.startsWith('(') && bracketed.test(text)) || (piece.words <= 8 && trailing.test(text));
}
