import { loadPageAssets } from '../../io/index.ts';
import { type Edition, namesOf } from '../../model/index.ts';
import {
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
}

/** A printed edition, and for tables what describes them, to be written beside. */
export interface Published {
  readonly content: string | Uint8Array;
  /** CSV on the Web metadata, given the file name of the table. */
  readonly describe?: (url: string) => string;
}

/** Prints an edition; only the summary looks at the style. */
type Printer = (shown: Edition, style: Partial<SummaryOptions>) => Published | Promise<Published>;

/** What an edition can be printed as, in the order help lists it. */
const printers = {
  json: (shown) => ({ content: publishJson(shown) }),
  html: async (shown) => ({ content: publishHtml(shown, { assets: await loadPageAssets() }) }),
  md: (shown) => ({ content: publishMarkdown(shown) }),
  csv: (shown) => ({ content: publishCsv(shown) }),
  summary: (shown, style) => ({ content: publishSummary(shown, { ...summaryDefaults, ...style }) }),
  ucdp: (shown) => publishScheme(shown, 'ucdp', tabulateUcdp),
  acled: (shown) => publishScheme(shown, 'acled', tabulateAcled),
  gtd: (shown) => publishScheme(shown, 'gtd', tabulateGtd),
  conflicts: (shown) => publishTable(tabulateConflicts(shown)),
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
function publishScheme(edition: Edition, scheme: string, tabulate: (coded: Edition) => Table): Published {
  const coded = edition.config.policy === scheme ? edition : revise(edition, { policy: scheme }).value;
  return publishTable(tabulate(coded));
}

function publishTable(table: Table): Published {
  return { content: writeCsv(table), describe: (url) => writeCsvw(table, url) };
}
