import { overlaps } from '../../src/model/index.ts';
import type { NewsClaim } from './gold.ts';
import type { NewsFigure } from './predict.ts';

/** Result of comparing the figures of one article with its gold. */
export interface NewsComparison {
  readonly hits: readonly { readonly gold: NewsClaim; readonly figure: NewsFigure }[];
  readonly misses: readonly NewsClaim[];
  readonly spurious: readonly NewsFigure[];
}

/** Attributes of ours that count as the same as one of the guide's. */
const same: Readonly<Record<string, readonly string[]>> = {
  arrested: ['arrested', 'detained'],
  detained: ['arrested', 'detained'],
};
/** Attributes that the guide asks for in shootings only, or not at all; a figure of these that answers no statement is not wrong. */
const unasked: ReadonlySet<string> = new Set(['casualties', 'perpetrators', 'perpetratorsInjured']);

/**
 * Compare figures with statements of the gold by attribute, printed number and overlapping words; one figure answers one
 * statement.
 *
 * A statement marked optional is neither missed nor wrong. A figure that the reader itself calls hypothetical, or has added up
 * from several places, is not wrong either.
 */
export function compareFigures(gold: readonly NewsClaim[], figures: readonly NewsFigure[]): NewsComparison {
  const free = new Set(figures);
  const owners = new Map<NewsClaim, NewsFigure>();
  const inOrder = [...gold].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false));
  for (const claim of inOrder) {
    const figure = [...free].find((one) => answers(claim, one));
    if (figure === undefined) continue;
    owners.set(claim, figure);
    free.delete(figure);
  }
  const hits = [...owners].map(([claim, figure]) => ({ gold: claim, figure }));
  return {
    hits: hits.filter((hit) => hit.gold.optional !== true),
    misses: gold.filter((claim) => claim.optional !== true && !owners.has(claim)),
    spurious: [...free].filter((figure) => !isNeutral(figure, gold)),
  };
}

function answers(claim: NewsClaim, { attribute, printed, ranges }: NewsFigure): boolean {
  return (
    (same[claim.attribute] ?? [claim.attribute]).includes(attribute) &&
    (claim.n === null ? printed === null : claim.n[0] === printed || (claim.n[0] === 0 && claim.n[1] === printed)) &&
    ranges.some((range) => overlaps(range, claim))
  );
}

/** Tell whether a figure is one member of a list whose sum the gold asks for. */
function isPartOf(claim: NewsClaim, { attribute, printed, ranges }: NewsFigure): boolean {
  return (
    (same[claim.attribute] ?? [claim.attribute]).includes(attribute) &&
    claim.n !== null &&
    printed !== null &&
    printed < claim.n[0] &&
    printed > 0 &&
    ranges.some((range) => range.start < claim.end && claim.start < range.end)
  );
}

function isNeutral(figure: NewsFigure, gold: readonly NewsClaim[]): boolean {
  if (figure.modality === 'hypothetical' || unasked.has(figure.attribute) || figure.derived === true) return true;
  // A repetition in the same words adds nothing, and a member of a list whose sum is asked for is not asked for itself
  // (docs/annotation.md).
  return gold.some((claim) => answers(claim, figure) || isPartOf(claim, figure));
}
