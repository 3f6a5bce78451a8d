import { loadPageAssets } from '../../io/index.ts';
import type { Edition } from '../../model/index.ts';
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
  tabulateGtd,
  tabulateUcdp,
  veilNames,
  writeCsv,
  writeCsvw,
} from '../../publish/index.ts';
import { revise } from './revise.ts';

/** Schemes with columns of their own; each is coded under the policy of its name. */
const schemes = { ucdp: tabulateUcdp, acled: tabulateAcled, gtd: tabulateGtd } as const;

/** What an edition can be printed as. */
export const formats = [
  'json',
  'html',
  'md',
  'csv',
  'summary',
  'ucdp',
  'acled',
  'gtd',
  'json-ld',
  'webannotation',
  'geojson',
  'ftm',
  'ninjs',
  'jsonl',
  'parquet',
] as const;
export type ExportFormat = (typeof formats)[number];

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
  if (format === 'json') return { content: publishJson(edition) };
  const shown = names ? edition : veilNames(edition);
  if (format === 'ucdp' || format === 'acled' || format === 'gtd') return publishScheme(shown, format);
  switch (format) {
    case 'html':
      return { content: publishHtml(shown, { assets: await loadPageAssets() }) };
    case 'md':
      return { content: publishMarkdown(shown) };
    case 'csv':
      return { content: publishCsv(shown) };
    case 'summary':
      return { content: publishSummary(shown, { ...summaryDefaults, ...style }) };
    case 'json-ld':
      return { content: publishJsonLd(shown) };
    case 'webannotation':
      return { content: publishWebAnnotation(shown) };
    case 'geojson':
      return { content: publishGeoJson(shown) };
    case 'ftm':
      return { content: publishFtm(shown) };
    case 'ninjs':
      return { content: publishNinjs(shown) };
    case 'jsonl':
      return { content: publishJsonl(shown) };
    case 'parquet':
      return { content: publishParquet(shown) };
  }
}

function publishScheme(edition: Edition, scheme: keyof typeof schemes): Published {
  const coded = edition.config.policy === scheme ? edition : revise(edition, { policy: scheme }).value;
  const table: Table = schemes[scheme](coded);
  return { content: writeCsv(table), describe: (url) => writeCsvw(table, url) };
}
