import type { Status } from '../../model/index.ts';
import type { PolicyQuestion } from '../counts/choice.ts';
import { numberOf } from '../counts/numbers.ts';
import type { Variant } from '../counts/readings.ts';
import { isBefore } from '../evidence/times.ts';

/**
 * Tell how the figures of one attribute stand to each other.
 *
 * `kept` are the variants that the policy uses, `all` every variant, superseded ones too. `agreed`: one number by two or
 * more independent witnesses. `updated`: what differs is earlier or was taken back. `compatible`: some count fits all.
 */
export function readStatus(
  kept: readonly Variant[],
  all: readonly Variant[],
  accepted: Variant | undefined,
  independent: PolicyQuestion['independent'],
): Status {
  if (kept.length === 0) return 'unknown';
  const moved = all.some((variant) => variant.figures.some(({ role }) => role === 'revised' || isOldToll(role)));
  const rest = kept.filter((variant) => accepted !== undefined && variant.number !== accepted.number);
  const printed = rest.filter((variant) => variant.number !== undefined);
  if (printed.length === 0 && moved) return 'updated';
  if (independent(kept.flatMap((variant) => variant.standing)) === 1) return 'single-source';
  if (rest.length === 0) return 'agreed';
  if (printed.length > 0 && printed.every((variant) => isBefore(variant.newest, accepted?.newest))) return 'updated';
  return shareCount(kept) ? 'compatible' : 'disputed';
}

const isOldToll = (role: string): boolean => role === 'later';

/** Tell whether one count fits the words of all variants; a printed number always fits its own. */
function shareCount(variants: readonly Variant[]): boolean {
  const floor = Math.max(...variants.map(({ counts }) => counts.min));
  const tries = [floor, ...variants.map(({ counts }) => numberOf(counts) ?? counts.min)];
  return tries.some((count) => variants.every((variant) => fits(variant, count)));
}

function fits({ counts }: Variant, count: number): boolean {
  const number = numberOf(counts);
  if (number === count) return true;
  // A vague word ("dozens") fits every count from its lower end up.
  if (number === undefined) return counts.min <= count;
  return counts.min <= count && count <= (counts.max ?? Number.POSITIVE_INFINITY);
}
