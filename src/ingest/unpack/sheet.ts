import papa from 'papaparse';
import readSheets from 'read-excel-file/universal';
import { makeIssue } from '../draft.ts';
import { nameMember, type UnpackedItem, type UnpackLimits } from './limits.ts';
import { takeFiles, tooLarge } from './office.ts';

const encoder = new TextEncoder();

/** Open a workbook (XLSX): every sheet that has rows as a table of text. Issues: `ingest/broken-archive`, `ingest/archive-too-large`. */
export async function openXlsx(
  bytes: Uint8Array,
  path: string | undefined,
  limits: UnpackLimits,
): Promise<readonly UnpackedItem[]> {
  // Sizes are looked at before the library unpacks anything.
  if (takeFiles(bytes, limits, (name) => /\.xml$/i.test(name)) === undefined) return [tooLarge(path)];
  try {
    const sheets = await readSheets(new Blob([new Uint8Array(bytes)]));
    return sheets
      .filter(({ data }) => data.length > 1)
      .map(({ sheet, data }) => ({
        bytes: encoder.encode(papa.unparse(data.map((row) => row.map(showCell)))),
        ...nameMember(path, sheet),
      }));
  } catch {
    return [
      makeIssue(
        'ingest/broken-archive',
        'error',
        'It begins like a workbook but cannot be opened.',
        path,
        'Save it again, or as CSV.',
      ),
    ];
  }
}

function showCell(cell: unknown): string {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  return cell === null || cell === undefined ? '' : String(cell);
}
