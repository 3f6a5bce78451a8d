import type { Attribute, Claim, Edition } from '../../model/index.ts';
import { searchVersions } from '../../store/index.ts';
import { type BoardRow, compareKeys, keyOf } from '../room/board.ts';
import type { Room } from '../room/room.ts';
import { listRows } from '../room/rows.ts';
import { readPhrases } from '../search.ts';
import { cutRecord } from './incident.ts';
import { NotThere, type Page, readCursor, writeCursor } from './page.ts';
import { describeQuote, describeReport, type Quote, type ReportedClaim, type ReportHead } from './shapes.ts';

/** Which claims; all that is given must hold. */
export interface QuoteQuery {
  /** Words that the report holds, or title or place of the incident. */
  readonly words?: string;
  readonly incident?: string;
  /** Id of a report. */
  readonly article?: string;
  readonly attribute?: Attribute;
  /** Part of the speaker's name. */
  readonly speaker?: string;
  /** First and last day of the incident. */
  readonly from?: string;
  readonly to?: string;
  /** 20 where absent. */
  readonly limit?: number;
  readonly cursor?: string;
}

const usualLimit = 20;
/** Records opened for one page: a page that would need more is short, and its cursor goes on. */
const mostRecords = 30;
/** Reports that words are looked for in: the newest so many that hold them. */
const mostReports = 1000;
const order = 'date';

/**
 * Find quotes: claims by their exact words, with the report, the speaker and the place in the text; those of the newest incidents first.
 *
 * Names are veiled. A page may hold fewer than asked for, or none, and still have a cursor. Throws NotThere for an incident there is not,
 * RequestError for a cursor that nobody here wrote.
 */
export function findQuotes(room: Room, query: QuoteQuery = {}): Promise<Page<Quote>> {
  return walkClaims(room, query, describeQuote);
}

/** Find claims as the model has them, as `findQuotes` does. */
export function findClaims(room: Room, query: QuoteQuery = {}): Promise<Page<ReportedClaim>> {
  return walkClaims(room, query, (claim, report) => ({ claim, report }));
}

type Describe<T> = (claim: Claim, report: ReportHead) => T;

async function walkClaims<T>(room: Room, query: QuoteQuery, describe: Describe<T>): Promise<Page<T>> {
  const { limit = usualLimit } = query;
  const cursor = readCursor(query.cursor, ['string|number', 'string', 'number']);
  const wanted = await findWanted(room, query);
  const items: T[] = [];
  let opened = 0;
  for (const row of listCandidates(room, query, cursor)) {
    const isWanted =
      wanted === undefined || wanted.titles.has(row.id) || row.articles.some((id) => wanted.texts.has(id));
    if (!isWanted || (query.article !== undefined && !row.articles.includes(query.article))) continue;
    const [value, id] = keyOf(row, order);
    if (opened === mostRecords) return { items, next: writeCursor([value, id, 0]) };
    opened += 1;
    const { edition } = await cutRecord(room, row.id);
    const texts = wanted === undefined || wanted.titles.has(row.id) ? undefined : wanted.texts;
    const claims = edition.claims.filter((claim) => isMeant(claim, row, query, texts));
    const from = cursor?.[1] === row.id ? Number(cursor[2]) : 0;
    const some = claims.slice(from, from + limit - items.length);
    items.push(...describeAll(edition, some, describe));
    if (from + some.length < claims.length) return { items, next: writeCursor([value, id, from + some.length]) };
  }
  return { items };
}

/** List the incidents that may hold what is asked for, from the one a cursor points at. */
function listCandidates(room: Room, query: QuoteQuery, cursor: ReturnType<typeof readCursor>): readonly BoardRow[] {
  const { incident, from, to } = query;
  if (incident !== undefined) {
    const row = room.board.get(incident);
    if (row === undefined) throw new NotThere(`there is no incident "${incident}"`);
    return [row];
  }
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const rows = listRows(room, { sort: order, descending: true, background: true, ...days });
  if (cursor === undefined) return rows;
  const [value = '', id = ''] = cursor;
  const compare = compareKeys(true);
  return rows.filter((row) => compare(keyOf(row, order), [value, String(id)]) >= 0);
}

interface Wanted {
  /** Incidents whose title or place holds the words. */
  readonly titles: ReadonlySet<string>;
  /** Reports that hold them. */
  readonly texts: ReadonlySet<string>;
}

async function findWanted(room: Room, { words = '' }: QuoteQuery): Promise<Wanted | undefined> {
  const phrases = readPhrases(words);
  if (phrases.length === 0) return undefined;
  const titles = listRows(room, { words: words.replaceAll('"', ' '), background: true });
  const found = await searchVersions(room.archive.database, { phrases, limit: mostReports });
  return { titles: new Set(titles.map(({ id }) => id)), texts: new Set(found.map(({ text_id }) => text_id)) };
}

function isMeant(claim: Claim, row: BoardRow, query: QuoteQuery, texts: ReadonlySet<string> | undefined): boolean {
  const { article, attribute, speaker } = query;
  if (claim.incident !== row.id) return false;
  if (texts !== undefined && !texts.has(claim.article)) return false;
  if (article !== undefined && claim.article !== article) return false;
  if (attribute !== undefined && claim.attribute !== attribute) return false;
  return speaker === undefined || (claim.attribution?.speaker ?? '').toLowerCase().includes(speaker.toLowerCase());
}

function describeAll<T>({ articles }: Edition, claims: readonly Claim[], describe: Describe<T>): readonly T[] {
  const reports = new Map(articles.map((article) => [article.id, describeReport(article)]));
  return claims.map((claim) => describe(claim, reports.get(claim.article) ?? { article: claim.article }));
}
