import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { listFiles, readBytes, readIfThere, writeOutput } from '../../io/index.ts';
import { type ArticleReading, type Issue, issueSchema, runtimes } from '../../model/index.ts';
import { RequestError } from '../errors.ts';
import { makeSettings, type Settings, version } from '../settings.ts';

/** What was read in one input. */
export interface ShardPart {
  readonly readings: readonly ArticleReading[];
  readonly issues: readonly Issue[];
  readonly setAside: number;
}

/** A manifest, as it stands in its file. */
export const manifestSchema = z.strictObject({
  /** Form of the manifest. */
  shard: z.literal(1),
  index: z.int().nonnegative(),
  of: z.int().positive(),
  version: z.string(),
  /** Tells what is read under it from what is read otherwise (`planReading`). */
  plan: z.string(),
  runtime: z.enum(runtimes).optional(),
  /** Hash of the inputs: their paths and contents. */
  inputs: z.string(),
  counts: z.strictObject({ inputs: z.int(), articles: z.int(), setAside: z.int() }),
  /** SHA-256 of the file of readings. */
  content: z.string(),
  /** What is to be said of the reader. */
  issues: z.array(issueSchema),
  settings: z.record(z.string(), z.unknown()),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const number = (value: number): string => String(value).padStart(5, '0');

/** Name the file of a shard, without its ending: `shard-00002-of-00008`. */
export const nameShard = (index: number, of: number): string => `shard-${number(index)}-of-${number(of)}`;

/** Pack what was read, an input a line, so that no line is longer than an input's readings; the same parts give the same bytes. */
export function packParts(parts: readonly ShardPart[]): Uint8Array {
  return Buffer.concat(
    parts.map(({ readings, issues, setAside }) =>
      gzipSync(`${JSON.stringify({ readings, issues, setAside })}\n`, { level: 1 }),
    ),
  );
}

/** Unpack the readings of a shard. */
export function unpackParts(content: Uint8Array): readonly ShardPart[] {
  if (content.length === 0) return [];
  const lines = gunzipSync(content).toString().split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ShardPart);
}

/** Keep a shard: its readings first, then the manifest that vouches for them. */
export async function keepShard(folder: string, manifest: Manifest, content: Uint8Array): Promise<void> {
  const name = join(folder, nameShard(manifest.index, manifest.of));
  await writeOutput(`${name}.jsonl.gz`, content);
  // In the order of the schema, whoever made it.
  await writeOutput(`${name}.json`, `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`);
}

/** Find the manifest of a shard; undefined where there is none that can be read. Throws the error of the file system. */
export async function findManifest(folder: string, index: number, of: number): Promise<Manifest | undefined> {
  const text = await readIfThere(join(folder, `${nameShard(index, of)}.json`));
  if (text === undefined) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** List the manifests of all shards of a folder. Throws RequestError where some are missing, or shards of two maps lie there. */
export async function listShards(folder: string): Promise<readonly Manifest[]> {
  const { files } = await listFiles([folder]);
  const named = files.flatMap(({ path }) => /shard-\d{5}-of-(\d{5})\.json$/.exec(path)?.[1] ?? []);
  const [of, ...others] = [...new Set(named)].map(Number);
  if (of === undefined) throw new RequestError(`${folder}: there is no shard in it; run variorum map first`);
  if (others.length > 0)
    throw new RequestError(`${folder}: it holds shards of ${[of, ...others].join(' and of ')}; remove those of one`);
  const found = await Promise.all(Array.from({ length: of }, (_, index) => findManifest(folder, index, of)));
  const missing = found.flatMap((manifest, index) => (manifest === undefined ? [index] : []));
  if (missing.length > 0) throw new RequestError(`${folder}: of ${of} shards these are missing: ${missing.join(', ')}`);
  return found.filter((manifest) => manifest !== undefined);
}

/** Read the readings of a shard. Throws RequestError where they are not those its manifest vouches for. */
export async function readShard(folder: string, { index, of, content }: Manifest): Promise<readonly ShardPart[]> {
  const name = join(folder, `${nameShard(index, of)}.jsonl.gz`);
  const bytes = await readBytes(name).catch(() => undefined);
  if (bytes === undefined || sha256(bytes) !== content)
    throw new RequestError(`${name}: it is not what its manifest vouches for; run variorum map again`);
  return unpackParts(bytes);
}

/** Give the settings a shard was read under. Throws RequestError where another version made it. */
export function settingsOfShard({ settings, version: made }: Manifest): Settings {
  if (made !== version)
    throw new RequestError(`the shards are of version ${made}, and this is ${version}; run variorum map again`);
  return makeSettings(settings);
}
