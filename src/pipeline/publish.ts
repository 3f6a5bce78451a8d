import { loadPageAssets } from '../io/index.ts';
import type { Edition } from '../model/index.ts';
import {
  publishCsv,
  publishHtml,
  publishJson,
  publishMarkdown,
  publishSummary,
  type SummaryOptions,
  summaryDefaults,
} from '../publish/index.ts';

/** What an edition can be printed as. */
export const formats = ['json', 'html', 'md', 'csv', 'summary'] as const;
export type Format = (typeof formats)[number];

/** Print an edition; only the summary looks at the style. Throws where the package lacks a file the format needs. */
export async function publish(edition: Edition, format: Format, style: Partial<SummaryOptions> = {}): Promise<string> {
  switch (format) {
    case 'json':
      return publishJson(edition);
    case 'html':
      return publishHtml(edition, { assets: await loadPageAssets() });
    case 'md':
      return publishMarkdown(edition);
    case 'csv':
      return publishCsv(edition);
    case 'summary':
      return publishSummary(edition, { ...summaryDefaults, ...style });
  }
}
