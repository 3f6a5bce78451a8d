import { renderToString } from 'preact-render-to-string';
import type { Edition } from '../../model/index.ts';
import { Page } from './page.tsx';
import { viewEdition } from './view.ts';

/** The page's own style and behaviour, as built from the `web` workspace; the caller reads them, since stages read no disk. */
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
 * The page asks the network for nothing (its Content-Security-Policy forbids it), is readable with scripts off, and
 * prints on A4. Without assets it is plain, unstyled HTML with everything in it.
 */
export function publishHtml(edition: Edition, options: HtmlOptions): string {
  const { style, script } = options.assets;
  return `<!doctype html>\n${renderToString(<Page view={viewEdition(edition)} style={style} script={script} />)}\n`;
}
