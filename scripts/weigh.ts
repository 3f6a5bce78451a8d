import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Sum up the sizes of all files in a folder, in bytes on the disk. */
export function weigh(path: string): number {
  return readdirSync(path, { withFileTypes: true, recursive: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).blocks * 512 : 0),
    0,
  );
}
