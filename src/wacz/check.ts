import type { KeyObject } from 'node:crypto';
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { z } from 'zod';
import { findDifferences, hashBytes } from '../store/index.ts';
import { checkSeal, type SealState } from './seal.ts';
import { checkWarc } from './warc.ts';

/** Something in a web archive that is not as it says. */
export interface WaczMismatch {
  readonly what: 'file' | 'missing' | 'unlisted' | 'record' | 'package' | 'signature';
  /** The file within the archive. */
  readonly subject: string;
  readonly message: string;
  /** Stretches of bytes of that file that differ, to a kilobyte, where the archive tells. */
  readonly ranges?: readonly { readonly start: number; readonly end: number }[];
}

/** What checking a web archive looked at and found. */
export interface CheckedWacz {
  readonly files: number;
  readonly records: number;
  readonly seal: SealState;
  readonly mismatches: readonly WaczMismatch[];
}

/** A larger file is not unpacked: a small archive could claim any size. */
const maxFileBytes = 2_000_000_000;
const packageName = 'datapackage.json';
const digestName = 'datapackage-digest.json';

const packageSchema = z.object({
  resources: z.array(
    z.object({ path: z.string(), hash: z.string(), bytes: z.number().optional(), blocks: z.base64().optional() }),
  ),
});
type Resource = z.infer<typeof packageSchema>['resources'][number];

const digestSchema = z.object({ hash: z.string(), signedData: z.unknown().optional() });

/**
 * Hash everything in a WACZ again: its data package, every file, every record of its WARC files; check who signed it.
 *
 * Names every file that is not as its data package says, and, in those Variorum wrote, which of its bytes. With `trusted` a signature of
 * another key does not match either. Throws NoWarcio.
 */
export async function checkWacz(bytes: Uint8Array, trusted?: KeyObject): Promise<CheckedWacz> {
  const opened = openFiles(bytes);
  if (opened === undefined) {
    const message = 'It cannot be opened as a zip archive: its list of files is damaged or cut off.';
    return { files: 0, records: 0, seal: { state: 'none' }, mismatches: [{ what: 'package', subject: '', message }] };
  }
  const { files, broken } = opened;
  const mismatches: WaczMismatch[] = broken.map((subject) => ({
    what: 'file',
    subject,
    message: `${subject} cannot be unpacked.`,
  }));
  const resources = readPackage(files.get(packageName));
  if (resources === undefined)
    mismatches.push({ what: 'package', subject: packageName, message: `${packageName} is missing or damaged.` });
  const sealed = checkDigest(files.get(digestName), files.get(packageName), trusted);
  mismatches.push(...sealed.mismatches);
  mismatches.push(...checkFiles(resources ?? [], files, new Set(broken)));
  let records = 0;
  for (const [name, content] of files) {
    if (!/^archive\/.*\.warc(?:\.gz)?$/.test(name)) continue;
    const checked = await checkWarc(content);
    records += checked.records;
    for (const { offset, url, what } of checked.wrong)
      mismatches.push({ what: 'record', subject: name, message: `${name}, record at ${offset} (${url}): ${what}.` });
  }
  return { files: files.size + broken.length, records, seal: sealed.seal, mismatches };
}

interface OpenedFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly broken: readonly string[];
}

/** Unpack files one by one, so that one that is damaged costs no other. */
function openFiles(bytes: Uint8Array): OpenedFiles | undefined {
  const names: string[] = [];
  const broken: string[] = [];
  const note = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!name.endsWith('/')) (originalSize <= maxFileBytes ? names : broken).push(name);
    return false;
  };
  try {
    unzipSync(bytes, { filter: note });
  } catch {
    return undefined;
  }
  const files = new Map<string, Uint8Array>();
  for (const name of names) {
    try {
      const own = unzipSync(bytes, { filter: (file) => file.name === name })[name];
      if (own !== undefined) files.set(name, own);
    } catch {
      broken.push(name);
    }
  }
  return { files, broken };
}

function readJson(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function readPackage(bytes: Uint8Array | undefined): readonly Resource[] | undefined {
  const read = packageSchema.safeParse(readJson(bytes));
  return read.success ? read.data.resources : undefined;
}

function checkDigest(
  digest: Uint8Array | undefined,
  described: Uint8Array | undefined,
  trusted: KeyObject | undefined,
): { readonly seal: SealState; readonly mismatches: readonly WaczMismatch[] } {
  const read = digestSchema.safeParse(readJson(digest));
  const hash = `sha256:${hashBytes(described ?? new Uint8Array())}`;
  const seal: SealState = read.success ? checkSeal(read.data.signedData, hash, trusted) : { state: 'none' };
  const mismatches: WaczMismatch[] = [];
  const complain = (what: 'package' | 'signature', subject: string, message: string) =>
    void mismatches.push({ what, subject, message });
  if (digest !== undefined && !read.success) complain('package', digestName, `${digestName} is damaged.`);
  if (read.success && read.data.hash !== hash)
    complain('package', packageName, `${packageName} is not what ${digestName} names.`);
  if (seal.state === 'wrong') complain('signature', digestName, 'The signature is not one of this data package.');
  if (seal.state === 'other-key') complain('signature', digestName, 'Another key than the one given signed it.');
  if (seal.state === 'none' && trusted !== undefined) complain('signature', digestName, 'Nobody signed it.');
  return { seal, mismatches };
}

function checkFiles(
  resources: readonly Resource[],
  files: ReadonlyMap<string, Uint8Array>,
  broken: ReadonlySet<string>,
): readonly WaczMismatch[] {
  const listed = new Set([packageName, digestName, ...resources.map(({ path }) => path)]);
  const unlisted = [...files.keys()].filter((name) => !listed.has(name));
  return [
    ...resources.flatMap((resource) =>
      broken.has(resource.path) ? [] : checkFile(resource, files.get(resource.path)),
    ),
    ...unlisted.map((subject): WaczMismatch => {
      return { what: 'unlisted', subject, message: `${subject} is in no list of the data package.` };
    }),
  ];
}

function checkFile({ path, hash, bytes, blocks }: Resource, content: Uint8Array | undefined): readonly WaczMismatch[] {
  if (content === undefined) return [{ what: 'missing', subject: path, message: `${path} is missing.` }];
  if (hash.replace(/^sha256:/, '') === hashBytes(content)) return [];
  if (blocks === undefined || bytes === undefined)
    return [{ what: 'file', subject: path, message: `${path} is not ${hash}.` }];
  const ranges = findDifferences(content, new Uint8Array(Buffer.from(blocks, 'base64')), bytes);
  const places = ranges.map(({ start, end }) => `${start}..${end}`).join(', ');
  return [{ what: 'file', subject: path, message: `${path} is not as it was written: ${places}.`, ranges }];
}
