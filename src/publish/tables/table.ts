/** A cell: text, a number or a truth value; null or undefined is printed blank. */
export type Cell = string | number | boolean | null | undefined;

/** A column of another institution's data set; `datatype` is an XML Schema type as CSVW names it. */
export interface Column {
  readonly name: string;
  readonly datatype: 'string' | 'integer' | 'decimal' | 'date' | 'boolean';
}

/** Rows under the exact columns of one data set. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the table contains, and whose columns it follows. */
  readonly title: string;
  /** A second row of the head, of HXL hashtags; one a column. */
  readonly tags?: readonly string[];
}

/** Make columns from names in order, separated by spaces; columns not in `types` hold text. */
export function nameColumns(names: string, types: Readonly<Record<string, Column['datatype']>>): readonly Column[] {
  return names.split(' ').map((name) => ({ name, datatype: types[name] ?? 'string' }));
}

/** Put the cells of a row in the order of the columns. Throws for a cell without a column, which is a bug. */
export function orderCells(columns: readonly Column[], cells: Readonly<Record<string, Cell>>): readonly Cell[] {
  const known = new Set(columns.map(({ name }) => name));
  const stray = Object.keys(cells).find((name) => !known.has(name));
  if (stray !== undefined) throw new RangeError(`there is no column ${stray}`);
  return columns.map(({ name }) => cells[name]);
}

/**
 * Print a table as CSV (RFC 4180: CRLF line ends, quotes doubled, UTF-8 without a byte order mark).
 *
 * A text cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises: `=1+1` is written
 * `'=1+1`.
 */
export function writeCsv({ columns, rows, tags }: Table): string {
  const head = [columns.map(({ name }) => quoteCell(name)), ...(tags === undefined ? [] : [tags])];
  const lines = [...head, ...rows.map((row) => row.map(quoteCell))];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** Print one cell of CSV. */
export function quoteCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Describe a CSV file in the vocabulary of CSV on the Web (W3C); `url` is the name of the CSV file, which lies in the same folder. */
export function writeCsvw({ columns, title, tags }: Table, url: string): string {
  const metadata = {
    '@context': 'http://www.w3.org/ns/csvw',
    url,
    'dc:title': title,
    dialect: {
      encoding: 'utf-8',
      lineTerminators: ['\r\n'],
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      ...(tags === undefined ? {} : { headerRowCount: 2 }),
    },
    tableSchema: {
      columns: columns.map(({ name, datatype }, at) => ({
        name: name.replace(/[^A-Za-z0-9_]/g, '_'),
        titles: tags?.[at] ? [name, tags[at]] : name,
        datatype,
        required: false,
      })),
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
