import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describeFailure } from './files.ts';

/** Folder of the data files beside `src` and `dist` alike. */
const dataFolder = new URL('../../data/', import.meta.url);

/** Read a data file of the package as text, unpacking `.gz`. Throws where the package is incomplete. */
export async function loadData(name: string): Promise<string> {
  const bytes = await readFile(new URL(name, dataFolder));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Style and script of the page. */
export interface PageAssets {
  readonly style: string;
  readonly script: string;
}

// Beside the library in a package, in `web/dist` in a checkout.
const pageFolder = new URL(import.meta.url.endsWith('.ts') ? '../../web/dist/' : '../page/', import.meta.url);

/** Read the page's style and script, as `npm run build` leaves them. Throws with what to do where they were never built. */
export async function loadPageAssets(): Promise<PageAssets> {
  try {
    const style = await readFile(new URL('page.css', pageFolder), 'utf8');
    return { style, script: await readFile(new URL('page.js', pageFolder), 'utf8') };
  } catch (error) {
    throw new Error(`the page is not built (${describeFailure(error)}): run npm run build`, { cause: error });
  }
}
