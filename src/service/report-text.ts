import { veilNames } from '../pipeline/index.ts';
import { NotThere } from './query/page.ts';
import { describeReport, type ReportHead } from './query/shapes.ts';
import type { Room } from './room/room.ts';

/** A report with a stretch of its text. */
export interface ReportStretch {
  readonly report: ReportHead;
  readonly text: string;
  /** Where the stretch stands in the whole text, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly total: number;
}

/** Read a stretch of the text of a report by its id; names of private persons are veiled. Throws NotThere. */
export async function readReportText(
  room: Room,
  article: string,
  start = 0,
  length = Number.MAX_SAFE_INTEGER,
): Promise<ReportStretch> {
  const isKnown = [...room.board.values()].some(({ articles }) => articles.includes(article));
  const family = isKnown ? await room.families.open([article], room.decisions) : undefined;
  const found = family && veilNames(family.edition).articles.find(({ id }) => id === article);
  if (found === undefined) throw new NotThere(`there is no report "${article}" that tells of an incident`);
  const { text } = found;
  const from = Math.min(Math.max(0, start), text.length);
  const end = Math.min(text.length, from + length);
  return { report: describeReport(found), text: text.slice(from, end), start: from, end, total: text.length };
}
