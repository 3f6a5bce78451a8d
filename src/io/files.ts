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
  /** True for a pipe or device: it has no size, may have no end, and can be read only once. */
  readonly isStream?: boolean;
}

/** A path that matched no file, or a file that cannot be read, with the reason. */
export interface PathFailure {
  readonly path: string;
  readonly reason: string;
}

/** The files that a list of paths names, and the paths that failed. */
export interface Listing {
  readonly files: readonly FileEntry[];
  readonly failures: readonly PathFailure[];
}

/**
 * List the files that paths, folders (searched in depth) and globs name, each once, sorted by path in code unit order.
 *
 * Left out are folder entries whose name begins with a dot, `node_modules`, and the pictures and scripts a browser stores
 * beside a saved page (`a_files/` beside `a.html`). Never throws: a path that cannot be listed becomes a failure with its
 * reason.
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

/** Read one file. Throws the error of the file system. */
export async function readBytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path));
}

/** Read the first bytes of a file, at most `length`. Throws the error of the file system. */
export async function readHead(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Stream a file, unpacked where it is gzip. Throws at the point where the file or its gzip data break off. `note` is called
 * with the number of bytes read from the file so far (packed bytes, where it is gzip).
 */
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

/** Say in plain words why the file system refused: `ENOENT` is "no such file or folder". */
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

/** Turn an error of the file system into a failure of this one path, so that the other paths are still listed. */
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
    // Only files and links: reading a pipe or socket that happens to lie in the folder could wait for ever.
    else if (entry.isFile() || entry.isSymbolicLink()) found.push(...(await settle(path, () => entryOf(path))));
  }
  return found;
}

/** Describe one file. Links are followed to files only, since a link to a folder could lead back to its own parent. */
async function entryOf(path: string): Promise<readonly FileEntry[]> {
  const known = await statOf(path);
  if (known === undefined || known.isDirectory()) return [];
  // The system's own files (such as those of /proc) report a size of 0 and are produced while they are read.
  const isStream = !known.isFile() || known.size === 0;
  return [{ path: path.replaceAll('\\', '/'), bytes: known.size, ...(isStream ? { isStream } : {}) }];
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
