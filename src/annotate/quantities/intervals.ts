import type { CountValue } from '../../model/index.ts';
import type { Qualifier } from './qualifiers.ts';

/**
 * Turn a printed number and its qualifier into the interval the words allow.
 *
 * Table "Reading figures" of docs/design.md: at least N is [N, ∞), more than N is [N+1, ∞), up to N is [1, N], nearly N is
 * [⌈0.9 N⌉, N−1], about N is ±10 %, fewer than N is [0, N−1].
 */
export function qualify(count: number, qualifier: Qualifier | undefined): CountValue {
  const made = (min: number, max: number | null): CountValue => ({
    kind: 'count',
    min,
    max,
    anchor: count,
    ...(qualifier === undefined ? {} : { qualifier }),
  });
  switch (qualifier) {
    case 'at-least':
      return made(count, null);
    case 'more-than':
      return made(count + 1, null);
    case 'up-to':
      return made(Math.min(1, count), count);
    case 'nearly':
      return made(Math.min(Math.ceil(0.9 * count), Math.max(0, count - 1)), Math.max(0, count - 1));
    case 'about':
      return made(Math.ceil(0.9 * count), Math.floor(1.1 * count));
    case 'fewer-than':
      return made(0, Math.max(0, count - 1));
    default:
      return made(count, count);
  }
}
