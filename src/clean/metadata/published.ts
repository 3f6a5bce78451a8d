import pageWords from '../../../data/page-words.json' with { type: 'json' };
import {
  type DateEvidence,
  dateEvidences,
  defined,
  type Issue,
  type KnownDate,
  type Page,
  type PageField,
} from '../../model/index.ts';
import { monthStart } from '../../text/months.ts';
import type { Marked } from '../mark.ts';
import type { PageBlock } from '../piece.ts';
import { isNamedStamp } from '../rules/hints.ts';
import { originalAddress } from './address.ts';
import { readStyle } from './date-style.ts';
import { datePattern, monthDayPattern, partGlued, timePattern } from './date-words.ts';
import { readDate } from './dates.ts';
import { spellDays } from './foreign-dates.ts';
import { preferShown } from './shown-date.ts';

/** Every stated date of publication, the most trusted first, and the newest stated change. */
export interface KnownDates {
  readonly dates: readonly KnownDate[];
  readonly modified?: KnownDate;
  readonly issues: readonly Issue[];
}

interface DateCandidate {
  readonly words: string;
  readonly how: DateEvidence;
  readonly evidence: string;
  readonly isModified: boolean;
}

const dated = new RegExp(
  `(?:(${timePattern})\\s*,?\\s*(?:on\\s+)?)?\\b(${datePattern})(?:,?\\s*(?:at\\s+|[-|–]\\s*)?(${timePattern}))?`,
  'gi',
);
/** A brief line beside the headline that holds a whole date is a stamp, whatever else stands in it. */
const mostBesideWords = 14;
const mostBeside = 10;
const clockNames: ReadonlySet<string> = new Set(pageWords.pageClockNames);
const changed = /\b(?:updated|modified|last edited)\b[^\d]{0,30}$/i;
/** "CITY, March 24, 2024 (Agency) -": the day the report was filed. */
const dateline = new RegExp(
  `^[^\\n]{0,60}?\\b(${monthDayPattern}),?\\s+(\\d{4})\\s*(?:\\([^()]{1,40}\\))?\\s*[-–—:]`,
  'i',
);
const dayInPath = new RegExp(`[/_-]((?:19|20)\\d{2})[/_-](\\d{1,2}|${monthStart})[/_-](\\d{1,2})(?=[/_-]|$)`, 'i');

/**
 * Gather what the page says of its own date: fields, stamp lines, dateline, address; most trusted first, all kept.
 *
 * Issues: `clean/date-impossible`, `clean/date-in-future`, `clean/date-unreadable`.
 */
export function findDates(page: Page, marked: Marked, now: string): KnownDates {
  const issues: Issue[] = [];
  const found = new Map<string, KnownDate>();
  const changes: KnownDate[] = [];
  const candidates = [...fromFields(page.fields), ...fromStamps(marked), ...fromDateline(marked), ...fromUrl(page)];
  const style = readStyle(
    page,
    candidates.map(({ words }) => words),
    now,
  );
  for (const { words, how, evidence, isModified } of candidates) {
    const reading = readDate(words, style);
    if ('refused' in reading) {
      issues.push(refusal(reading.refused, evidence, page));
      continue;
    }
    const known: KnownDate = { value: reading.value, how, evidence };
    if (isModified) changes.push(known);
    else if (!found.has(`${how} ${known.value}`)) found.set(`${how} ${known.value}`, known);
  }
  const rank = (date: KnownDate): number => dateEvidences.indexOf(date.how);
  const dates = preferShown([...found.values()].sort((a, b) => rank(a) - rank(b)));
  const modified = newest(changes);
  return { dates, issues, ...defined({ modified }) };
}

function newest(changes: readonly KnownDate[]): KnownDate | undefined {
  return [...changes].sort((a, b) => Date.parse(b.value) - Date.parse(a.value))[0];
}

function refusal(reason: 'unreadable' | 'impossible' | 'future', evidence: string, page: Page): Issue {
  const messages = {
    unreadable: ['clean/date-unreadable', 'info', 'No complete date could be read from'],
    impossible: ['clean/date-impossible', 'warning', 'No such day, or no report can be that old:'],
    future: ['clean/date-in-future', 'warning', 'A date after this run cannot be the day of publication:'],
  } as const;
  const [code, severity, message] = messages[reason];
  const path = defined({ path: page.source.path });
  return { code, severity, message: `${message} "${evidence.slice(0, 120)}".`, ...path };
}

/** What vouches for a field besides the page's own metadata. */
const vouchers: Readonly<Record<string, DateEvidence>> = { time: 'page', feed: 'feed', sitemap: 'feed' };

