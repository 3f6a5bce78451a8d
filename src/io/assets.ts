import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** Folder of the data files beside `src` and `dist` alike. */
const dataFolder = new URL('../../data/', import.meta.url);

/** Read a data file of the package as text, unpacking `.gz`. Throws where the package is incomplete. */
export async function loadData(name: string): Promise<string> {
  const bytes = await readFile(new URL(name, dataFolder));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Script and style of the page, as built from `web/`. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}
