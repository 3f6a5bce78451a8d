import { wholeOf } from './articles.ts';
import { compareFigures } from './match.ts';
import type { NewsAnswer } from './score.ts';

/** List missed and spurious figures, article by article, with the words around them. */
export function listNewsMisses(answers: readonly NewsAnswer[]): string {
  return answers
    .flatMap(({ article, gold, figures }) => {
      const whole = wholeOf(article);
      const around = (start: number, end: number): string =>
        whole.slice(Math.max(0, start - 60), Math.min(whole.length, end + 60)).replaceAll(/\s+/g, ' ');
      const { misses, spurious } = compareFigures(gold.claims, figures);
      const lines = [
        ...misses.map(
          ({ attribute, n, qualifier, start, end }) =>
            `  missed   ${attribute} ${n === null ? (qualifier ?? 'vague') : n[0]} "${around(start, end)}"`,
        ),
        ...spurious.map(
          ({ attribute, printed, rule, modality, ranges }) =>
            `  spurious ${attribute} ${printed ?? 'vague'} [${rule} ${modality}] "${ranges.map(({ start, end }) => around(start, end)).join(' … ')}"`,
        ),
      ];
      return lines.length === 0 ? [] : [`${gold.corpus}/${gold.id} (${gold.kind})`, ...lines];
    })
    .join('\n');
}
