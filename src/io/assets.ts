import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describeFailure } from './files.ts';

/** Folder of the data files; `src` and `dist` lie at the same depth beside it, so one relative address serves both. */
const dataFolder = new URL('../../data/', import.meta.url);

/** Read a data file of the package as text, unpacking `.gz`. Throws where the package is incomplete. */
export async function loadData(name: string): Promise<string> {
  const bytes = await readFile(new URL(name, dataFolder));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Style and script of the HTML page. */
export interface PageAssets {
  readonly style: string;
  readonly script: string;
}

// An installed package has the built page beside the library (`page/`); a checkout has it in `web/dist/`.
const pageFolder = new URL(import.meta.url.endsWith('.ts') ? '../../web/dist/' : '../page/', import.meta.url);

/** Read the page's style and script, which `npm run build` writes. Throws, and says to run the build, where they are missing. */
export function loadPageAssets(): Promise<PageAssets> {
  return loadBuilt('page');
}

/** Style and script of the reading room. */
export type RoomAssets = PageAssets;

/** Read the style and script of the reading room. Throws as `loadPageAssets` does. */
export function loadRoomAssets(): Promise<RoomAssets> {
  return loadBuilt('room');
}

async function loadBuilt(name: 'page' | 'room'): Promise<PageAssets> {
  try {
    const style = await readFile(new URL(`${name}.css`, pageFolder), 'utf8');
    return { style, script: await readFile(new URL(`${name}.js`, pageFolder), 'utf8') };
  } catch (error) {
    throw new Error(`the ${name} is not built (${describeFailure(error)}): run npm run build`, { cause: error });
  }
}
