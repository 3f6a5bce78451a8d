import type { Edition, Incident } from '../../model/index.ts';
import { listStories } from '../stories.ts';
import { nameSource, type OpenEdition, openEdition, sayReports } from '../witnesses.ts';
import { formatDay, spellDays } from '../wording/dates.ts';
import { countOf } from '../wording/figures.ts';
import { tellConflicts } from './conflicts.ts';
import { tellIncident } from './record.ts';
import { tellStories } from './story-list.ts';
import { compareIncidents, tellIncidents } from './table.ts';
import { cleanLine, makePaint, type Paint, wrapLine } from './terminal.ts';

export interface SummaryOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Use ANSI colour; the caller decides by the terminal and NO_COLOR. */
  readonly color: boolean;
  /** Number of incidents printed in full after the table. */
  readonly detailed: number;
}

export const summaryDefaults: SummaryOptions = { width: 80, color: false, detailed: 3 };

const narrowest = 60;
const widest = 110;
const shownWitnesses = 40;
const shownIssues = 8;

/**
 * Print an edition for a terminal: its incidents with ranges and status (or, of several stories, the list of stories), then who
 * says what in which words, the reports, and what was set aside.
 */
export function publishSummary(edition: Edition, options: SummaryOptions = summaryDefaults): string {
  const width = Math.min(widest, Math.max(narrowest, options.width));
  const paint = makePaint(options.color);
  const open = openEdition(edition);
  const leads = listStories(edition).flatMap(({ lead }) => lead ?? []);
  const body = leads.length > 1 ? tellSeveral(open, leads, options, paint) : tellOne(open, options, paint);
  const blocks = [
    ...body,
    ...tellConflicts(edition, width, paint),
    '',
    ...tellWitnesses(open, width),
    ...tellIssues(edition, width, paint),
  ];
  return `${blocks.map((line) => line.trimEnd()).join('\n')}\n`;
}

function tellOne(open: OpenEdition, { width, detailed }: SummaryOptions, paint: Paint): readonly string[] {
  const incidents = [...open.edition.incidents].sort(compareIncidents);
  const told = incidents.filter(({ main, attributes }) => main || hasConflict(attributes)).slice(0, detailed);
  return [
    ...tellHead(open, open.lead?.title ?? 'Nothing was read', width, paint),
    ...tellIncidents(incidents, width, paint),
    ...told.flatMap((incident) => ['', ...tellIncident(open, incident, width, paint)]),
  ];
}

function tellSeveral(
  open: OpenEdition,
  leads: readonly Incident[],
  { width, detailed }: SummaryOptions,
  paint: Paint,
): readonly string[] {
  const background = open.edition.incidents.filter((incident) => !leads.includes(incident)).sort(compareIncidents);
  const also = ['', paint.bold('Also named in these reports'), ...tellIncidents(background, width, paint)];
  const further =
    leads.length > detailed
      ? ['', ...wrapLine('The other records: variorum explain EDITION N, or read with --format html.', width, 0)]
      : [];
  return [
    ...tellHead(open, `${leads.length} stories`, width, paint),
    ...tellStories(open.edition, width, paint),
    ...(background.length === 0 ? [] : also),
    ...leads.slice(0, detailed).flatMap((incident) => ['', ...tellIncident(open, incident, width, paint)]),
    ...further.map(paint.dim),
  ];
}

function tellHead(open: OpenEdition, title: string, width: number, paint: Paint): readonly string[] {
  const { edition } = open;
  const head = `${sayReports(open)} · ${countOf(edition.incidents.length, 'incident')} · policy ${edition.config.policy}`;
  return [...wrapLine(cleanLine(title), width, 0).map(paint.bold), ...wrapLine(cleanLine(head), width, 0), ''];
}

function hasConflict(records: Incident['attributes']): boolean {
  return Object.values(records).some((record) => record.status === 'disputed');
}

/** Print the key of sigla, one report a line: day, and outlet; for a report without an outlet its headline or file. */
function tellWitnesses(open: OpenEdition, width: number): readonly string[] {
  const indent = Math.max(...open.witnesses.map(({ siglum }) => siglum.length), 0) + 2;
  const shown = open.witnesses.slice(0, shownWitnesses).flatMap((witness) => {
    const day = witness.day === undefined ? 'undated' : formatDay(witness.day, 'short');
    const file = nameSource(witness);
    const source = file === undefined || file === witness.outlet ? '' : ` (${file})`;
    const copy = witness.copies.length > 0 ? ', repeats another report' : '';
    const [first = '', ...rest] = wrapLine(cleanLine(`${day}, ${witness.name}${source}${copy}`), width, indent);
    return [witness.siglum.padEnd(indent) + first.slice(indent), ...rest];
  });
  const more =
    open.witnesses.length > shownWitnesses
      ? [`and ${countOf(open.witnesses.length - shownWitnesses, 'report')} more`]
      : [];
  return [...shown, ...more];
}

function tellIssues(edition: Edition, width: number, paint: Paint): readonly string[] {
  const told = edition.issues.filter(({ severity }) => severity !== 'info');
  if (told.length === 0) return [];
  const lines = told.slice(0, shownIssues).flatMap(({ code, message, path }) => {
    const where = path === undefined ? '' : `${path}: `;
    return wrapLine(cleanLine(`${where}${spellDays(message)} [${code}]`), width, 2);
  });
  const more =
    told.length > shownIssues ? [`  and ${told.length - shownIssues} more: --issues FILE writes them all`] : [];
  return ['', paint.bold(`Set aside or doubtful (${told.length})`), ...lines, ...more];
}
