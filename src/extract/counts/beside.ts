import type { FigureStatement } from './statement.ts';

/** Group figures of one sentence that are told place by place: "four people in Harrowgate and six in Tarn". */
export function findBeside(figures: readonly FigureStatement[]): readonly (readonly FigureStatement[])[] {
  const views = new Set(figures.filter(({ rule }) => rule === 'elided/beside').map(({ finding }) => finding.view));
  return [...views].map((view) => {
    const own = figures.filter(({ finding }) => finding.view === view).sort((a, b) => a.order - b.order);
    const first = own.findIndex(({ rule }) => rule === 'elided/beside');
    const base = first === 0 ? own.findIndex(({ rule }) => rule !== 'elided/beside') : first - 1;
    return own.filter((figure, index) => index === base || figure.rule === 'elided/beside');
  });
}
