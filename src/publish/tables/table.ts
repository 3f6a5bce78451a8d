/** A cell: text, a number, or nothing where the scheme cannot hold what is known. */
export type Cell = string | number | boolean | null | undefined;

/** A column of a foreign scheme; `datatype` is an XML Schema type as CSVW names it. */
export interface Column {
  readonly name: string;
  readonly datatype: 'string' | 'integer' | 'decimal' | 'date' | 'boolean';
}

/** Rows under the exact columns of one scheme. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the table is, and whose scheme it follows. */
  readonly title: string;
}

/** Name columns in order; those not named in `types` hold text. */
export function nameColumns(names: string, types: Readonly<Record<string, Column['datatype']>>): readonly Column[] {
  return names.split(' ').map((name) => ({ name, datatype: types[name] ?? 'string' }));
}

/** Put a row's cells in the order of the columns. Throws for a cell of no column: that is our bug. */
export function orderCells(columns: readonly Column[], cells: Readonly<Record<string, Cell>>): readonly Cell[] {
  const known = new Set(columns.map(({ name }) => name));
  const stray = Object.keys(cells).find((name) => !known.has(name));
  if (stray !== undefined) throw new RangeError(`there is no column ${stray}`);
  return columns.map(({ name }) => cells[name]);
}

/**
 * Print a table as CSV (RFC 4180: CRLF, quotes doubled, UTF-8 without a mark).
 *
 * A cell of text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises.
 */
export function writeCsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ name }) => quoteCell(name)), ...rows.map((row) => row.map(quoteCell))];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** Print one cell of CSV. */
export function quoteCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Describe a CSV file by the W3C's CSV on the Web vocabulary; `url` is the file's name, beside which the description lies. */
export function writeCsvw({ columns, title }: Table, url: string): string {
  const metadata = {
    '@context': 'http://www.w3.org/ns/csvw',
    url,
    'dc:title': title,
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], quoteChar: '"', doubleQuote: true, header: true },
    tableSchema: {
      columns: columns.map(({ name, datatype }) => ({
        name: name.replace(/[^A-Za-z0-9_]/g, '_'),
        titles: name,
        datatype,
        required: false,
      })),
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
