import { hashContent, sortBy } from '../../model/index.ts';
import type { InputReadings } from '../intake/load.ts';
import type { ReadingPlan } from '../reading-plan.ts';
import type { Unread } from '../run.ts';
import { version } from '../settings.ts';
import { type Manifest, packParts, sha256 } from './shard-file.ts';

/** A shard as it is kept. */
export interface PackedShard {
  readonly manifest: Manifest;
  readonly content: Uint8Array;
}

/** Write an input in a line, by path and content or what is wrong with it. */
export function nameUnread(unread: Unread): string {
  if (!('records' in unread)) return JSON.stringify([unread.input.path ?? '', unread.content]);
  const { path = '', content, issues } = unread;
  return JSON.stringify([path, content ?? issues.map(({ message }) => message).join(' ')]);
}

/** Hash the inputs of a shard, by their lines. */
export const hashInputs = (lines: readonly string[]): string => hashContent([...lines].sort().join('\n'));

/** Pack what was read in the inputs of a shard, with the manifest that vouches for it; the order in which they were read is no matter. */
export function packShard(
  parts: readonly InputReadings[],
  asked: Pick<Manifest, 'index' | 'of' | 'inputs'>,
  { key, runtime, settings, issues }: ReadingPlan,
): PackedShard {
  const sorted = sortBy(parts, ({ path = '', content = '', issues: told }) => [path, content, JSON.stringify(told)]);
  const content = packParts(sorted);
  const sum = (count: (part: InputReadings) => number): number => parts.reduce((all, part) => all + count(part), 0);
  const articles = sum(({ readings }) => readings.length);
  const counts = { inputs: parts.length, articles, setAside: sum(({ setAside }) => setAside) };
  const told = { plan: key, issues: [...issues], settings: JSON.parse(JSON.stringify(settings)) };
  const manifest = { shard: 1, ...asked, version, ...told, counts, content: sha256(content) } as const;
  return { manifest: runtime === undefined ? manifest : { ...manifest, runtime }, content };
}
