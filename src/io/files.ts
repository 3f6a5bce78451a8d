import { createReadStream, type Stats } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { glob, isDynamicPattern } from 'tinyglobby';
import { leaveOutAssets } from './saved-pages.ts';

const chunkBytes = 65_536;

/** A file that can be read later; `path` is as the user named it, with forward slashes. */
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  /** A pipe or device: it has no size, may have no end, and can be read only once. */
  readonly isStream?: boolean;
}

/** A path that named nothing, or nothing that can be read, and why. */
export interface PathFailure {
  readonly path: string;
  readonly reason: string;
}

/** What a list of paths named. */
export interface Listing {
  readonly files: readonly FileEntry[];
  readonly failures: readonly PathFailure[];
}

/**
 * List the files that paths, folders (searched in depth) and globs name, each once, sorted by path in code unit order.
 *
 * Entries of folders whose name begins with a dot are left out, and so are `node_modules` and what saved pages are made of. Never throws: what cannot be
 * listed is a failure with its reason.
 */
export async function listFiles(specs: readonly string[]): Promise<Listing> {
  const files = new Map<string, FileEntry>();
  const failures: PathFailure[] = [];
  for (const spec of specs) {
    for (const found of await settle(spec, () => expand(spec))) {
      if ('reason' in found) failures.push(found);
      else files.set(found.path, found);
    }
  }
  return { files: [...files.values()].sort(byPath), failures: failures.sort(byPath) };
}

/** Read one file. Throws what the disk throws. */
export async function readBytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path));
}

/** Read the first bytes of a file, as many as there are up to `length`. Throws what the disk throws. */
export async function readHead(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Stream a file, unpacked where it is gzip; what breaks off throws where it does. `note` is called with how many of its bytes were read. */
export async function* streamFile(
  path: string,
  gzipped: boolean,
  note: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  const unpacked = createGunzip({ chunkSize: chunkBytes });
  file.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of gzipped ? file.pipe(unpacked) : file) {
      note(file.bytesRead);
      yield chunk;
    }
  } finally {
    file.destroy();
    unpacked.destroy();
  }
}

/** Say in plain words why the disk refused. */
export function describeFailure(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'not allowed to read it',
  EPERM: 'not allowed to read it',
  ELOOP: 'its links run in a circle',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
};

type FileListing = readonly (FileEntry | PathFailure)[];

/** Turn what the disk throws into a failure of this path alone. */
async function settle(path: string, find: () => Promise<FileListing>): Promise<FileListing> {
  try {
    return await find();
  } catch (error) {
    return [{ path: path.replaceAll('\\', '/'), reason: describeFailure(error) }];
  }
}

async function expand(spec: string): Promise<FileListing> {
  const known = await statOf(spec);
  if (known === undefined) {
    if (!isDynamicPattern(spec)) throw Object.assign(new Error('no such file or folder'), { code: 'ENOENT' });
    const paths = await glob(spec, {
      dot: false,
      onlyFiles: true,
      expandDirectories: false,
      ignore: '**/node_modules/**',
      followSymbolicLinks: false,
      absolute: isAbsolute(spec),
    });
    if (paths.length === 0) throw new Error('the pattern matches no file');
    return leaveOutAssets((await Promise.all(paths.map((path) => settle(path, () => entryOf(path))))).flat());
  }
  if (!known.isDirectory()) return entryOf(spec);
  const found = leaveOutAssets(await walk(spec));
  if (found.length === 0) throw new Error('the folder holds no file');
  return found;
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (describeFailure(error) === reasons.ENOENT) return undefined;
    throw error;
  }
}

async function walk(folder: string): Promise<FileListing> {
  const found: (FileEntry | PathFailure)[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await settle(path, () => walk(path))));
    // A pipe or socket that happens to lie there would be waited for without end.
    else if (entry.isFile() || entry.isSymbolicLink()) found.push(...(await settle(path, () => entryOf(path))));
  }
  return found;
}

/** Links are followed to files only; a link to a folder could run in a circle. */
async function entryOf(path: string): Promise<readonly FileEntry[]> {
  const known = await statOf(path);
  if (known === undefined || known.isDirectory()) return [];
  // A regular file without a size may be one of the system's own, which are made as they are read.
  const isStream = !known.isFile() || known.size === 0;
  return [{ path: path.replaceAll('\\', '/'), bytes: known.size, ...(isStream ? { isStream } : {}) }];
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
