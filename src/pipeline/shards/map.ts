import { describeFailure } from '../../io/index.ts';
import { RequestError } from '../errors.ts';
import type { Input } from '../intake/inputs.ts';
import type { InputReadings } from '../intake/load.ts';
import { planReading, type ReadingPlan } from '../reading-plan.ts';
import { listUnread, type Progress, type RunOptions, readEach, shareOf } from '../run.ts';
import { hashInputs, nameUnread, packShard } from './pack.ts';
import { findManifest, keepShard, type Manifest, readShard } from './shard-file.ts';

/** How to map: into how many shards, and which of them here. */
export interface MapOptions extends Omit<RunOptions, 'work' | 'known' | 'share' | 'keepRecords'> {
  readonly shards: number;
  /** Numbers of the shards to be made; all where absent. Other machines make the rest. */
  readonly only?: readonly number[];
}

/** A shard that is there. */
export interface Mapped {
  readonly manifest: Manifest;
  /** It was there already, of the same inputs read in the same way. */
  readonly isKept: boolean;
}

/**
 * Read inputs into shard files, one after the other; a shard that is there is not made again, so that a killed run goes on.
 *
 * Whatever machine makes which shard, the files are the same, and `linkShards` and `reconcileShards` make of all of them what `read` makes of all
 * inputs. Throws what `runRead` throws, RequestError where the folder takes no files.
 */
export async function* mapShards(
  inputs: readonly Input[],
  folder: string,
  { shards: of, only, ...options }: MapOptions,
): AsyncGenerator<Mapped> {
  const wanted = only ?? Array.from({ length: of }, (_, index) => index);
  const wrong = wanted.find((index) => !Number.isInteger(index) || index < 0 || index >= of);
  if (wrong !== undefined) throw new RequestError(`there is no shard ${wrong}: give 0 to ${of - 1}`);
  const plan = await planReading(options);
  const surveyed = await surveyInputs(inputs, of, options);
  const { onProgress } = options;
  let read = 0;
  for (const [place, index] of wanted.entries()) {
    const asked = { index, of, inputs: surveyed[index] ?? '' };
    const known = await findKept(folder, asked, plan);
    if (known !== undefined) {
      yield { manifest: known, isKept: true };
      continue;
    }
    // How far all of them are, not this one.
    const tell = ({ done, share }: Progress): void =>
      onProgress?.({ done: read + done, share: (place + share) / wanted.length });
    const manifest = await makeShard(inputs, folder, asked, plan, { ...options, onProgress: tell });
    read += manifest.counts.inputs;
    yield { manifest, isKept: false };
  }
}

type Asked = Pick<Manifest, 'index' | 'of' | 'inputs'>;

async function makeShard(
  inputs: readonly Input[],
  folder: string,
  asked: Asked,
  plan: ReadingPlan,
  options: RunOptions,
): Promise<Manifest> {
  const { index, of } = asked;
  const parts: InputReadings[] = [];
  for await (const part of readEach(inputs, { ...options, share: { index, of } })) parts.push(part);
  const { manifest, content } = packShard(parts, asked, plan);
  await keepShard(folder, manifest, content).catch((error: unknown) => {
    throw new RequestError(`${folder}: ${describeFailure(error)}`);
  });
  return manifest;
}

/** Find a shard that is of these inputs, read in this way, and whole. */
async function findKept(
  folder: string,
  { index, of, inputs }: Asked,
  plan: ReadingPlan,
): Promise<Manifest | undefined> {
  const manifest = await findManifest(folder, index, of);
  const isSame =
    manifest !== undefined &&
    manifest.inputs === inputs &&
    manifest.plan === plan.key &&
    JSON.stringify(manifest.settings) === JSON.stringify(plan.settings);
  if (!isSame) return undefined;
  return readShard(folder, manifest).then(
    () => manifest,
    () => undefined,
  );
}

/** Hash the inputs of each shard, by path and content. */
async function surveyInputs(inputs: readonly Input[], of: number, options: RunOptions): Promise<readonly string[]> {
  const lines = Array.from({ length: of }, (): string[] => []);
  for await (const unread of listUnread(inputs, options)) lines[shareOf(unread.content, of)]?.push(nameUnread(unread));
  return lines.map(hashInputs);
}
