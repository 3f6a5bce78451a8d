import { type Claim, type CountValue, groupBy, sortBy } from '../../model/index.ts';
import { valueKey } from '../evidence/duplicate-claims.ts';
import { newestOf, type ReportTime } from '../evidence/times.ts';
import { type Archive, countIndependent } from '../evidence/witnesses.ts';
import type { Figure, FigureRole } from './figures.ts';
import { cacheOne, type JudgementCache } from './judgement-cache.ts';
import { numberOf } from './numbers.ts';

/** One value with every figure that gives it for the same thing counted: 13 as a total, or 13 as a part of 183. */
export interface Variant {
  readonly key: string;
  readonly value: CountValue;
  readonly counts: CountValue;
  /** The number a policy may take from it. */
  readonly number: number | undefined;
  readonly figures: readonly Figure[];
  /** Figures still standing; empty where the variant was set aside. */
  readonly standing: readonly Figure[];
  readonly independent: number;
  /** Best place of a standing speaker. */
  readonly tier: number;
  readonly newest: ReportTime | undefined;
  /** True where only parties to the violence say so. */
  readonly partisan: boolean;
  /** True where it is only alleged or claimed. */
  readonly doubted: boolean;
}

const wholeRoles: ReadonlySet<FigureRole> = new Set(['standing', 'later', 'revised', 'copied', 'partial']);

/**
 * Group figures of equal value into variants; every figure is in exactly one. Figures come in reading order and keep it.
 *
 * Figures set aside for their scope or modality stay apart from equal ones that count the whole: "13 of the 183" is not a toll of 13.
 */
export function groupVariants(figures: readonly Figure[], archive: Archive, cache: JudgementCache): Variant[] {
  const groups = groupBy(figures, (figure) => cacheOne(cache.keys, figure, spellVariant));
  const variants = [...groups].map(([key, members]) => makeVariant(key, members, archive));
  return sortBy(variants, (variant) => [
    variant.standing.length > 0 ? 0 : 1,
    -(variant.number ?? variant.counts.min),
    variant.key,
  ]);
}

function spellVariant({ role, value, counts }: Figure): string {
  const capacity = wholeRoles.has(role) ? 'whole' : role;
  return [capacity, valueKey(value), valueKey(counts)].join('|');
}

function makeVariant(key: string, figures: readonly Figure[], archive: Archive): Variant {
  const standing = figures.filter((figure) => figure.role === 'standing');
  const speaking = standing.length > 0 ? standing : figures;
  const face = sortBy(speaking, (figure) => [figure.value.qualifier ?? '', figure.claim.id])[0] ?? figures[0];
  if (face === undefined) throw new RangeError('a variant needs a figure');
  return {
    key,
    value: face.value,
    counts: face.counts,
    number: numberOf(face.counts),
    figures,
    standing,
    independent: countIndependent(claimsOf(figures), archive),
    tier: Math.min(...speaking.map((figure) => figure.tier)),
    newest: newestOf(speaking.map((figure) => figure.time)),
    partisan: speaking.every((figure) => figure.partisan),
    doubted: speaking.every(({ claim }) => claim.modality === 'alleged' || claim.modality === 'claimed'),
  };
}

/** List the claims behind figures. */
export function claimsOf(figures: readonly Figure[]): Claim[] {
  return figures.map((figure) => figure.claim);
}
