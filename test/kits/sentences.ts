import { readSentences } from '../../src/extract/index.ts';
import type { CountValue } from '../../src/model/index.ts';
import { viewText } from './views.ts';

function printCount(value: CountValue | undefined): string {
  if (value === undefined) return '?';
  return `${value.anchor ?? value.vague ?? `${value.min}..${value.max ?? ''}`}`;
}

/**
 * Read invented text by the extract stage's own rules and print each finding on a line for tests.
 *
 * A line is the fate, the count and, where the finding is of people named in the sentence, their words; then `part` where they
 * are part of a figure, `more` where they are counted beside it, and the modality where it is not asserted:
 * `killed 2 [two of them] part`. Lines of the text are blocks; the last one's findings are printed, the others are context.
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
