import { loadPageAssets } from '../../io/index.ts';
import { defined, type Edition, namesOf } from '../../model/index.ts';
import {
  type HxlTable,
  hxlTables,
  listHxlTags,
  publishCsv,
  publishFtm,
  publishGeoJson,
  publishHtml,
  publishJson,
  publishJsonLd,
  publishJsonl,
  publishMarkdown,
  publishNinjs,
  publishParquet,
  publishSummary,
  publishWebAnnotation,
  type SummaryOptions,
  summaryDefaults,
  type Table,
  tabulateAcled,
  tabulateConflicts,
  tabulateCrosswalk,
  tabulateGtd,
  tabulateUcdp,
  veilNames,
  writeCsv,
  writeCsvw,
} from '../../publish/index.ts';
import { revise } from './revise.ts';

/** How to print; only the summary looks at its style. */
export interface PublishOptions extends Partial<SummaryOptions> {
  /** Print the names of private persons of the record. */
  readonly names?: boolean;
  /** Put a row of HXL hashtags under the head of a table (CSV). */
  readonly hxl?: boolean;
}

/** A printed edition, and for tables what describes them, to be written beside. */
export interface Published {
  readonly content: string | Uint8Array;
  /** CSV on the Web metadata, given the file name of the table. */
  readonly describe?: (url: string) => string;
}

/** How to print, beside whose names are shown. */
type PrintStyle = Omit<PublishOptions, 'names'>;

/** Prints an edition; only the summary looks at the style, and only tables at `hxl`. */
type Printer = (shown: Edition, style: PrintStyle) => Published | Promise<Published>;

/** What an edition can be printed as, in the order help lists it. */
const printers = {
  json: (shown) => ({ content: publishJson(shown) }),
  html: async (shown) => ({ content: publishHtml(shown, { assets: await loadPageAssets() }) }),
  md: (shown) => ({ content: publishMarkdown(shown) }),
  csv: (shown, { hxl }) => ({ content: publishCsv(shown, defined({ hxl })) }),
  summary: (shown, { hxl: _, ...style }) => ({ content: publishSummary(shown, { ...summaryDefaults, ...style }) }),
  ucdp: (shown, style) => publishScheme(shown, 'ucdp', tabulateUcdp, style),
  acled: (shown, style) => publishScheme(shown, 'acled', tabulateAcled, style),
  gtd: (shown, style) => publishScheme(shown, 'gtd', tabulateGtd, style),
  conflicts: (shown, style) => publishTable('conflicts', tabulateConflicts(shown), style),
  crosswalk: (shown, style) => publishTable('crosswalk', tabulateCrosswalk(shown), style),
  'json-ld': (shown) => ({ content: publishJsonLd(shown) }),
  webannotation: (shown) => ({ content: publishWebAnnotation(shown) }),
  geojson: (shown) => ({ content: publishGeoJson(shown) }),
  ftm: (shown) => ({ content: publishFtm(shown) }),
  ninjs: (shown) => ({ content: publishNinjs(shown) }),
  jsonl: (shown) => ({ content: publishJsonl(shown) }),
  parquet: (shown) => ({ content: publishParquet(shown) }),
} as const satisfies Readonly<Record<string, Printer>>;

export type ExportFormat = keyof typeof printers;
export const formats: readonly ExportFormat[] = namesOf(printers);
/** Formats that can carry a row of HXL hashtags. */
export const hxlFormats: readonly ExportFormat[] = hxlTables;

/**
 * Print an edition; names are veiled in every form but its own JSON, whose articles are what was read.
 *
 * Throws where the package lacks a file the format needs.
 */
export async function publish(
  edition: Edition,
  format: ExportFormat,
  options: PublishOptions = {},
): Promise<Published> {
  const { names = false, ...style } = options;
  const print: Printer = printers[format];
  return print(names || format === 'json' ? edition : veilNames(edition), style);
}

/** Code an edition under the policy of a scheme, and print it in the columns of that scheme. */
function publishScheme(
  edition: Edition,
  scheme: HxlTable,
  tabulate: (coded: Edition) => Table,
  style: PrintStyle,
): Published {
  const coded = edition.config.policy === scheme ? edition : revise(edition, { policy: scheme }).value;
  return publishTable(scheme, tabulate(coded), style);
}

function publishTable(name: HxlTable, plain: Table, { hxl = false }: PrintStyle): Published {
  const columns = plain.columns.map((column) => column.name);
  const table = hxl ? { ...plain, tags: listHxlTags(name, columns) } : plain;
  return { content: writeCsv(table), describe: (url) => writeCsvw(table, url) };
}
