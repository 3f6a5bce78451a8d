import {
  type CountAttribute,
  countAttributes,
  defined,
  type Incident,
  isCountRecord,
  namesOf,
  type SettledDecision,
  type Status,
} from '../../model/index.ts';

/** A figure as the table of incidents shows it. */
export interface BoardFigure {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly status: Status;
}

/** Why an incident waits for a person; `control` is one of the twentieth of agreed ones that is looked at all the same. */
export const doubts = ['disputed', 'changed', 'high', 'single', 'control', 'none'] as const;
export type Doubt = (typeof doubts)[number];

/** One incident as a line of the table, with what people decided of it. */
export interface BoardRow {
  readonly id: string;
  readonly title: string;
  readonly type: Incident['type'];
  readonly main: boolean;
  readonly story?: string;
  readonly date: Omit<Incident['date'], 'claims'>;
  readonly place: Omit<Incident['place'], 'claims'>;
  readonly figures: Readonly<Partial<Record<CountAttribute, BoardFigure>>>;
  /** Status of the first figure there is. */
  readonly status: Status;
  readonly articles: readonly string[];
  readonly doubt: Doubt;
  /** Figures nobody has settled. */
  readonly open: number;
  /** The last decision on it. */
  readonly decided?: { readonly by: string; readonly at: string };
  /** What came or went since it was decided. */
  readonly groundChanged?: string;
}

/** A single source of so many people or more is looked at before others. */
const highFigure = 10;
/** One agreed incident of so many is looked at all the same. */
const controlShare = 20;
const settling: ReadonlySet<string> = new Set(['accept', 'override', 'cannot-tell']);

/** List the decisions that hold of an incident, the oldest first. */
export function decisionsOn(incident: string, decisions: readonly SettledDecision[]): readonly SettledDecision[] {
  return decisions.filter((one) => one.incident === incident && one.status === 'applied');
}

/** Describe an incident as a line of the table. */
export function describeRow(
  incident: Incident,
  decisions: readonly SettledDecision[],
  groundChanged?: string,
): BoardRow {
  const { id, title, type, story, articles } = incident;
  // What a person split off is worth a line, though no report is mainly about it.
  const main = incident.main || incident.mentions === undefined;
  const { claims: _dates, ...date } = incident.date;
  const { claims: _places, ...place } = incident.place;
  const own = decisionsOn(id, decisions);
  const settled = new Set(own.flatMap(({ action, attribute }) => (settling.has(action) ? (attribute ?? []) : [])));
  const figures = readFigures(incident);
  const [first] = Object.values(figures);
  const last = own.filter(({ action }) => action !== 'note').at(-1);
  const open = (Object.keys(figures) as CountAttribute[]).filter((name) => !settled.has(name));
  const status = first?.status ?? 'unknown';
  return {
    ...{ id, title, type, main, date, place, figures, status, articles },
    ...defined({ story, groundChanged, decided: last && { by: last.by, at: last.at } }),
    open: open.length,
    doubt: findDoubt(
      id,
      open.flatMap((name) => figures[name] ?? []),
      groundChanged !== undefined,
    ),
  };
}

function readFigures({ attributes }: Incident): BoardRow['figures'] {
  const figures: Partial<Record<CountAttribute, BoardFigure>> = {};
  for (const name of countAttributes) {
    const record = attributes[name];
    if (record === undefined || !isCountRecord(record)) continue;
    const { low, best, high, status } = record;
    // Of a record without a figure only a dispute is anything to settle.
    if (best !== null || low !== null || status === 'disputed') figures[name] = { low, best, high, status };
  }
  return figures;
}

function findDoubt(id: string, open: readonly BoardFigure[], isChanged: boolean): Doubt {
  if (isChanged) return 'changed';
  if (open.some(({ status }) => status === 'disputed')) return 'disputed';
  const single = open.filter(({ status }) => status === 'single-source');
  if (single.some(({ best }) => (best ?? 0) >= highFigure)) return 'high';
  if (single.length > 0) return 'single';
  return open.length > 0 && isControl(id) ? 'control' : 'none';
}

/** Tell whether an incident is one of the twentieth that is looked at though its reports agree: by its id, so that nobody chooses. */
function isControl(id: string): boolean {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum % controlShare === 0;
}

/** Which rows of the table, and in which order. */
export interface BoardQuery {
  /** Words that title or place hold. */
  readonly words?: string;
  readonly status?: string;
  readonly doubt?: string;
  /** `open` where a figure is not settled, `decided` where somebody decided. */
  readonly state?: 'open' | 'decided';
  readonly story?: string;
  /** First and last day, ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  readonly background?: boolean;
  readonly sort?: BoardSort;
  readonly descending?: boolean;
}

const orders = {
  date: ({ date }) => date.earliest ?? '',
  title: ({ title }) => title.toLowerCase(),
  place: ({ place }) => (place.name ?? '').toLowerCase(),
  killed: ({ figures }) => figures.killed?.best ?? figures.killed?.low ?? -1,
  injured: ({ figures }) => figures.injured?.best ?? figures.injured?.low ?? -1,
  reports: ({ articles }) => articles.length,
  status: ({ status }) => status,
  decided: ({ decided }) => decided?.at ?? '',
  // What reports are mainly about comes before what they tell beside it.
  doubt: (row) => (row.main ? 1e8 : 0) - doubts.indexOf(row.doubt) * 1e6 + Math.min(1e5, row.figures.killed?.best ?? 0),
} as const satisfies Readonly<Record<string, (row: BoardRow) => string | number>>;

export type BoardSort = keyof typeof orders;
/** What rows can be sorted by. */
export const boardSorts: readonly BoardSort[] = namesOf(orders);

/** Choose and order rows; of equals the id decides, so that the order never comes from chance. */
export function chooseRows(rows: Iterable<BoardRow>, query: BoardQuery): readonly BoardRow[] {
  const { words = '', sort = 'date', descending = false } = query;
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: (readonly [BoardKey, BoardRow])[] = [];
  for (const row of rows) if (fits(row, query, wanted)) found.push([keyOf(row, sort), row]);
  const compare = compareKeys(descending);
  found.sort(([a], [b]) => compare(a, b));
  return found.map(([, row]) => row);
}

/** What a row is sorted by, and its id. */
export type BoardKey = readonly [value: string | number, id: string];

export function keyOf(row: BoardRow, sort: BoardSort = 'date'): BoardKey {
  return [orders[sort](row), row.id];
}

/** Order keys; of equals the id decides, whichever way the rest goes. */
export function compareKeys(descending = false): (a: BoardKey, b: BoardKey) => number {
  const way = descending ? -1 : 1;
  return ([a, x], [b, y]) => (a < b ? -way : a > b ? way : x < y ? -1 : x > y ? 1 : 0);
}

function fits(row: BoardRow, query: BoardQuery, words: readonly string[]): boolean {
  const { status, doubt, state, story, background = false } = query;
  if (!background && !row.main) return false;
  if (status !== undefined && row.status !== status) return false;
  if (doubt !== undefined && row.doubt !== doubt) return false;
  if (story !== undefined && row.story !== story) return false;
  if (!isBetween(row, query)) return false;
  if (state === 'open' && row.open === 0) return false;
  if (state === 'decided' && row.decided === undefined) return false;
  if (words.length === 0) return true;
  const text = `${row.title} ${row.place.name ?? ''} ${row.place.country ?? ''} ${row.type}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function isBetween({ date }: BoardRow, { from, to }: BoardQuery): boolean {
  if (from === undefined && to === undefined) return true;
  const day = date.earliest;
  return day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to);
}
