import {
  attributes,
  type CountRecord,
  compareText,
  countAttributes,
  type Edition,
  type Incident,
  isCountRecord,
  type TermRecord,
} from '../model/index.ts';
import { formatWhen } from './dates.ts';
import { countOf, formatRange, formatValue, formatWhere } from './figures.ts';
import { attributeNames, differenceNames, statusNames, statusOf } from './labels.ts';
import { formatBest, formatTerm, markBest, sayWhy } from './standing.ts';
import { cleanLine, fitColumns, layTable, makePaint, type Paint, wrapLine } from './terminal.ts';
import { nameSource, type OpenEdition, openEdition, sayReports } from './witnesses.ts';
import { quoteClaim } from './words.ts';

export interface SummaryOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** ANSI colour; the caller asks the terminal and NO_COLOR. */
  readonly color: boolean;
  /** Incidents told in full after the table. */
  readonly detailed: number;
}

export const summaryDefaults: SummaryOptions = { width: 80, color: false, detailed: 3 };

const narrowest = 60;
const widest = 110;
const shownRows = 40;
const shownClaims = 3;
const shownIssues = 8;
const shownVoices = 8;

/** Print an edition for a terminal: incidents with ranges and status, then who says what in which words, then issues. */
export function publishSummary(edition: Edition, options: SummaryOptions = summaryDefaults): string {
  const width = Math.min(widest, Math.max(narrowest, options.width));
  const paint = makePaint(options.color);
  const open = openEdition(edition);
  const incidents = [...edition.incidents].sort(compareIncidents);
  const head = `${sayReports(open)} · ${countOf(incidents.length, 'incident')} · policy ${edition.config.policy}`;
  const told = incidents
    .filter(({ main, attributes: records }) => main || hasConflict(records))
    .slice(0, options.detailed);
  const blocks = [
    ...wrapLine(cleanLine(open.lead?.title ?? 'Nothing was read'), width, 0).map(paint.bold),
    ...wrapLine(cleanLine(head), width, 0),
    '',
    ...tellTable(incidents, width, paint),
    ...told.flatMap((incident) => ['', ...tellIncident(open, incident, width, paint)]),
    '',
    ...tellWitnesses(open, width),
    ...tellIssues(edition, width, paint),
  ];
  return `${blocks.map((line) => line.trimEnd()).join('\n')}\n`;
}

const statusRank = {
  disputed: 0,
  withdrawn: 1,
  updated: 2,
  compatible: 3,
  'single-source': 4,
  agreed: 5,
  unknown: 6,
} as const;

function rankConflict(incident: Incident): number {
  return Math.min(9, ...Object.values(incident.attributes).map((record) => statusRank[statusOf(record)]));
}

/** Main incidents first, then conflicts, then by date. */
function compareIncidents(a: Incident, b: Incident): number {
  return (
    Number(b.main) - Number(a.main) ||
    rankConflict(a) - rankConflict(b) ||
    b.articles.length - a.articles.length ||
    compareText(a.date.earliest ?? '9999', b.date.earliest ?? '9999') ||
    compareText(a.id, b.id)
  );
}

function hasConflict(records: Incident['attributes']): boolean {
  return Object.values(records).some((record) => record.status === 'disputed');
}

function tellTable(incidents: readonly Incident[], width: number, paint: Paint): readonly string[] {
  if (incidents.length === 0) return ['No incident was found.'];
  const rows = incidents
    .slice(0, shownRows)
    .map((incident) => [
      incident.main ? '*' : ' ',
      cleanLine(incident.title),
      incident.date.value === null ? '–' : cleanLine(formatWhen(incident, 'short')),
      cell(incident.attributes.killed),
      cell(incident.attributes.injured),
      String(incident.articles.length),
    ]);
  const header = [' ', 'incident', 'date', 'killed', 'injured', 'in'];
  const lines = layTable([header, ...rows], fitColumns([header, ...rows], 1, width));
  const more = incidents.length > shownRows ? [paint.dim(`and ${incidents.length - shownRows} more incidents`)] : [];
  const used = new Set(
    incidents.flatMap((incident) =>
      [incident.attributes.killed, incident.attributes.injured].flatMap((each) =>
        each === undefined ? [] : statusOf(each),
      ),
    ),
  );
  const key = [...used]
    .sort((a, b) => statusRank[a] - statusRank[b])
    .map((status) => `${statusNames[status].mark} ${statusNames[status].word}`);
  const marks = ['≥ at least', '> more than', '≤ up to', '~ about', '< fewer than'].filter((mark) =>
    rows.some((row) => row.some((words) => words.startsWith(mark.slice(0, 2)))),
  );
  const note = `(low–high); ${[...marks, ...key].join('  ')}${incidents.some(({ main }) => main) ? '  * what a report is about' : ''}`;
  return [paint.dim(lines[0] ?? ''), ...lines.slice(1), ...more, ...wrapLine(note, width, 3).map(paint.dim)];
}

/** Print the accepted figure, its range and the status mark: "≥ 13 (13–14) ◐". */
function cell(record: CountRecord | TermRecord | undefined): string {
  if (record === undefined || !isCountRecord(record)) return '';
  return `${withRange(markBest(record), record)} ${statusNames[statusOf(record)].mark}`;
}

