import { gunzipSync, unzipSync } from 'node:zlib';
import { unzipSync as openZip } from 'fflate';
import { parseTar } from 'nanotar';
import { makeIssue } from '../draft.ts';
import { nameMember, type UnpackedItem, type UnpackLimits } from './limits.ts';

/** Names of entries that the packing system adds for itself: `__MACOSX/`, `Thumbs.db`. */
const systemFiles = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\.git\/|node_modules\/)/;

/**
 * Open a gzip file. Issues: `ingest/archive-too-large` where it grows past the limit, `ingest/broken-archive`.
 *
 * A file cut short gives what can be read of it, with `ingest/truncated`.
 */
export function openGzip(bytes: Uint8Array, path: string | undefined, limits: UnpackLimits): readonly UnpackedItem[] {
  const inner = path === undefined ? {} : { path: path.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar') };
  try {
    return [{ bytes: new Uint8Array(gunzipSync(bytes, { maxOutputLength: limits.maxUnpackedBytes })), ...inner }];
  } catch (error) {
    if (isTooLarge(error)) return [tooLarge(path, limits.maxUnpackedBytes)];
  }
  try {
    const read = unzipSync(bytes, { maxOutputLength: limits.maxUnpackedBytes, finishFlush: 2 });
    const message = 'The gzip data end too soon; what could be read of them was.';
    const cut = makeIssue('ingest/truncated', 'warning', message, path, 'Fetch the file again.');
    return read.length === 0 ? [cut] : [cut, { bytes: new Uint8Array(read), ...inner }];
  } catch (error) {
    return [isTooLarge(error) ? tooLarge(path, limits.maxUnpackedBytes) : broken('gzip', path)];
  }
}

/** Open a zip archive held in memory; sizes are checked before anything is unpacked. */
export function openZipFile(
  bytes: Uint8Array,
  path: string | undefined,
  limits: UnpackLimits,
): readonly UnpackedItem[] {
  const issues: UnpackedItem[] = [];
  let total = 0;
  let count = 0;
  try {
    const files = openZip(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || systemFiles.test(name)) return false;
        count += 1;
        total += originalSize;
        const fits =
          originalSize <= limits.maxMemberBytes && total <= limits.maxUnpackedBytes && count <= limits.maxMembers;
        if (!fits) issues.push(tooLarge(nameMember(path, name).path, sayBound(originalSize, limits)));
        return fits;
      },
    });
    const members = Object.entries(files).map(([name, data]) => ({ bytes: data, ...nameMember(path, name) }));
    return [...issues, ...members];
  } catch {
    return [...issues, broken('zip', path)];
  }
}

/** Open a tar archive held in memory; links, devices and folders are left out. */
export function openTar(bytes: Uint8Array, path: string | undefined, limits: UnpackLimits): readonly UnpackedItem[] {
  const issues: UnpackedItem[] = [];
  try {
    const files = parseTar(bytes, {
      filter: ({ type, name }) => (type === 'file' || type === 'contiguousFile') && !systemFiles.test(name),
    });
    const members = files.slice(0, limits.maxMembers).flatMap(({ name, data, size }): readonly UnpackedItem[] => {
      if (data === undefined) return [];
      if (size > limits.maxMemberBytes) return [tooLarge(nameMember(path, name).path, limits.maxMemberBytes)];
      if (data.length < size) issues.push(cutShort(nameMember(path, name).path));
      return [{ bytes: new Uint8Array(data), ...nameMember(path, name) }];
    });
    return [...issues, ...members];
  } catch {
    return [broken('tar', path)];
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** Which bound an entry of a zip is past: its own, or that of all together. */
const sayBound = (size: number, { maxMemberBytes, maxUnpackedBytes }: UnpackLimits): number =>
  size > maxMemberBytes ? maxMemberBytes : maxUnpackedBytes;

function tooLarge(path: string | undefined, bound: number): UnpackedItem {
  const message = `Unpacked it comes to more than the ${Math.round(bound / 1_048_576)} MB that may be; it is set aside.`;
  return makeIssue('ingest/archive-too-large', 'error', message, path, 'Unpack it yourself, or raise the limits.');
}

function cutShort(path: string | undefined): UnpackedItem {
  return makeIssue(
    'ingest/truncated',
    'warning',
    'The archive ends within this file.',
    path,
    'Fetch the archive again.',
  );
}

function broken(kind: string, path: string | undefined): UnpackedItem {
  return makeIssue('ingest/broken-archive', 'error', `It begins like a ${kind} archive but cannot be unpacked.`, path);
}
