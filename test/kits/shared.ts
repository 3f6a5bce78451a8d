import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../shared/', import.meta.url);

/** The message of a test that is skipped because the data it needs are not part of the project. */
export const sharedMissing = 'needs ../shared, which is not in this checkout';

/** Find a file or folder of `../shared`; undefined where it is absent. */
export function findShared(name: string): string | undefined {
  const path = fileURLToPath(new URL(name, folder));
  return existsSync(path) ? path : undefined;
}