function withRange(figure: string, record: CountRecord): string {
  const range = formatRange(record);
  return range === '' ? figure : `${figure} (${range})`;
}

function tellIncident(open: OpenEdition, incident: Incident, width: number, paint: Paint): readonly string[] {
  const records = attributes
    .flatMap((name) => {
      const record = incident.attributes[name];
      return record === undefined ? [] : [{ name, record }];
    })
    .sort((a, b) => rankRow(a) - rankRow(b));
  return [
    ...wrapLine(cleanLine(incident.title), width, 0).map(paint.bold),
    ...wrapLine(cleanLine(`${formatWhen(incident)} · ${formatWhere(incident)}`), width, 0).map(paint.dim),
    ...records.flatMap(({ name, record }) => tellRecord(open, attributeNames[name], record, width, paint)),
    ...tellVoices(open, incident, width),
  ];
}

const stanceRank = { claims: 0, confirms: 1, denies: 2, accuses: 3, warns: 4 } as const;

/** Tell who claims, confirms, denies, accuses and warns, in their reports' words. */
function tellVoices(open: OpenEdition, incident: Incident, width: number): readonly string[] {
  const spoken = (open.voicesOf.get(incident.id) ?? []).flatMap((voice) =>
    voice.stance === 'says' ? [] : [{ voice, rank: stanceRank[voice.stance] }],
  );
  if (spoken.length === 0) return [];
  const lines = [...spoken]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shownVoices)
    .flatMap(({ voice: { speaker, cue, article, quote } }) => {
      const siglum = open.witnessOf.get(article)?.siglum ?? '?';
      return wrapLine(cleanLine(`${siglum} ${speaker} (${cue}): “${quote}”`), width, 4);
    });
  const more = spoken.length > shownVoices ? [`    and ${spoken.length - shownVoices} more`] : [];
  return ['', 'Who claims, confirms, denies, accuses, warns', ...lines, ...more];
}

function rankRow({ name, record }: { readonly name: string; readonly record: CountRecord | TermRecord }): number {
  return (
    (record.status === 'disputed' ? 0 : 100) +
    (countAttributes as readonly string[]).indexOf(name) +
    (isCountRecord(record) ? 0 : 50)
  );
}

function tellRecord(
  open: OpenEdition,
  name: string,
  record: CountRecord | TermRecord,
  width: number,
  paint: Paint,
): readonly string[] {
  const status = statusOf(record);
  const accepted = isCountRecord(record)
    ? withRange(formatBest(record), record)
    : cleanLine(formatTerm(record) ?? 'none');
  const head = `${statusNames[status].mark} ${name}: ${accepted}`;
  // A category's words ("attack", "gunmen") add nothing here; who is said to have done or claimed it does.
  const told = isCountRecord(record) || record.readings.some(({ value }) => value.kind === 'actor');
  const readings = (told ? record.readings : []).flatMap((reading) => {
    const claims = reading.claims.flatMap((id) => open.claims.get(id) ?? []);
    const difference = reading.difference === undefined ? '' : ` (${differenceNames[reading.difference]})`;
    const lines = claims.slice(0, shownClaims).map((claim) => {
      const witness = open.witnessOf.get(claim.article);
      const siglum = witness === undefined ? '?' : witness.copies.length > 0 ? `(${witness.siglum})` : witness.siglum;
      const quote = quoteClaim(claim);
      const speaker =
        claim.attribution === undefined || claim.attribution.kind === 'outlet' ? '' : `, ${claim.attribution.speaker}`;
      return cleanLine(`${siglum} “${quote}”${speaker}`);
    });
    const more = claims.length > shownClaims ? [`and ${claims.length - shownClaims} more`] : [];
    return [
      ...wrapLine(cleanLine(`${formatValue(reading.value)}${difference}`), width, 4),
      ...[...lines, ...more].flatMap((line) => wrapLine(line, width, 8)).map(paint.dim),
    ];
  });
  return [
    '',
    ...wrapLine(head, width, 0).map((line) => paint.status(status, line)),
    ...wrapLine(cleanLine(sayWhy(record)), width, 2),
    ...readings,
  ];
}

function tellWitnesses(open: OpenEdition, width: number): readonly string[] {
  const shown = open.witnesses
    .slice(0, shownRows)
    .map(
      (witness) =>
        `${witness.siglum} ${nameSource(witness)}${witness.day === undefined ? '' : ` ${witness.day}`}${witness.copies.length > 0 ? ' (repeats another)' : ''}`,
    );
  const more = open.witnesses.length > shownRows ? [`and ${open.witnesses.length - shownRows} more`] : [];
  return wrapLine(cleanLine([...shown, ...more].join(' · ')), width, 0);
}

function tellIssues(edition: Edition, width: number, paint: Paint): readonly string[] {
  const told = edition.issues.filter(({ severity }) => severity !== 'info');
  if (told.length === 0) return [];
  const lines = told
    .slice(0, shownIssues)
    .flatMap(({ code, message, path }) =>
      wrapLine(cleanLine(`${code}: ${message}${path === undefined ? '' : ` (${path})`}`), width, 2),
    );
  const more = told.length > shownIssues ? [`  and ${told.length - shownIssues} more`] : [];
  return ['', paint.bold(`Set aside or doubtful (${told.length})`), ...lines, ...more];
}
