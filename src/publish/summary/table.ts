import { type CountRecord, compareText, type Incident, isCountRecord, type TermRecord } from '../../model/index.ts';
import { nameIncident } from '../stories.ts';
import { formatWhen } from '../wording/dates.ts';
import { formatRange } from '../wording/figures.ts';
import { statusNames, statusOf } from '../wording/labels.ts';
import { formatBest, markBest } from '../wording/standing.ts';
import { cleanLine, fitColumns, layTable, type Paint, widthOf, wrapLine } from './terminal.ts';

type Status = keyof typeof statusNames;

const statusRank: Readonly<Record<Status, number>> = {
  disputed: 0,
  withdrawn: 1,
  updated: 2,
  compatible: 3,
  'single-source': 4,
  agreed: 5,
  unknown: 6,
};
const boundNames = ['≥ at least', '> more than', '≤ up to', '~ about', '< fewer than'];
const shownRows = 40;
/** Columns of a title that suffice to tell most incidents apart. */
const enoughTitle = 36;

function rankConflict(incident: Incident): number {
  return Math.min(9, ...Object.values(incident.attributes).map((record) => statusRank[statusOf(record)]));
}

/** Compare incidents for the table: main ones first, then those whose figures conflict most, then by number of reports and date. */
export function compareIncidents(a: Incident, b: Incident): number {
  return (
    Number(b.main) - Number(a.main) ||
    rankConflict(a) - rankConflict(b) ||
    b.articles.length - a.articles.length ||
    compareText(a.date.earliest ?? '9999', b.date.earliest ?? '9999') ||
    compareText(a.id, b.id)
  );
}

/** Print incidents one a line, and a key of the marks used. */
export function tellIncidents(incidents: readonly Incident[], width: number, paint: Paint): readonly string[] {
  if (incidents.length === 0) return ['No incident was found.'];
  const shown = incidents.slice(0, shownRows);
  const header = [' ', 'incident', 'date', 'killed', 'injured', 'in'];
  const lay = (ranges: boolean) => [header, ...shown.map((incident) => layIncident(incident, ranges))];
  // Room for the title matters more than the ranges, which the records below repeat; so the ranges are dropped first.
  const whole = lay(true);
  const isRoomy = (fitColumns(whole, 1, width)[1] ?? 0) >= Math.min(enoughTitle, widestTitle(whole));
  const table = isRoomy ? whole : lay(false);
  const rows = table.slice(1);
  const lines = layTable(table, fitColumns(table, 1, width));
  const more = incidents.length > shownRows ? [paint.dim(`and ${incidents.length - shownRows} more incidents`)] : [];
  const key = wrapLine(nameMarks(shown, rows), width, 3).map(paint.dim);
  return [paint.dim(lines[0] ?? ''), ...lines.slice(1), ...more, ...key];
}

function widestTitle(table: readonly (readonly string[])[]): number {
  return Math.max(...table.map((row) => widthOf(row[1] ?? '')));
}

function layIncident(incident: Incident, ranges: boolean): readonly string[] {
  return [
    incident.main ? '*' : ' ',
    cleanLine(nameIncident(incident)),
    incident.date.value === null ? '–' : cleanLine(formatWhen(incident, 'short')),
    cell(incident.attributes.killed, ranges),
    cell(incident.attributes.injured, ranges),
    String(incident.articles.length),
  ];
}

/** Print the accepted figure, its range if wanted, and the status mark: "≥ 13 (13–14) ◐". */
function cell(record: CountRecord | TermRecord | undefined, ranges: boolean): string {
  if (record === undefined || !isCountRecord(record)) return '';
  const best = markBest(record);
  return `${ranges ? withRange(best, record) : best} ${statusNames[statusOf(record)].mark}`;
}

/** Print a figure with the record's range; alone where the range says nothing more (12 with 12–12). */
export function withRange(figure: string, record: CountRecord): string {
  const range = formatRange(record);
  return range === '' ? figure : `${figure} (${range})`;
}

/** Print a record's figure in words with its range: "at least 13 (13–14)". */
export function tellFigure(record: CountRecord): string {
  return withRange(formatBest(record), record);
}

function nameMarks(incidents: readonly Incident[], rows: readonly (readonly string[])[]): string {
  const cells = rows.flatMap((row) => row.slice(3));
  const used = new Set(
    incidents.flatMap(({ attributes: { killed, injured } }) =>
      [killed, injured].flatMap((record) => (record === undefined ? [] : statusOf(record))),
    ),
  );
  return [
    cells.some((words) => words.includes('(')) ? ['(low–high)'] : [],
    boundNames.filter((name) => cells.some((words) => words.startsWith(name.slice(0, 2)))),
    nameStatuses([...used]),
    incidents.some(({ main }) => main) ? ['* what a report is about'] : [],
  ]
    .flat()
    .join('  ');
}

/** Print statuses with their marks, those that most need attention (disputed) first. */
export function nameStatuses(statuses: readonly Status[]): readonly string[] {
  return [...statuses]
    .sort((a, b) => statusRank[a] - statusRank[b])
    .map((status) => `${statusNames[status].mark} ${statusNames[status].word}`);
}
