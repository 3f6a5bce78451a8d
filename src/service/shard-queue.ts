import { z } from 'zod';
import { defined, runtimes } from '../model/index.ts';
import {
  hashInputs,
  type Input,
  keepShard,
  listItems,
  makeSettings,
  manifestSchema,
  type PartialSettings,
  planReading,
  type ReadingPlan,
  RequestError,
  readItems,
} from '../pipeline/index.ts';
import { openShardQueue, type QueuedShard, type ShardQueue } from '../store/index.ts';

/** What all shards of a queue are read under, so that whoever reads them reads alike. */
const planSchema = z.object({
  key: z.string(),
  settings: z.record(z.string(), z.unknown()),
  runtime: z.enum(runtimes).optional(),
});

/** Seconds that a worker has a shard before it has to say that it is still there. */
const usualLease = 60;
/** Milliseconds after which a worker looks again where all that is left is others'. */
const pauseMs = 500;

async function withQueue<T>(address: string, work: (queue: ShardQueue) => Promise<T>): Promise<T> {
  const queue = await openShardQueue(address);
  try {
    return await work(queue);
  } finally {
    await queue.close();
  }
}

/**
 * Put inputs, with their bytes, into a queue of shards in a PostgreSQL database; workers anywhere read them.
 *
 * Throws ArchiveError where a queue is there already, SettingsError for settings.
 */
export function queueShards(
  address: string,
  inputs: readonly Input[],
  { shards, ...options }: PartialSettings & { readonly shards: number },
): Promise<{ readonly inputs: number }> {
  return withQueue(address, async (queue) => {
    const { key, settings, runtime } = await planReading(options);
    await queue.begin({ of: shards, plan: JSON.stringify({ key, settings, ...defined({ runtime }) }) });
    const lines = Array.from({ length: shards }, (): string[] => []);
    let count = 0;
    for await (const { index, line, bytes } of listItems(inputs, shards, options)) {
      await queue.put(index, [bytes]);
      lines[index]?.push(line);
      count += 1;
    }
    await queue.open(lines.map(hashInputs));
    return { inputs: count };
  });
}

/** A shard that a worker is done with. */
export interface WorkedShard {
  readonly index: number;
  readonly articles?: number;
  readonly failure?: string;
  /** Part of what there was to do when this worker began that all workers have done since. */
  readonly share: number;
}

/** Who works, and how. */
export interface WorkerOptions {
  /** A name that no other worker has. */
  readonly who: string;
  readonly workers?: number | 'auto';
  readonly leaseSeconds?: number;
  /** Is told of each shard that was read, or why it was not. */
  readonly tell?: (shard: WorkedShard) => void;
  readonly signal?: AbortSignal;
}

/**
 * Read shards of a queue until none is left; a worker that dies gives its shard back after a while, and one that fails three times is set aside with
 * the reason. Throws RequestError where this machine reads otherwise than the one that made the queue.
 */
export function workShards(address: string, options: WorkerOptions): Promise<{ readonly shards: number }> {
  return withQueue(address, async (queue) => {
    const { of, plan: text } = await queue.job();
    const asked = planSchema.parse(JSON.parse(text));
    const settings = makeSettings(asked.settings);
    const plan = await planReading({ ...settings, ...defined({ runtime: asked.runtime }) });
    if (plan.key !== asked.key)
      throw new RequestError(
        'this machine reads otherwise than the one that made the queue: another version, or reader',
      );
    const { leaseSeconds = usualLease, who, signal } = options;
    let shards = 0;
    const countLeft = async (): Promise<number> => {
      const { waiting, leased } = await queue.state();
      return waiting + leased;
    };
    const due = await countLeft();
    while (signal?.aborted !== true) {
      const shard = await queue.lease(who, leaseSeconds);
      if (shard !== undefined) {
        const worked = await workOn(queue, shard, of, plan, options);
        shards += 1;
        options.tell?.({ ...worked, share: 1 - (await countLeft()) / due });
        continue;
      }
      if ((await countLeft()) === 0) break;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    return { shards };
  });
}

async function workOn(
  queue: ShardQueue,
  { index, inputs, items }: QueuedShard,
  of: number,
  plan: ReadingPlan,
  { who, workers = 0, leaseSeconds = usualLease }: WorkerOptions,
): Promise<Omit<WorkedShard, 'share'>> {
  const renewing = setInterval(
    () => void queue.renew(index, who, leaseSeconds).catch(() => undefined),
    (leaseSeconds * 1000) / 3,
  );
  try {
    const how = { ...plan.settings, ...defined({ runtime: plan.runtime }), workers, plan };
    const { manifest, content } = await readItems(items, { index, of, inputs }, how);
    await queue.finish({ index, manifest: JSON.stringify(manifest), content }, who);
    return { index, articles: manifest.counts.articles };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    await queue.fail(index, who, failure);
    return { index, failure };
  } finally {
    clearInterval(renewing);
  }
}

/**
 * Write the shards of a queue into a folder, as `mapShards` would have made them. Throws RequestError where some are not read yet, or were set aside.
 */
export function gatherShards(address: string, folder: string): Promise<{ readonly shards: number }> {
  return withQueue(address, async (queue) => {
    const { waiting, leased, aside } = await queue.state();
    if (waiting + leased > 0)
      throw new RequestError(`${waiting + leased} shards are not read yet; run variorum worker`);
    if (aside.length > 0)
      throw new RequestError(`set aside: ${aside.map(({ index, reason }) => `shard ${index} (${reason})`).join('; ')}`);
    let shards = 0;
    for await (const { manifest, content } of queue.done()) {
      await keepShard(folder, manifestSchema.parse(JSON.parse(manifest)), content);
      shards += 1;
    }
    return { shards };
  });
}
