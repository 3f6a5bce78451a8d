import papa from 'papaparse';
import readSheets from 'read-excel-file/universal';
import { makeIssue } from '../draft.ts';
import { nameMember, type UnpackedItem, type UnpackLimits } from './limits.ts';
import { takeFiles, tooLarge } from './office.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** A library that holds a sheet whole makes a value of every cell it spans. */
const maxCells = 5_000_000;

/** Open a workbook (XLSX): every sheet that has rows as a table of text. Issues: `ingest/broken-archive`, `ingest/archive-too-large`. */
export async function openXlsx(
  bytes: Uint8Array,
  path: string | undefined,
  limits: UnpackLimits,
): Promise<readonly UnpackedItem[]> {
  // Sizes and places of cells are looked at before the library unpacks anything.
  const files = takeFiles(bytes, limits, (name) => /\.xml$/i.test(name));
  if (files === undefined) return [tooLarge(path)];
  const sizes = Object.entries(files).map(([name, xml]) =>
    /worksheets\//i.test(name) ? measureSheet(decoder.decode(xml)) : 0,
  );
  if (sizes.some((size) => size !== undefined && size > maxCells)) return [tooLarge(path)];
  if (sizes.includes(undefined)) return [broken(path)];
  try {
    const sheets = await readSheets(new Blob([new Uint8Array(bytes)]));
    return sheets
      .filter(({ data }) => data.length > 1)
      .map(({ sheet, data }) => ({
        bytes: encoder.encode(papa.unparse(data.map((row) => row.map(showCell)))),
        ...nameMember(path, sheet),
      }));
  } catch {
    return [broken(path)];
  }
}

function broken(path: string | undefined): UnpackedItem {
  const message = 'It begins like a workbook but cannot be opened.';
  return makeIssue('ingest/broken-archive', 'error', message, path, 'Save it again, or as CSV.');
}

/** Count the cells that a sheet spans, empty ones too; `undefined` where a row or cell stands at no place a sheet has (ECMA-376, 18.3.1). */
function measureSheet(xml: string): number | undefined {
  let [rows, columns] = [0, 0];
  for (const [, place = ''] of xml.matchAll(
    /<(?:\w{1,20}:)?(?:row|c|dimension)\s(?:[^<>]{0,500}?\s)?r(?:ef)?\s*=\s*["']([^"']*)/g,
  )) {
    for (const corner of place.split(':')) {
      const [, letters, number] = /^([A-Z]{0,3})(\d{0,7})$/.exec(corner) ?? [];
      if (letters === undefined || number === undefined) return undefined;
      rows = Math.max(rows, Number(number));
      columns = Math.max(
        columns,
        [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
      );
    }
  }
  return rows * columns;
}

function showCell(cell: unknown): string {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  return cell === null || cell === undefined ? '' : String(cell);
}
