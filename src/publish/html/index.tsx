import { renderToString } from 'preact-render-to-string';
import type { Edition } from '../../model/index.ts';
import { Page } from './page.tsx';
import { viewEdition } from './view.ts';

/** Style and script of the page, as built from the `web` workspace. The caller reads the files, since stages do not read the disk. */
export interface HtmlAssets {
  readonly style: string;
  readonly script: string;
}

export interface HtmlOptions {
  readonly assets: HtmlAssets;
}

/**
 * Print an edition as one self-contained HTML page in the manner of a critical edition.
 *
 * The page requests nothing from the network (its Content-Security-Policy forbids that), can be read with scripts off, and
 * prints on A4. Without assets it is unstyled HTML with the same content.
 */
export function publishHtml(edition: Edition, options: HtmlOptions): string {
  const { style, script } = options.assets;
  return `<!doctype html>\n${renderToString(<Page view={viewEdition(edition)} style={style} script={script} />)}\n`;
}