function fromFields(fields: readonly PageField[]): readonly DateCandidate[] {
  return fields
    .filter((field) => field.name === 'published' || field.name === 'modified')
    .map((field) => ({
      words: field.value,
      how: vouchers[field.from.split(':', 1)[0] ?? ''] ?? 'metadata',
      evidence: `${field.from}: ${field.value}`,
      isModified: field.name === 'modified',
    }));
}

/**
 * Dates in stamp lines and bylines of the report itself, not of the comments below it: at its head, beside its head, further down. What
 * stands above the headline comes after what stands below it, as it can be the clock of the page.
 */
function fromStamps(marked: Marked): readonly DateCandidate[] {
  const { pieces, judgements, headline } = marked;
  const firstBody = pieces.findIndex((piece) => piece.inBody === true);
  const lastNear = Math.max(firstBody, headline ?? 0) + 4;
  const isStamp = (piece: PageBlock, i: number): boolean => {
    const because = judgements[i]?.because;
    const isClip = because === 'caption' && /\((?:published|posted|aired)\b/i.test(piece.text);
    return (
      isClip ||
      because === 'stamp' ||
      isNamedStamp(piece) ||
      because === 'byline' ||
      (because === 'navigation' && i < 3)
    );
  };
  const read = (from: number, to: number): readonly DateCandidate[] =>
    pieces.flatMap((piece, i) => {
      const isFar = piece.inBody === false && (i < (headline ?? 0) - 3 || i > lastNear);
      return i >= from && i < to && !isFar && isStamp(piece, i) && !isClock(piece) ? readStamp(piece) : [];
    });
  if (firstBody < 0) return read(0, pieces.length);
  const opens = findOpening(marked, firstBody);
  const beside = (from: number, to: number) => [...read(from, to), ...fromHead(marked, firstBody, from, to)];
  return [...beside(opens, lastNear + 1), ...beside(0, opens), ...read(lastNear + 1, pieces.length)];
}

/** Where the report begins; a headline found only in the page's title says nothing of that. */
function findOpening({ pieces, headline }: Marked, firstBody: number): number {
  return headline === undefined || pieces[headline]?.tag === 'title' ? firstBody : headline;
}

function fromHead(marked: Marked, firstBody: number, from: number, to: number): readonly DateCandidate[] {
  const opens = findOpening(marked, firstBody);
  return marked.pieces.flatMap((piece, i) => {
    const isBelow = i >= opens - 2 && i <= opens + mostBeside && i <= Math.max(firstBody, opens) + 1;
    const isAbove = i >= firstBody - 4 && i <= firstBody + 1;
    const isBrief = piece.words <= mostBesideWords && !piece.isSentence && !isClock(piece);
    return i >= from && i < to && i !== marked.headline && isBrief && (isBelow || isAbove) ? readStamp(piece) : [];
  });
}

/** The bar at the top of a page tells its readers what day it is today. */
function isClock(piece: PageBlock): boolean {
  return piece.hints.some((name) => clockNames.has(name.replace(/[-_]/g, '')));
}

function readStamp(piece: PageBlock): readonly DateCandidate[] {
  const found: DateCandidate[] = [];
  const text = spellDays(partGlued(piece.text.slice(-400)));
  for (const match of text.matchAll(dated)) {
    const [whole, before, date, after] = match;
    if (date === undefined) continue;
    const time = after ?? before;
    const words = time === undefined ? date : `${date} ${time}`;
    const isModified = changed.test(text.slice(0, match.index));
    found.push({ words, how: 'page', evidence: whole.trim(), isModified });
  }
  return found;
}

function fromDateline({ pieces, judgements }: Marked): readonly DateCandidate[] {
  const lead = pieces.find((_, i) => judgements[i]?.kind === 'lead');
  const match = lead === undefined ? null : dateline.exec(lead.text.slice(0, 140));
  if (match?.[1] === undefined || match[2] === undefined) return [];
  return [{ words: `${match[1]}, ${match[2]}`, how: 'dateline', evidence: match[0].trim(), isModified: false }];
}

/** A day in the article's own address; an archive's capture date in front of it is not one. */
function fromUrl(page: Page): readonly DateCandidate[] {
  const path = originalAddress(page.source.url ?? '')
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '');
  const match =
    dayInPath.exec(path) ?? /[/_-]((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(path);
  if (match === null) return [];
  const [, year = '', month = '', day = ''] = match;
  const words = /\d/.test(month)
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : `${day} ${month} ${year}`;
  return [{ words, how: 'url', evidence: match[0], isModified: false }];
}
