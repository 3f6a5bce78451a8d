import { isRecord } from '../../model/index.ts';
import { bodyNames, fieldOfKey, plainKey } from '../fields.ts';
import type { JsonRecord } from '../record-text.ts';

const mostRows = 1_000_000;
const leastKnown = 2;

/**
 * Turn a table written as JSON into its rows; `undefined` where a value is none.
 *
 * Programs write columns by name (`{"title": {"0": …}}`, `{"title": […]}`), names and rows apart (`{"columns": […], "data": [[…]]}`), or
 * rows with the names in the first. Source: the orients of pandas' `to_json`.
 */
export function unfoldTable(value: unknown): readonly JsonRecord[] | undefined {
  if (Array.isArray(value)) return unfoldRows(value[0], value.slice(1));
  if (!isRecord(value)) return undefined;
  return unfoldRows(value.columns, value.data) ?? unfoldColumns(value);
}

function unfoldRows(names: unknown, rows: unknown): readonly JsonRecord[] | undefined {
  if (!areNames(names) || !Array.isArray(rows) || rows.length === 0) return undefined;
  if (!rows.every((row): row is readonly unknown[] => Array.isArray(row))) return undefined;
  return rows.slice(0, mostRows).map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}

function areNames(names: unknown): names is readonly string[] {
  return Array.isArray(names) && names.every((name) => typeof name === 'string') && countKnown(names) >= leastKnown;
}

/** Every column has the same rows. */
function unfoldColumns(columns: JsonRecord): readonly JsonRecord[] | undefined {
  const names = Object.keys(columns);
  const [first] = names;
  const rows = first === undefined ? undefined : rowsOf(columns[first]);
  if (rows === undefined || rows.length === 0 || countKnown(names) < leastKnown) return undefined;
  if (!names.every((name) => rowsOf(columns[name])?.join() === rows.join())) return undefined;
  return rows
    .slice(0, mostRows)
    .map((row) => Object.fromEntries(names.map((name) => [name, (columns[name] as JsonRecord)[row]])));
}

/** Numbers of rows; `undefined` for what is no column of plain values. */
function rowsOf(column: unknown): readonly string[] | undefined {
  if (typeof column !== 'object' || column === null) return undefined;
  const rows = Object.keys(column);
  const isPlain = Object.values(column).every((cell) => typeof cell !== 'object' || cell === null);
  return isPlain && rows.every((row) => /^\d+$/.test(row)) ? rows : undefined;
}

function countKnown(names: readonly string[]): number {
  return names.filter((name) => bodyNames.includes(plainKey(name)) || fieldOfKey(name) !== undefined).length;
}
