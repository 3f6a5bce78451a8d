import type { Answer } from './evaluate.ts';
import { type Facet, facets, pairFacet } from './facets.ts';
import type { GoldClaim } from './gold.ts';
import { type Comparison, compareCounts } from './match.ts';
import type { Prediction } from './predict.ts';
import { textOf } from './sources.ts';

/** List figures missed, spurious, and found with a wrong facet, report by report. */
export function printMisses(answers: readonly Answer[]): string {
  return answers
    .flatMap(({ gold, report, source, predictions }) => {
      const text = textOf(report);
      const comparison = compareCounts(gold.claims, predictions);
      const lines = [
        ...comparison.misses.map((claim) => `  missed   ${describeGold(claim, text)}`),
        ...comparison.spurious.map((prediction) => `  spurious ${describe(prediction, text)}`),
        ...facets.flatMap((facet) => describeFacet(facet, gold.claims, comparison, text)),
      ];
      return lines.length === 0 ? [] : [`${source} ${gold.id}`, ...lines];
    })
    .join('\n');
}

function describeGold({ attribute, min, max, start, end }: GoldClaim, text: string): string {
  return `${attribute} ${min}..${max ?? ''} "${around(text, start, end)}"`;
}

function describe({ attribute, value, ranges, rule }: Prediction, text: string): string {
  const count = value.kind === 'count' ? `${value.min}..${value.max ?? ''}` : value.kind;
  const quote = ranges.map(({ start, end }) => around(text, start, end)).join(' … ');
  return `${attribute} ${count} [${rule}] "${quote}"`;
}

function describeFacet(
  facet: Facet,
  gold: readonly GoldClaim[],
  comparison: Comparison,
  text: string,
): readonly string[] {
  return pairFacet(facet, gold, comparison, text)
    .filter(({ right }) => !right)
    .map(({ claim, wanted, given }) => {
      const quote = text.slice(claim.start, claim.end);
      return `  ${facet.name.padEnd(8)} ${wanted ?? 'none'}, not ${given ?? 'none'} "${quote}"`;
    });
}

function around(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - 25), Math.min(text.length, end + 25)).replaceAll(/\s+/g, ' ');
}
