import type { Page } from '../../model/index.ts';
import { type BlockJudgement, type PageBlock, simplify } from '../piece.ts';
import { hostOf, originalAddress } from './address.ts';

/** Pieces among which the headline is looked for. */
const searched = 60;
const maxHeadlineWords = 32;
const maxHeadlineChars = 260;
/** A shorter heading may be the beginning of the headline only. */
const leastHeading = 25;

const inlineTag = /<\/?(?:em|i|b|strong|u|span|sup|sub|br|font|mark)(?:\s[^<>]{0,200})?\/?>/gi;
const cutOff = /\s*(?:\.{3}|…)$/;

/** Take the stated headline, without the site's name at its end; of several the one that the page shows. */
export function readHeadline(page: Pick<Page, 'fields' | 'segments' | 'text'>): string | undefined {
  const { fields } = page;
  const stated = fields.filter((field) => field.name === 'headline').map(({ value }) => value.replace(inlineTag, ''));
  const outlets = fields.flatMap((field) => {
    if (field.name === 'url') return [hostOf(originalAddress(field.value))];
    return field.name === 'outlet' ? [simplify(field.value)] : [];
  });
  const bare = stated.map((one) => stripSite(one, outlets));
  return chooseShown(bare, page, outlets);
}

/**
 * Some sites state a line for search engines or a kicker as their headline. Where neither the heading nor the title says it, and both
 * say one other thing, that is the headline.
 */
function chooseShown(
  stated: readonly string[],
  { segments, text }: Pick<Page, 'segments' | 'text'>,
  outlets: readonly string[],
): string | undefined {
  const read = (tag: string): readonly string[] =>
    segments
      .filter((segment) => segment.tag === tag)
      .map(({ start, end }) => stripSite(text.value.slice(start, end).replace(/\s+/g, ' ').trim(), outlets));
  const [title = ''] = read('title');
  const heading = read('h1').find((one) => one !== '' && (isLike(one, title) || partKicker(one, title) !== one));
  const [first] = stated;
  if (first === undefined)
    return heading === undefined || !/\s\S+\s/.test(heading) ? undefined : partKicker(heading, title);
  if (heading !== undefined && first !== undefined && (hasTail(first, heading) || isCut(first, heading)))
    return heading;
  if (heading === undefined || first === undefined || isLike(first, heading) || isLike(first, title)) return first;
  return stated.find((one) => isLike(one, heading)) ?? heading;
}

/** A kicker stands before the headline in one heading, set apart by its style alone: "AccidentsTwo hurt as crane falls". */
function partKicker(heading: string, title: string): string {
  const rests = [...heading.matchAll(/(?<=\p{Ll})(?=\p{Lu})/gu)].map(({ index }) => heading.slice(index));
  return rests.find((rest) => rest.length >= leastHeading && title.startsWith(rest)) ?? heading;
}

/** Some sites state as much of their headline as a search engine shows. */
function isCut(headline: string, heading: string): boolean {
  return cutOff.test(headline) && !cutOff.test(heading) && heading.startsWith(headline.replace(cutOff, ''));
}

/** "Two hurt in ferry fire - Harbour Ledger - News, Views and Weather" over a page headed "Two hurt in ferry fire". */
function hasTail(headline: string, heading: string): boolean {
  return (
    heading.length >= leastHeading &&
    headline.startsWith(heading) &&
    /^\s+[-–—|»•]\s/.test(headline.slice(heading.length))
  );
}

/** The same words, or one begins or ends with the other. */
function isLike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((line) => simplify(line).replace(/[^\p{L}\p{N}]+/gu, ''));
  if (a === undefined || b === undefined || a.length < 8 || b.length < 8) return a === b;
  return a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a);
}

/** Drop "… | Site" always, "… - Site" where the site is known to be called so. */
export function stripSite(headline: string, outlets: readonly string[]): string {
  const [first = headline, ...rest] = headline.split(/\s+[|»•]\s+/);
  const bare = rest.length > 0 && countSpaces(first) >= 2 ? first : headline;
  const dash = /^(.{15,})\s+[-–—]\s+(\S.{1,60})$/.exec(bare);
  if (dash?.[1] === undefined || dash[2] === undefined) return bare.trim();
  const isSite =
    /^\S+\.(?:com|org|net|co|uk|news|tv)\b/i.test(dash[2]) ||
    outlets.some((outlet) => holdsName(outlet, simplify(dash[2] ?? '')));
  return (isSite ? dash[1] : bare).trim();
}

/** A site's name is the outlet's, or begins with a word of its address ("WXYZ Channel 4" at wxyz.example). */
function holdsName(outlet: string, site: string): boolean {
  const bare = outlet.replace(/[\s-]+/g, '');
  const [word = ''] = site.split(' ');
  return (
    bare.includes(site.replace(/\s+/g, '')) ||
    (word.length >= 3 && outlet.split('.').some((label) => label.startsWith(word)))
  );
}

function countSpaces(text: string): number {
  return text.split(/\s+/).length - 1;
}

/** Where the report's first real sentence stands; the number of pieces where there is none. */
export function findLead(
  pieces: readonly PageBlock[],
  judgements: readonly (BlockJudgement | undefined)[],
  from = 0,
): number {
  for (let i = from; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (piece === undefined || judgements[i] !== undefined || piece.tag === 'title' || /^h[1-6]$/.test(piece.tag))
      continue;
    if (piece.words >= 30 || (piece.isSentence && piece.words >= 12 && !/[?]["”’]?$/.test(piece.text))) return i;
  }
  return pieces.length;
}

/** Find the piece that is the headline: the one that says the stated headline, else the line that looks like one above the lead. */
export function findHeadline(
  pieces: readonly PageBlock[],
  judgements: readonly (BlockJudgement | undefined)[],
  stated: string | undefined,
): number | undefined {
  return (stated === undefined ? undefined : findStated(pieces, simplify(stated))) ?? inferHeadline(pieces, judgements);
}

function findStated(pieces: readonly PageBlock[], stated: string): number | undefined {
  let best: number | undefined;
  for (let i = 0; i < Math.min(pieces.length, searched); i += 1) {
    const piece = pieces[i];
    if (piece === undefined || piece.words > maxHeadlineWords + 8) continue;
    const isSame =
      piece.plain === stated ||
      (piece.words >= 4 && (piece.plain.startsWith(stated) || stated.startsWith(piece.plain)));
    if (!isSame) continue;
    if (piece.tag === 'h1') return i;
    if (best === undefined || pieces[best]?.tag === 'title') best = i;
  }
  return best;
}

function inferHeadline(
  pieces: readonly PageBlock[],
  judgements: readonly (BlockJudgement | undefined)[],
): number | undefined {
  const lead = findLead(pieces, judgements);
  if (lead === pieces.length) return undefined;
  let best: number | undefined;
  let bestScore = 0;
  for (let i = 0; i < lead; i += 1) {
    const piece = pieces[i];
    if (piece === undefined || judgements[i] !== undefined || !looksLikeHeadline(piece)) continue;
    const score = (piece.tag === 'h1' ? 4 : 0) + (piece.words >= 5 ? 2 : 1);
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

function looksLikeHeadline(piece: PageBlock): boolean {
  if (piece.tag === 'li' || piece.words < 3 || piece.words > maxHeadlineWords || piece.text.length > maxHeadlineChars)
    return false;
  const isOpen = /(?:\.\.|…|\b(?:\p{Lu}\.){2,})$/u.test(piece.text) || !/(?:[.:;,]|\s[-–—]+)$/.test(piece.text);
  return isOpen && !/^[-–—(]/.test(piece.text);
}
