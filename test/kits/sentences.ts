import { readSentences } from '../../src/extract/index.ts';
import type { CountValue } from '../../src/model/index.ts';
import { viewText } from './views.ts';

function printCount(value: CountValue | undefined): string {
  if (value === undefined) return '?';
  return `${value.anchor ?? value.vague ?? `${value.min}..${value.max ?? ''}`}`;
}

/**
 * Read invented text with the extract stage's own rules and print each finding on a line.
 *
 * A line gives the fate and the count; where the finding is of people named in the sentence, their words; `part` where they are
 * part of a figure, `more` where they are counted beside it; and the modality unless asserted: `killed 2 [two of them] part`.
 * Each line of the text is a block; only findings of the last one are printed, the others are its context.
 */
export function tellFindings(text: string): readonly string[] {
  const views = viewText(text);
  const last = views.at(-1)?.paragraph;
  const sentences = readSentences(views).filter(({ view }) => view.paragraph === last);
  return sentences.flatMap(({ findings, view }) =>
    findings.flatMap((finding) => {
      const mark = finding.modality === 'asserted' ? [] : [finding.modality];
      if (finding.count !== undefined) return [[finding.fate, printCount(finding.count), ...mark].join(' ')];
      return finding.groups.map((group) => {
        const words = text.slice(view.tokens[group.first]?.start, view.tokens[group.last - 1]?.end);
        const parts = [...(group.partOf ? ['part'] : []), ...(group.additional ? ['more'] : [])];
        return [finding.fate, printCount(group.count), `[${words}]`, ...parts, ...mark].join(' ');
      });
    }),
  );
}
