import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../shared/', import.meta.url);

/** What a test says when it needs data that does not travel with the project. */
export const sharedMissing = 'needs ../shared, which is not in this checkout';

/** Path of a file or folder of `../shared`, or undefined where it is absent. */
export function findShared(name: string): string | undefined {
  const path = fileURLToPath(new URL(name, folder));
  return existsSync(path) ? path : undefined;
}
