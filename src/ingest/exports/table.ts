import papa from 'papaparse';
import columnNames from '../../../data/column-names.json' with { type: 'json' };
import { defined, type Issue } from '../../model/index.ts';
import { monthStart } from '../../text/months.ts';
import { decodeEscapes, makeIssue } from '../draft.ts';
import { bodyNames, fieldOfKey, plainKey, summaryNames } from '../fields.ts';
import type { JsonRecord } from '../record-text.ts';
import { type Records, turnName } from './records.ts';

/** What a column of a table holds, under the names of JSON; `body` is the report's text. */
const roles = [
  'headline',
  'body',
  'published',
  'modified',
  'author',
  'outlet',
  'url',
  'language',
  'section',
  'wire',
] as const;
type Role = (typeof roles)[number];

const maxRows = 1_000_000;
/** Rows by which columns without a known name are told. */
const sampled = 50;
const headChars = 20_000;
const longText = 80;
/** Cells of a single row that is taken for a table. */
const leastOfOne = 8;

/** Names of columns as people who keep tables call them, in several languages; JSON's own names come first. */
const namesOfRoles: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) =>
    (role in columnNames ? columnNames[role as keyof typeof columnNames] : []).map((name) => [plainKey(name), role]),
  ),
);
/** What Excel writes above a table, so that it knows the mark between the cells. */
const markLine = /^\ufeff?sep=.\r?\n/i;

/** Tell whether a text begins as a table: rows of as many fields, of three or more or under names that are known. */
export function isTable(whole: string): boolean {
  const text = whole.replace(markLine, '');
  const head = text.slice(0, headChars);
  const lines = head.split('\n', 3);
  if (lines.length < 2 || !/[,;\t|]/.test(lines[0] ?? '')) return false;
  const rows = parse(head, sampled);
  const [header, ...rest] = text.length > head.length ? rows.slice(0, -1) : rows;
  if (header === undefined || header.length < 2) return false;
  // What trafilatura writes for one page is one row, parted by tabs, without names.
  if (rest.length === 0) return header.length >= leastOfOne && isRow(header) && /^[^\n]*\t/.test(head);
  if (rest.some((row) => row.length !== header.length)) return false;
  if (isRow(header)) return rest.length >= 1 && header.length >= 3;
  const known = header.filter((name) => roleOf(name) !== undefined).length;
  return (
    known >= 2 ||
    (known === 1 && header.length <= 3 && rest.length >= 2) ||
    (rest.length >= 2 && header.length >= 3 && areNames(header))
  );
}

/** A first row that holds a text and an address or a day is of a report, and no names of columns. */
function isRow(cells: readonly string[]): boolean {
  const isTold = cells.some((cell) => isDay(cell) || /^https?:\/\/\S+$/.test(cell));
  return isTold && cells.some((cell) => cell.length >= longText);
}

/** Names of columns are short, differ and are no sentences. */
function areNames(header: readonly string[]): boolean {
  return (
    new Set(header).size === header.length && header.every((name) => name.length <= 40 && !/[.!?]\s|^\s*$/.test(name))
  );
}

function parse(text: string, preview: number): readonly (readonly string[])[] {
  const { data } = papa.parse<string[]>(text, {
    preview,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', '\t', ';', '|'],
  });
  return data;
}

/**
 * Read the rows of a table as reports.
 *
 * Columns are told by their names, else by what stands in them; `chosen` says otherwise ("body=Story,headline=Title"). Issues:
 * `ingest/columns` tells what was taken for what, `ingest/unknown-columns` that no column holds a text, `ingest/too-many-items`.
 */
export function readTable(text: string, path: string | undefined, chosen: string): Records {
  const rows = parse(text.replace(markLine, ''), maxRows + 2);
  const [first = [], ...below] = rows;
  // Columns without names are called by their places, from 1.
  const header = isRow(first) ? first.map((_, at) => String(at + 1)) : first;
  const body = isRow(first) ? rows : below;
  const columns = chooseColumns(header, body, chosen);
  const wrong = parseChoice(chosen).filter(([, name]) => !header.some((one) => plainKey(one) === plainKey(name)));
  if (wrong.length > 0)
    return {
      records: [],
      issues: [
        noSuchColumn(
          wrong.map(([, name]) => name),
          header,
          path,
        ),
      ],
    };
  if (!columns.has('body') && !columns.has('headline')) return { records: [], issues: [unknown(header, path)] };
  const used = body.slice(0, maxRows);
  const records = used.map((row) => makeRecord(row, columns));
  const issues = [tellColumns(header, columns, path)];
  if (body.length > maxRows) {
    const message = `It has more than ${maxRows} rows; the first ${maxRows} are read.`;
    issues.push(makeIssue('ingest/too-many-items', 'warning', message, path, 'Split it.'));
  }
  return { records, issues };
}

function makeRecord(row: readonly string[], columns: ReadonlyMap<Role, number>): JsonRecord {
  const told = [...columns].flatMap(([role, at]) => {
    const value = row[at]?.trim() ?? '';
    if (isEmpty(value)) return [];
    return [
      [
        role,
        role === 'author'
          ? decodeEscapes(value)
              .split(/\s*;\s*/)
              .map(turnLast)
          : value,
      ] as const,
    ];
  });
  return Object.fromEntries(told);
}

/** "Reed, Ada" is Ada Reed; "Ada Reed, Bo Lind" are two. */
function turnLast(name: string): string {
  return /^(?:\p{Ll}+\s+){0,2}\S+,\s*\S/u.test(name) ? turnName(name) : name;
}

