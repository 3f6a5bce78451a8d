import { z } from 'zod';
import { countAttributes, defined, statuses } from '../../model/index.ts';
import { findHeads, listMovesAt, type MoveKey, pageMoves, type Reading } from '../../store/index.ts';
import { type Page, readCursor, writeCursor } from '../query/page.ts';
import { type ReportHead, reportHeadSchema } from '../query/shapes.ts';
import type { Room } from '../room/room.ts';

const figure = z.int().nonnegative().nullable();
const boardFigure = z.object({ low: figure, best: figure, high: figure, status: z.enum(statuses) }).readonly();

/** A figure that is another than before, or an incident that is new, and why. */
export const moveSchema = z
  .object({
    /** The event of the log by which it moved. */
    seq: z.int().nonnegative(),
    at: z.string(),
    incident: z.string(),
    title: z.string(),
    /** Absent for an incident that is new. */
    attribute: z.enum(countAttributes as readonly [string, ...string[]]).optional(),
    was: boardFigure.optional(),
    now: boardFigure.optional(),
    /** Who decided so. */
    by: z.string().optional(),
    /** Reports that came. */
    reports: z.array(reportHeadSchema).readonly(),
  })
  .readonly();
export type FigureMove = z.infer<typeof moveSchema>;

type Row = Awaited<ReturnType<typeof pageMoves>>[number];

/** List figures that moved, the newest first, some at a time. */
export async function findMovedFigures(room: Room, limit: number, cursor?: string): Promise<Page<FigureMove>> {
  const after = readCursor(cursor, ['number', 'string', 'string']) as MoveKey | undefined;
  return room.archive.database.read(async (db) => {
    const rows = await pageMoves(db, after, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    const next = isMore ? { next: writeCursor([Number(last.seq), last.incident, last.attribute]) } : {};
    return { items: await describeMoves(db, shown), ...next };
  });
}

/** List what moved by one event. */
export async function listMovedAt(db: Reading, seq: number): Promise<readonly FigureMove[]> {
  return describeMoves(db, await listMovesAt(db, seq));
}

interface Cause {
  readonly by?: string;
  readonly articles?: readonly string[];
}

async function describeMoves(db: Reading, rows: readonly Row[]): Promise<readonly FigureMove[]> {
  const causes = rows.map(({ because }) => JSON.parse(because) as Cause);
  const ids = [...new Set(causes.flatMap(({ articles = [] }) => articles))];
  const heads = new Map((await findHeads(db, ids)).map((head) => [head.text_id, describeHead(head)]));
  return rows.map(({ seq, at, incident, title, attribute, was, now }, index) => {
    const { by, articles = [] } = causes[index] ?? {};
    return {
      ...{ seq: Number(seq), at, incident, title },
      ...defined({ attribute: attribute === '' ? undefined : attribute, by }),
      ...(was === '' ? {} : { was: JSON.parse(was) }),
      ...(now === '' ? {} : { now: JSON.parse(now) }),
      reports: articles.flatMap((id) => heads.get(id) ?? []),
    };
  });
}

/** Headlines are left out: they may name private persons, which is known only with the reading. */
function describeHead(head: Awaited<ReturnType<typeof findHeads>>[number]): ReportHead {
  const { text_id, outlet, address, published } = head;
  return {
    article: text_id,
    ...defined({ outlet: outlet ?? undefined, url: address ?? undefined, day: published ?? undefined }),
  };
}

/** Say a move in one sentence: "Fire in Norwick: killed was 12, is 14 (Norwick Courier, 2031-05-06)." */
export function sayMove({ title, attribute, was, now, by, reports }: FigureMove): string {
  const told = reports.map(({ outlet, url, day }) => [outlet ?? url ?? 'a report', day].filter(Boolean).join(', '));
  const why = by === undefined ? told.join('; ') : `decided by ${by}`;
  const what = attribute === undefined ? 'new' : `${attribute} was ${spell(was)}, is ${spell(now)}`;
  return `${title}: ${what}${why === '' ? '' : ` (${why})`}.`;
}

function spell(one: FigureMove['now']): string {
  if (one === undefined) return 'not told';
  if (one.best !== null) return String(one.best);
  return one.low === null && one.high === null ? 'open' : `${one.low ?? '?'} to ${one.high ?? '?'}`;
}
