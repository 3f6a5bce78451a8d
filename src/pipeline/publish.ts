import { loadPageAssets } from '../io/index.ts';
import type { Edition } from '../model/index.ts';
import { publishHtml } from '../publish/html/index.tsx';
import { publishJson } from '../publish/json.ts';

/** What an edition can be printed as. */
export const formats = ['json', 'html'] as const;
export type Format = (typeof formats)[number];

/** How to print for a person; formats for programs do not look at it. */
export interface PrintOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

/** Print an edition. Throws where the package lacks a file the format needs. */
export async function publish(edition: Edition, format: Format, _options: PrintOptions): Promise<string> {
  if (format === 'html') return publishHtml(edition, { assets: await loadPageAssets() });
  return publishJson(edition);
}
