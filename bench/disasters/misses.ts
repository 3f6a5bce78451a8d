import { compareFigures } from '../news/match.ts';
import type { NewsFigure } from '../news/predict.ts';
import { type DisasterCase, wholeOf } from './read.ts';

/** List missed and spurious figures, article by article, with the words around them. */
export function listMisses(cases: readonly DisasterCase[], answers: readonly (readonly NewsFigure[])[]): string {
  return cases
    .flatMap(({ article, gold }, at) => {
      const whole = wholeOf(article);
      const around = (start: number, end: number) =>
        whole.slice(Math.max(0, start - 50), end + 50).replaceAll(/\s+/g, ' ');
      const { misses, spurious } = compareFigures(gold.claims, answers[at] ?? []);
      return [
        `${gold.id} ${article.title} (${gold.kind})`,
        ...misses.map(
          ({ attribute, n, start, end }) => `  missed   ${attribute} ${n?.[0] ?? 'vague'} "${around(start, end)}"`,
        ),
        ...spurious.map(
          ({ attribute, printed, rule, ranges }) =>
            `  spurious ${attribute} ${printed ?? 'vague'} [${rule}] "${ranges.map(({ start, end }) => around(start, end)).join(' … ')}"`,
        ),
      ];
    })
    .join('\n');
}
