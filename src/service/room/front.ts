import { type CountAttribute, countAttributes } from '../../model/index.ts';
import { findVisit, listMoves, putVisit } from '../../store/index.ts';
import { type BoardFigure, type BoardRow, chooseRows, type Doubt, doubts } from './board.ts';
import type { Room } from './room.ts';

/** What moved, what waits, and the stories: the first thing a person sees. */
export interface Front {
  /** When the person was here before. */
  readonly since?: string;
  readonly moved: readonly FrontMove[];
  readonly waiting: Readonly<Record<Doubt, number>>;
  readonly stories: readonly FrontStory[];
  readonly incidents: number;
  /** Incidents of other times that reports tell beside their own. */
  readonly beside: number;
  readonly reports: number;
  readonly seq: number;
}

export interface FrontMove {
  readonly incident: string;
  readonly title: string;
  readonly at: string;
  readonly attribute?: CountAttribute;
  readonly was?: BoardFigure;
  readonly now?: BoardFigure;
  readonly by?: string;
  readonly reports?: number;
  /** Ids of the reports that came. */
  readonly articles?: readonly string[];
}

export interface FrontStory {
  /** The incident that stands for it. */
  readonly lead: BoardRow;
  readonly incidents: number;
  readonly reports: number;
  /** Figures that are settled or agreed, of all there are. */
  readonly settled: number;
  readonly figures: number;
}

const shownMoves = 12;
const shownStories = 60;

/** Put together what a person sees first. */
export async function readFront(room: Room, who: string): Promise<Front> {
  const { archive } = room;
  const { visit, moves } = await archive.database.read(async (db) => {
    const seen = await findVisit(db, who);
    return { visit: seen, moves: await listMoves(db, seen?.seq ?? 0, shownMoves * 4) };
  });
  return {
    ...(visit === undefined ? {} : { since: visit.at }),
    moved: foldMoves(moves).slice(0, shownMoves),
    ...sumBoard(room),
    seq: room.seq,
  };
}

type BoardSum = Pick<Front, 'waiting' | 'stories' | 'incidents' | 'beside' | 'reports'>;

/** What was summed of each room last, and after which change of its table. */
const sums = new WeakMap<Room, { readonly changes: number; readonly sum: BoardSum }>();

/** Sum the table once for each change of it. */
export function sumBoard(room: Room): BoardSum {
  const { board, changes } = room;
  const known = sums.get(room);
  if (known?.changes === changes) return known.sum;
  const waiting = Object.fromEntries(doubts.map((doubt) => [doubt, 0])) as Record<Doubt, number>;
  const reports = new Set<string>();
  for (const row of board.values()) {
    waiting[row.doubt] += 1;
    for (const id of row.articles) reports.add(id);
  }
  const sum = {
    waiting,
    stories: listStories([...board.values()]).slice(0, shownStories),
    incidents: [...board.values()].filter(({ main }) => main).length,
    beside: [...board.values()].filter(({ main }) => !main).length,
    reports: reports.size,
  };
  sums.set(room, { changes, sum });
  return sum;
}

/** Note that a person has seen what moved up to an event. */
export async function noteVisit({ archive }: Room, who: string, seq: number): Promise<void> {
  await archive.database.write((tx) => putVisit(tx, { who, seq, at: archive.now() }));
}

/** Fold moves of one figure into one: from what it was first to what it is now. */
function foldMoves(rows: Awaited<ReturnType<typeof listMoves>>): readonly FrontMove[] {
  const folded = new Map<string, FrontMove>();
  for (const { incident, title, at, attribute, was, now, because } of rows) {
    const key = `${incident} ${attribute}`;
    const known = folded.get(key);
    const name = countAttributes.find((one) => one === attribute);
    const before = was === '' ? {} : { was: JSON.parse(was) as BoardFigure };
    if (known !== undefined) {
      const { was: _later, ...rest } = known;
      folded.set(key, { ...rest, ...before });
      continue;
    }
    const after = now === '' ? {} : { now: JSON.parse(now) as BoardFigure };
    folded.set(key, {
      incident,
      title,
      at,
      ...(name && { attribute: name }),
      ...before,
      ...after,
      ...JSON.parse(because),
    });
  }
  return [...folded.values()].filter(
    ({ attribute, was, now }) => attribute === undefined || JSON.stringify(was) !== JSON.stringify(now),
  );
}

function listStories(rows: readonly BoardRow[]): readonly FrontStory[] {
  const stories = new Map<string, BoardRow[]>();
  for (const row of rows) {
    const key = row.story ?? row.id;
    const own = stories.get(key);
    if (own === undefined) stories.set(key, [row]);
    else own.push(row);
  }
  return [...stories.values()]
    .flatMap(describeStory)
    .sort((a, b) => b.reports - a.reports || ((b.lead.date.earliest ?? '') < (a.lead.date.earliest ?? '') ? -1 : 1));
}

function describeStory(rows: readonly BoardRow[]): readonly FrontStory[] {
  const own = rows.filter(({ main }) => main);
  const [lead] = own.length < 2 ? own : chooseRows(own, { sort: 'reports', descending: true });
  if (lead === undefined) return [];
  const figures = own.reduce((sum, row) => sum + Object.keys(row.figures).length, 0);
  const open = own.reduce((sum, row) => sum + Math.min(row.open, countDoubtful(row)), 0);
  const reports = new Set(own.flatMap(({ articles }) => articles)).size;
  return [{ lead, incidents: own.length, reports, settled: figures - open, figures }];
}

/** Count the figures that reports do not agree on by themselves. */
function countDoubtful({ figures }: BoardRow): number {
  return Object.values(figures).filter(({ status }) => status !== 'agreed' && status !== 'compatible').length;
}
