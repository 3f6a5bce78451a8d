import { deserialize, serialize } from 'node:v8';
import type { Input } from '../intake/inputs.ts';
import type { InputReadings } from '../intake/load.ts';
import type { ReadingPlan } from '../reading-plan.ts';
import { listUnread, type RunOptions, readEach, shareOf, type Unread } from '../run.ts';
import { nameUnread, type PackedShard, packShard } from './pack.ts';
import type { Manifest } from './shard-file.ts';

/** An input of a shard, unread, on its way to whoever reads it. */
export interface ShardItem {
  readonly index: number;
  /** Its line in the hash of the inputs. */
  readonly line: string;
  readonly bytes: Uint8Array;
}

/** Give all inputs as items of so many shards, unread. Throws what `readEach` throws for settings. */
export async function* listItems(inputs: readonly Input[], of: number, options: RunOptions): AsyncGenerator<ShardItem> {
  for await (const unread of listUnread(inputs, options))
    yield { index: shareOf(unread.content, of), line: nameUnread(unread), bytes: serialize(unread) };
}

/** Read the items of a shard; the shard is what `mapShards` makes of the same inputs. Throws what `readEach` throws. */
export async function readItems(
  items: readonly Uint8Array[],
  asked: Pick<Manifest, 'index' | 'of' | 'inputs'>,
  options: RunOptions & { readonly plan: ReadingPlan },
): Promise<PackedShard> {
  const { plan, ...how } = options;
  const unread = items.map((bytes) => deserialize(bytes) as Unread);
  const parts: InputReadings[] = unread.flatMap((one) => ('records' in one ? [one] : []));
  const inputs = unread.flatMap((one): readonly Input[] => {
    if ('records' in one) return [];
    const { bytes, ...origin } = one.input;
    return [{ ...origin, content: bytes }];
  });
  for await (const part of readEach(inputs, how)) parts.push(part);
  return packShard(parts, asked, plan);
}
