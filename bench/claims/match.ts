import { type Attribute, type Claim, isCountAttribute, overlaps } from '../../src/model/index.ts';
import type { GoldClaim } from './gold.ts';
import type { Prediction } from './predict.ts';

/** How near a value must be: the same bounds, the same printed number, or bounds that share a count. */
export type Likeness = 'bounds' | 'meeting';

/** How one report's predictions compare with its gold. */
export interface Comparison {
  /** Figures found, by the statement matched. */
  readonly hits: readonly { readonly gold: GoldClaim; readonly prediction: Prediction }[];
  /** Figures no prediction states; of several statements of one figure, the first. */
  readonly misses: readonly GoldClaim[];
  /** Predictions nothing in the report supports. */
  readonly spurious: readonly Prediction[];
  /** Predictions that are right but not asked for: optional ones, and a figure's further statements. */
  readonly tolerated: readonly Prediction[];
}

/**
 * Compare counts: the same attribute, overlapping words, equal value. One prediction answers one figure; statements marked `same`
 * are one figure. A prediction that is hypothetical, or of a period, is never spurious: the reader says itself that it is no figure.
 */
export function compareCounts(
  gold: readonly GoldClaim[],
  predictions: readonly Prediction[],
  likeness: Likeness = 'bounds',
): Comparison {
  const counts = gold.filter((claim) => isCountAttribute(claim.attribute));
  const figures = groupFigures(counts);
  const asked = figures.filter((figure) => figure.some(({ optional }) => optional !== true));
  const ours = predictions.filter((prediction) => isCountAttribute(prediction.attribute));
  const fits = (figure: readonly GoldClaim[], prediction: Prediction) =>
    figure.some((claim) => supports(claim, prediction, likeness));
  const pairs = assign(asked, ours, fits);
  const taken = new Set([...pairs.values()]);
  const hits = [...pairs].map(([at, prediction]) => {
    const figure = asked[at] ?? [];
    const found = figure.find((claim) => supports(claim, prediction, likeness));
    return { gold: found ?? (figure[0] as GoldClaim), prediction };
  });
  const rest = ours.filter((prediction) => !taken.has(prediction));
  const retold = figures.filter((figure) => figure.length > 1 || figure.some(({ optional }) => optional === true));
  const tolerated = rest.filter((prediction) => retold.some((figure) => fits(figure, prediction)));
  const spurious = rest.filter((prediction) => !tolerated.includes(prediction) && isFigure(prediction));
  const misses = asked.flatMap((figure, at) => (pairs.has(at) ? [] : figure.slice(0, 1)));
  return { hits, misses, spurious, tolerated };
}

/** Tell whether a prediction would be counted as what happened. */
export function isFigure({ attribute, modality, accumulation }: Prediction): boolean {
  const unreal = modality === 'hypothetical' || modality === 'denied' || accumulation === 'period';
  return isCountAttribute(attribute) && !unreal;
}

/** Tell whether a statement of the gold says what a prediction says. */
export function supports(claim: GoldClaim, prediction: Prediction, likeness: Likeness): boolean {
  return (
    acceptable(claim).includes(prediction.attribute) &&
    prediction.ranges.some((range) => overlaps(range, claim)) &&
    isAlike(claim, prediction, likeness) &&
    agreesItHappened(claim, prediction)
  );
}

function acceptable(claim: GoldClaim): readonly Attribute[] {
  // "He was shot", of one who is told to be dead elsewhere, is either or both: the guide leaves it open.
  const open: readonly Attribute[] =
    claim.optional === true && claim.attribute === 'casualties' ? ['killed', 'injured'] : [];
  return [claim.attribute, ...(claim.accept ?? []), ...open];
}

function isAlike({ min, max }: GoldClaim, { value }: Prediction, likeness: Likeness): boolean {
  if (value.kind !== 'count' || min === undefined || max === undefined) return false;
  if (likeness === 'bounds') return value.min === min && value.max === max;
  const [top, most] = [max ?? Number.POSITIVE_INFINITY, value.max ?? Number.POSITIVE_INFINITY];
  return value.min <= top && min <= most;
}

const unreal: ReadonlySet<Claim['modality']> = new Set(['hypothetical', 'denied']);

/** What is optional because it did not happen, or not now, must not be told as a fact. */
function agreesItHappened(claim: GoldClaim, prediction: Prediction): boolean {
  if (claim.accumulation === 'period')
    return prediction.accumulation === 'period' || prediction.accumulation === undefined;
  if (claim.optional !== true || !unreal.has(claim.modality ?? 'asserted')) return true;
  return prediction.modality === undefined || prediction.modality !== 'asserted';
}

function groupFigures(claims: readonly GoldClaim[]): readonly (readonly GoldClaim[])[] {
  const figures = new Map<string, GoldClaim[]>();
  claims.forEach((claim, at) => {
    const key = claim.same === undefined ? `${at}` : `same ${claim.same}`;
    figures.set(key, [...(figures.get(key) ?? []), claim]);
  });
  return [...figures.values()];
}

/** Match figures and predictions one to one, as many as can be (augmenting paths). */
function assign<F>(
  figures: readonly F[],
  predictions: readonly Prediction[],
  fits: (figure: F, prediction: Prediction) => boolean,
): ReadonlyMap<number, Prediction> {
  const owner = new Map<Prediction, number>();
  const place = (at: number, seen: Set<Prediction>): boolean => {
    const figure = figures[at];
    for (const prediction of predictions) {
      if (figure === undefined || seen.has(prediction) || !fits(figure, prediction)) continue;
      seen.add(prediction);
      const holder = owner.get(prediction);
      if (holder !== undefined && !place(holder, seen)) continue;
      owner.set(prediction, at);
      return true;
    }
    return false;
  };
  figures.forEach((_, at) => {
    place(at, new Set());
  });
  return new Map([...owner].map(([prediction, at]) => [at, prediction] as const).sort(([a], [b]) => a - b));
}
