import { type CountRecord, toDayNumber } from '../../model/index.ts';

/** How a chart puts days and figures on paper: the first and last day (days since 1970) and figure, and where they are drawn. */
export interface ChartScale {
  readonly days: readonly [number, number];
  readonly across: readonly [number, number];
  readonly figures: readonly [number, number];
  readonly down: readonly [number, number];
}

/** Spell a scale for the attribute the script reads it from. */
export function spellScale({ days, across, figures, down }: ChartScale): string {
  return [...days, ...across, ...figures, ...down].join(' ');
}

/** Read a scale that `spellScale` spelt. */
export function readScale(words: string): ChartScale {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words.split(' ').map(Number);
  return { days: [a, b], across: [c, d], figures: [e, f], down: [g, h] };
}

/** Give the height of a figure. */
export function placeFigure({ figures: [least, most], down: [bottom, top] }: ChartScale, figure: number): number {
  return most === least ? bottom : bottom + ((figure - least) / (most - least)) * (top - bottom);
}

/** Draw the accepted figure as of each time of report as a line of steps; none where it never moved. */
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
