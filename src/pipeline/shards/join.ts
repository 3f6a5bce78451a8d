import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readBytes, writeOutput } from '../../io/index.ts';
import {
  type ArticleReading,
  type Context,
  defined,
  type Edition,
  type Issue,
  type Linked,
} from '../../model/index.ts';
import { keepOnce, type LinkedReadings, linkReadings, reconcileLinked } from '../compose.ts';
import { RequestError } from '../errors.ts';
import { listShards, type Manifest, readShard, settingsOfShard, sha256 } from './shard-file.ts';

/** What all shards of a folder hold. */
interface Shards {
  readonly first: Manifest;
  /** Hash of all of them: what is linked is of these and no others. */
  readonly hash: string;
  readonly readings: readonly ArticleReading[];
  readonly issues: readonly Issue[];
  readonly setAside: number;
}

/** What came of linking or reconciling shards. */
export interface Joined {
  readonly articles: number;
  readonly setAside: number;
}

const linkedName = 'linked.json.gz';
/** Neither stage reads the time. */
const context: Context = { now: '1970-01-01T00:00:00.000Z', seed: 0 };

/** Link all shards of a folder into one file beside them. Throws RequestError where a shard is missing, broken, or read otherwise than the rest. */
export async function linkShards(
  folder: string,
): Promise<Joined & { readonly stories: number; readonly incidents: number }> {
  const shards = await openShards(folder);
  const settings = settingsOfShard(shards.first);
  const { linked, issues } = linkReadings({ ...shards, settings }, context);
  await writeOutput(
    join(folder, linkedName),
    gzipSync(JSON.stringify({ of: shards.hash, linked, issues }), { level: 1 }),
  );
  const { setAside, readings } = shards;
  return { setAside, articles: readings.length, stories: linked.stories.length, incidents: linked.incidents.length };
}

/** Reconcile what was linked of the shards of a folder into the edition; under another policy where one is given. Throws what `linkShards` throws, and RequestError where the shards were not linked as they are. */
export async function reconcileShards(
  folder: string,
  { policy }: { readonly policy?: string } = {},
): Promise<Joined & { readonly edition: Edition }> {
  const shards = await openShards(folder);
  const settings = { ...settingsOfShard(shards.first), ...defined({ policy }) };
  const known = await readBytes(join(folder, linkedName)).catch(() => undefined);
  if (known === undefined) throw new RequestError(`${folder}: its shards are not linked; run variorum link ${folder}`);
  const kept = JSON.parse(gunzipSync(known).toString()) as { of: string; linked: Linked; issues: readonly Issue[] };
  if (kept.of !== shards.hash)
    throw new RequestError(`${folder}: what was linked is of other shards; run variorum link ${folder}`);
  const readings = keepOnce(shards.readings).kept;
  const parts: LinkedReadings = { readings, linked: kept.linked, issues: kept.issues };
  const edition = reconcileLinked(parts, { settings, ...defined({ runtime: shards.first.runtime }) }, context);
  return { edition, setAside: shards.setAside, articles: readings.length };
}

async function openShards(folder: string): Promise<Shards> {
  const manifests = await listShards(folder);
  const [first] = manifests;
  if (first === undefined) throw new RequestError(`${folder}: there is no shard in it; run variorum map first`);
  for (const other of manifests)
    if (other.plan !== first.plan || JSON.stringify(other.settings) !== JSON.stringify(first.settings))
      throw new RequestError(
        `shard ${other.index} was read otherwise than shard ${first.index}; run variorum map again`,
      );
  const readings: ArticleReading[] = [];
  const issues: Issue[] = [...first.issues];
  let setAside = 0;
  for (const manifest of manifests)
    for (const part of await readShard(folder, manifest)) {
      readings.push(...part.readings);
      issues.push(...part.issues);
      setAside += part.setAside;
    }
  return { first, hash: sha256(manifests.map(({ content }) => content).join(' ')), readings, issues, setAside };
}
