import { type CountRecord, toDayNumber } from '../../model/index.ts';

/**
 * Scale of a chart: `days` (first and last, in days since 1970) are drawn from `across[0]` to `across[1]`, `figures` (lowest
 * and highest) from `down[0]` to `down[1]`, both in pixels of the SVG.
 */
export interface ChartScale {
  readonly days: readonly [number, number];
  readonly across: readonly [number, number];
  readonly figures: readonly [number, number];
  readonly down: readonly [number, number];
}

/** Write a scale as the eight numbers of a data attribute, from which the page's script reads it. */
export function spellScale({ days, across, figures, down }: ChartScale): string {
  return [...days, ...across, ...figures, ...down].join(' ');
}

/** Read a scale written by `spellScale`. */
export function readScale(words: string): ChartScale {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words.split(' ').map(Number);
  return { days: [a, b], across: [c, d], figures: [e, f], down: [g, h] };
}

/** Give the vertical position of a figure, in pixels of the SVG. */
export function placeFigure({ figures: [least, most], down: [bottom, top] }: ChartScale, figure: number): number {
  return most === least ? bottom : bottom + ((figure - least) / (most - least)) * (top - bottom);
}

/** Draw the accepted figure over time as an SVG path of steps; undefined where fewer than two of its days lie on the chart. */
export function drawAccepted({ history = [] }: Pick<CountRecord, 'history'>, scale: ChartScale): string | undefined {
  const { days, across } = scale;
  const known = history.flatMap(({ at, best }) => (best === null ? [] : [{ day: toDayNumber(at), best }]));
  const seen = known.filter(({ day }) => day >= days[0] && day <= days[1]);
  if (seen.length < 2) return undefined;
  const steps = seen.map(({ day, best }, at) => {
    const x = across[0] + ((day - days[0]) / (days[1] - days[0])) * (across[1] - across[0]);
    const y = round(placeFigure(scale, best));
    return at === 0 ? `M${round(x)},${y}` : `H${round(x)}V${y}`;
  });
  return `${steps.join('')}H${across[1]}`;
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}