function isEmpty(cell: string): boolean {
  return /^\s*(?:nan|null|none|n\/a)?\s*$/i.test(cell);
}

/** Tell which column holds what: as chosen, by name, by content. */
function chooseColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  chosen: string,
): ReadonlyMap<Role, number> {
  const columns = new Map<Role, number>();
  const taken = new Set<number>();
  const take = (role: Role | undefined, at: number): void => {
    if (role === undefined || at < 0 || columns.has(role) || taken.has(at)) return;
    columns.set(role, at);
    taken.add(at);
  };
  for (const [role, name] of parseChoice(chosen)) {
    take(
      role,
      header.findIndex((one) => plainKey(one) === plainKey(name)),
    );
  }
  // Of several names for one thing the better known one counts: `maintext` before `description`.
  const sample = rows.slice(0, sampled);
  const ranked = header.map((name, at) => ({ at, role: roleOf(name), rank: rankOf(name, sample, at) }));
  for (const { role, at } of [...ranked].sort((a, b) => a.rank - b.rank || a.at - b.at)) take(role, at);
  header.forEach((_, at) => {
    if (!taken.has(at))
      take(
        guessRole(
          sample.map((row) => row[at] ?? ''),
          columns,
        ),
        at,
      );
  });
  return columns;
}

function roleOf(name: string): Role | undefined {
  const key = plainKey(name.replace(/^\ufeff/, ''));
  if (bodyNames.includes(key) || summaryNames.includes(key)) return 'body';
  const field = fieldOfKey(key);
  return roles.find((role) => role === field) ?? namesOfRoles.get(key);
}

/** Names of a text come before names of a summary, and of summaries the longer before the shorter; names that are ours alone last. */
function rankOf(name: string, sample: readonly (readonly string[])[], at: number): number {
  const key = plainKey(name);
  const place = bodyNames.indexOf(key);
  if (place >= 0) return place;
  const chars = sample.reduce((sum, row) => sum + (row[at] ?? '').length, 0) / Math.max(1, sample.length);
  if (summaryNames.includes(key) || namesOfRoles.get(key) === 'body') return bodyNames.length + 1 / (1 + chars);
  return namesOfRoles.has(key) ? 1 : 0;
}

/** Long words are a text, addresses an address, days a day; anything else is not guessed. */
function guessRole(values: readonly string[], known: ReadonlyMap<Role, number>): Role | undefined {
  const told = values.filter((value) => !isEmpty(value));
  const share = (is: (value: string) => boolean): number => told.filter(is).length / Math.max(1, told.length);
  if (told.length === 0) return undefined;
  if (!known.has('url') && share((value) => /^https?:\/\/\S+$/.test(value)) > 0.9) return 'url';
  if (!known.has('published') && share(isDay) > 0.9) return 'published';
  const isText = share((value) => value.length >= longText && /\s\S+\s/.test(value)) > 0.5;
  if (isText) return known.has('body') ? undefined : 'body';
  const isLine = share((value) => /\S\s+\S+\s+\S/.test(value)) > 0.9;
  return isLine && !known.has('headline') ? 'headline' : undefined;
}

const writtenDay = new RegExp(
  `^\\s*(?:\\d{1,2}[ -]${monthStart}[a-z]*[ -]\\d{4}|${monthStart}[a-z]* \\d{1,2}, \\d{4})\\s*$`,
  'i',
);

function isDay(value: string): boolean {
  return (
    /^\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:[T ].{0,30})?\s*$/.test(value) ||
    writtenDay.test(value)
  );
}

/** "body=Story,headline=Title" */
function parseChoice(chosen: string): readonly (readonly [role: Role, column: string])[] {
  return chosen.split(/,(?=\s*\w+\s*=)/).flatMap((pair) => {
    const at = pair.indexOf('=');
    const said = pair.slice(0, at).trim();
    const role = roles.find((one) => one === said) ?? roleOf(said);
    return at < 1 || role === undefined ? [] : [[role, pair.slice(at + 1).trim()] as const];
  });
}

function tellColumns(header: readonly string[], columns: ReadonlyMap<Role, number>, path: string | undefined): Issue {
  const taken = new Set(columns.values());
  const told = [...columns].map(([role, at]) => `${role} from "${header[at]}"`).join(', ');
  const left = header.filter((_, at) => !taken.has(at)).map((name) => `"${name}"`);
  const message = `Its rows are read as reports: ${told}${left.length === 0 ? '' : `; not used: ${left.slice(0, 12).join(', ')}`}.`;
  return makeIssue('ingest/columns', 'info', message.slice(0, 600), path, choose);
}

const choose = 'Where that is not so, say --columns body=NAME,headline=NAME,published=NAME,url=NAME.';

function unknown(header: readonly string[], path: string | undefined): Issue {
  const names = header.map((name) => `"${name}"`).slice(0, 20);
  const message = `It is a table, and none of its columns is known to hold the text of a report: ${names.join(', ')}.`;
  return makeIssue('ingest/unknown-columns', 'error', message.slice(0, 600), path, choose);
}

function noSuchColumn(names: readonly string[], header: readonly string[], path: string | undefined): Issue {
  const message = `It has no column ${names.map((name) => `"${name}"`).join(', ')}; it has ${header.map((name) => `"${name}"`).join(', ')}.`;
  return { ...makeIssue('ingest/unknown-columns', 'error', message.slice(0, 600)), ...defined({ path }), hint: choose };
}
