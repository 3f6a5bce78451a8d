import type { Article } from '../../model/index.ts';
import { foldWords } from '../../text/fold.ts';
import type { LinkDocument } from '../documents/document.ts';

/** Which of two articles is taken for the origin, and on what ground. */
export interface Direction {
  readonly from: 'a' | 'b';
  readonly because: string;
}

/** Days each article reports from, by article id; what the story could not date is absent. */
export type ReportDays = Readonly<Record<string, { readonly day: string }>>;

/** Fold the name of an outlet: of a host ("courier.example") the part before its domain. */
function foldOutlet(name: string): string {
  return foldWords(/^[\w-]+(?:\.[\w-]+)+$/u.test(name) ? name.replace(/\.[^.]+$/u, '') : name);
}

/** Blocks at either end of a report in which a credit may stand. */
const creditBlocks = 2;

/** Take away what stands before the name in a credit: "© 2031 Northern Wire", "Photo courtesy of Northern Wire". */
function trimCredit(words: string): string {
  return words.replace(/^(?:copyright|©|\(c\)|photo|courtesy(?: of)?|via|source:?|credit:?|\d{4}|\s)+/iu, '');
}

/** Tell whether a report opens or ends with a name in brackets or after a dash: "(Agency) …", "… — Agency". */
function signsName(article: Article, folded: string): boolean {
  const blocks = article.blocks.filter(({ kind }) => kind !== 'headline' && kind !== 'caption');
  const ends = [...blocks.slice(0, creditBlocks), ...blocks.slice(-creditBlocks)];
  return ends.some(({ start, end }) => {
    const part = article.text.value.slice(start, end);
    return [...part.matchAll(/\(([^()]{2,60})\)|[—–-]\s*([^—–\n-]{2,60})$/gu)].some(
      (match) => foldOutlet(trimCredit(match[1] ?? match[2] ?? '')) === folded,
    );
  });
}

/** Tell whether an article credits a name as where its words come from. */
export function creditsName(article: Article, name: string | undefined): boolean {
  const folded = foldOutlet(name ?? '');
  if (folded === '' || folded === foldOutlet(article.outlet ?? '')) return false;
  if ([article.wire, ...article.authors].some((credit) => credit !== undefined && foldOutlet(credit) === folded))
    return true;
  return signsName(article, folded);
}

/** Tell whether two reports stand under different names. */
export function areTwoOutlets(a: Article, b: Article): boolean {
  return foldWords(a.outlet ?? '') !== foldWords(b.outlet ?? '');
}

/** Tell whether two outlets both credit one agency. */
export function shareWire(a: Article, b: Article): boolean {
  return areTwoOutlets(a, b) && a.wire !== undefined && b.wire !== undefined && foldWords(a.wire) === foldWords(b.wire);
}

/** Take the full instant where the page states one, else the day. */
function statedTime(document: LinkDocument): string | undefined {
  return document.publishedDay === undefined ? undefined : document.reading.article.published?.value;
}

/**
 * Decide which of two articles came first: the one the other credits, then the earlier, then the longer, then the smaller id.
 */
export function findDirection(a: LinkDocument, b: LinkDocument, reportDays: ReportDays): Direction {
  const [left, right] = [a.reading.article, b.reading.article];
  const [aCredits, bCredits] = [creditsName(left, right.outlet), creditsName(right, left.outlet)];
  if (aCredits !== bCredits) {
    return { from: bCredits ? 'a' : 'b', because: `direction: credited (${bCredits ? left.outlet : right.outlet})` };
  }
  const [timeA, timeB] = [statedTime(a) ?? reportDays[a.id]?.day, statedTime(b) ?? reportDays[b.id]?.day];
  if (timeA !== undefined && timeB !== undefined) {
    const bothInstants = timeA.length > 10 && timeB.length > 10;
    const [x, y] = bothInstants ? [Date.parse(timeA), Date.parse(timeB)] : [dayOf(timeA), dayOf(timeB)];
    if (x !== y)
      return {
        from: x < y ? 'a' : 'b',
        because: `direction: earlier (${x < y ? timeA : timeB}, then ${x < y ? timeB : timeA})`,
      };
  }
  if (a.words.length !== b.words.length) {
    const from = a.words.length > b.words.length ? 'a' : 'b';
    return { from, because: `direction: longer (${a.words.length} and ${b.words.length} words)` };
  }
  return { from: a.id < b.id ? 'a' : 'b', because: 'direction: undecided, by id' };
}

function dayOf(time: string): number {
  return Date.parse(`${time.slice(0, 10)}T00:00:00Z`);
}
