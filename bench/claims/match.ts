import { isCountAttribute } from '../../src/model/index.ts';
import type { GoldClaim } from './gold.ts';
import type { Prediction } from './predict.ts';
import { bearsOut, countOf, isPart, type Likeness, supports } from './supports.ts';

/** Result of comparing the predictions for one report with its gold. */
export interface Comparison {
  /** Figures found, each with the statement and the prediction that matched. */
  readonly hits: readonly { readonly gold: GoldClaim; readonly prediction: Prediction }[];
  /** Figures that no prediction gives; where several statements have the same figure, the first of them. */
  readonly misses: readonly GoldClaim[];
  /** Predictions that nothing in the report supports. */
  readonly spurious: readonly Prediction[];
  /** Predictions that are true but that the gold does not ask for. */
  readonly tolerated: readonly Prediction[];
  /** Those of `tolerated` that repeat a figure already found, in the same words. */
  readonly repeated: readonly Prediction[];
}

/** One figure: a single statement, or all statements marked `same`. */
type Figure = readonly GoldClaim[];

/**
 * Compare counts: a prediction finds a figure where attribute and value are equal and the words overlap; one prediction finds
 * one figure.
 *
 * A further prediction is tolerated, neither right nor wrong, where the gold shows it to be true. One that the reader itself
 * calls hypothetical or a toll of a period is never spurious, since the reader does not offer it as a figure of the incident.
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
  const fits = (figure: Figure, prediction: Prediction) =>
    figure.some((claim) => supports(claim, prediction, likeness));
  const owners = assign(asked, ours, fits);
  const single = [...owners].map(([at, prediction]) => hitOf(asked[at] ?? [], prediction, likeness));
  const listed = asked.flatMap((figure, at) => (owners.has(at) ? [] : findList(figure, ours)));
  const hits = [...single, ...listed].filter((hit) => hit !== undefined);
  const found = new Set(hits.map(({ prediction }) => prediction));
  const rest = ours.filter((prediction) => !found.has(prediction));
  const retold = rest.filter((prediction) => figures.some((figure) => fits(figure, prediction)));
  const tolerated = rest.filter((prediction) => retold.includes(prediction) || bearsOut(counts, prediction));
  const answered = new Set(hits.flatMap(({ gold: claim }) => figures.find((figure) => figure.includes(claim)) ?? []));
  return {
    hits,
    misses: asked.flatMap((figure) => (figure.some((claim) => answered.has(claim)) ? [] : figure.slice(0, 1))),
    spurious: rest.filter((prediction) => !tolerated.includes(prediction) && isFigure(prediction)),
    tolerated,
    repeated: retold.filter((prediction) =>
      figures
        .filter((figure) => fits(figure, prediction))
        .every((figure) => figure.length === 1 && !isOptional(figure)),
    ),
  };
}

/** Tell whether a prediction is offered as something that happened in the incident. */
export function isFigure({ attribute, modality, accumulation }: Prediction): boolean {
  const unreal = modality === 'hypothetical' || modality === 'denied' || accumulation === 'period';
  return isCountAttribute(attribute) && !unreal;
}

function isOptional(figure: Figure): boolean {
  return figure.every(({ optional }) => optional === true);
}

function hitOf(figure: Figure, prediction: Prediction, likeness: Likeness): Comparison['hits'][number] | undefined {
  const gold = figure.find((claim) => supports(claim, prediction, likeness));
  return gold === undefined ? undefined : { gold, prediction };
}

/** Find predictions for persons listed one by one whose counts add up to the figure: "a driver and a cyclist" for 2. */
function findList(figure: Figure, predictions: readonly Prediction[]): Comparison['hits'] {
  for (const gold of figure) {
    const parts = predictions.filter((prediction) => isPart(gold, prediction));
    const sum = parts.reduce((total, part) => total + (countOf(part) ?? 0), 0);
    const prediction = parts[0];
    if (prediction !== undefined && sum === gold.min) return [{ gold, prediction }];
  }
  return [];
}

function groupFigures(claims: readonly GoldClaim[]): readonly Figure[] {
  const figures = new Map<string, GoldClaim[]>();
  claims.forEach((claim, at) => {
    const key = claim.same === undefined ? `${at}` : `same ${claim.same}`;
    figures.set(key, [...(figures.get(key) ?? []), claim]);
  });
  return [...figures.values()];
}

/** Match figures with predictions one to one, as many as possible (by augmenting paths). */
function assign(
  figures: readonly Figure[],
  predictions: readonly Prediction[],
  fits: (figure: Figure, prediction: Prediction) => boolean,
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
