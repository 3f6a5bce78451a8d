import { type InputBytes, type UnpackedItem, type UnpackLimits, unpack } from '../../ingest/index.ts';
import type { Settings } from '../settings.ts';

/** The opening of a container. */
export interface Opening {
  readonly kind: 'open';
  readonly input: InputBytes;
}

/** Open a container and give all that is in it, in depth. */
export async function openContainer({ input }: Opening, limits: UnpackLimits): Promise<readonly UnpackedItem[]> {
  const found: UnpackedItem[] = [];
  for await (const one of unpack(input, limits)) found.push(one);
  return found;
}

/** Open containers in the calling thread, for callers without a pool. */
export function openHere(settings: Settings): { unpack(input: InputBytes): Promise<readonly UnpackedItem[]> } {
  return { unpack: (input) => openContainer({ kind: 'open', input }, settings.unpack) };
}
