import { defined } from '../../model/index.ts';
import { veilNames } from '../../pipeline/index.ts';
import { findCurrentText } from '../../store/index.ts';
import type { BoardRow } from '../room/board.ts';
import { veilHits } from '../room/reports.ts';
import type { Room } from '../room/room.ts';
import { describeHit, readPhrases, type SearchHit, type SearchQuery, searchRows } from '../search.ts';
import { NotThere, type Page, readCursor, writeCursor } from './page.ts';
import { describeReport, type ReportText } from './shapes.ts';

const usualLimit = 20;

/** Find reports as `searchReports` does, some at a time, the last added first. */
export async function findReports(
  room: Room,
  { cursor, limit = usualLimit, ...query }: SearchQuery & { readonly cursor?: string } = {},
): Promise<Page<SearchHit>> {
  const before = readCursor(cursor, ['number'])?.[0];
  const asked = { ...query, limit: limit + 1, ...defined({ before: before === undefined ? before : Number(before) }) };
  const rows = await searchRows(room.archive, asked);
  const shown = rows.slice(0, limit);
  const phrases = readPhrases(query.words ?? '');
  const items = await veilHits(
    room,
    shown.map((row) => describeHit(row, phrases)),
  );
  const last = shown.at(-1);
  return { items, ...(rows.length > limit && last ? { next: writeCursor([Number(last.number)]) } : {}) };
}

/** Give the text of a report as it counts now, names veiled, and the incidents it tells. Throws NotThere where there is none. */
export async function getReport(room: Room, article: string): Promise<ReportText> {
  const missing = new NotThere(`there is no report "${article}"; it may be an earlier version, or removed`);
  if ((await room.archive.database.read((db) => findCurrentText(db, { article }))) !== article) throw missing;
  const family = await room.families.open([article], room.decisions);
  const edition = veilNames(family.edition);
  const found = edition.articles.find(({ id }) => id === article);
  if (found === undefined) throw missing;
  const { text, language, authors, wire } = found;
  const incidents = edition.incidents.filter((incident) => incident.articles.includes(article)).map(({ id }) => id);
  return { ...describeReport(found), text, language, authors, incidents, ...defined({ wire }) };
}

/** A report with the incidents it tells of, as lines of their table. */
export interface OpenReport extends ReportText {
  readonly rows: readonly BoardRow[];
}

/** Open a report as `getReport` does, with the incidents it tells of. Throws NotThere where there is none. */
export async function openReport(room: Room, article: string): Promise<OpenReport> {
  const report = await getReport(room, article);
  return { ...report, rows: report.incidents.flatMap((id) => room.board.get(id) ?? []) };
}
