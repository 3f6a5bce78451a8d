import { lstat, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Edition } from '../model/index.ts';
import { RequestError, read, type Settings, veilNames } from '../pipeline/index.ts';

/** Most files of one request, and bytes of all of them. */
const [mostFiles, mostBytes] = [50, 20 * 1024 * 1024];

/**
 * Read reports under folders that are allowed, as an edition of their own; nothing is kept, names are veiled.
 *
 * Paths are absolute, or within one of the folders. Refused are `..`, links and what lies outside: RequestError says which. Folders are read whole.
 */
export async function readAllowed(
  roots: readonly string[],
  paths: readonly string[],
  settings: Pick<Settings, 'reader'>,
): Promise<Edition> {
  if (roots.length === 0) throw new RequestError('no folder is allowed; start with --root FOLDER to allow one');
  const files: string[] = [];
  for (const path of paths) files.push(...(await listFiles(await checkPath(roots, path))));
  if (files.length === 0) throw new RequestError('there is nothing to read');
  if (files.length > mostFiles) throw new RequestError(`${files.length} files; name at most ${mostFiles}`);
  const sizes = await Promise.all(files.map(async (file) => (await lstat(file)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > mostBytes) throw new RequestError(`${bytes} bytes; name files of at most ${mostBytes} together`);
  return veilNames(await read(files, { reader: settings.reader, workers: 0 }));
}

/** Check one path and return it absolute. Throws RequestError. */
async function checkPath(roots: readonly string[], path: string): Promise<string> {
  const refused = new RequestError(`${path}: it is not under an allowed folder`);
  if (path.includes('\0') || path.split(/[\\/]/).includes('..')) throw refused;
  for (const root of roots) {
    const base = await realpath(root);
    const whole = isAbsolute(path) ? path : join(base, path);
    const inside = [relative(base, whole), relative(resolve(root), whole)].find((one) => isInside(one));
    if (inside === undefined) continue;
    const found = join(base, inside);
    if (await hasLink(base, inside)) throw refused;
    const real = await realpath(found).catch(() => undefined);
    if (real === undefined) {
      if (isAbsolute(path)) throw new RequestError(`${path}: there is no such file`);
      continue;
    }
    if (!isInside(relative(base, real))) throw refused;
    return real;
  }
  throw refused;
}

function isInside(path: string): boolean {
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** Tell whether any step of a path below a folder is a link. */
async function hasLink(base: string, inside: string): Promise<boolean> {
  let at = base;
  for (const part of inside.split(sep).filter((one) => one !== '')) {
    at = join(at, part);
    const found = await lstat(at).catch(() => undefined);
    if (found?.isSymbolicLink() === true) return true;
  }
  return false;
}

/** List the files of a folder, links left out; a file is itself. */
async function listFiles(path: string): Promise<readonly string[]> {
  if ((await lstat(path)).isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
