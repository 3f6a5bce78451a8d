import { annotate } from '../src/annotate/index.ts';
import { readSentences, viewSentences } from '../src/extract/index.ts';
import { type Article, type CountValue, makeText } from '../src/model/index.ts';

/** Rules about people look up no place. */
const gazetteer = { find: () => undefined, opens: () => false };

function printCount(value: CountValue | undefined): string {
  if (value === undefined) return '?';
  return `${value.anchor ?? value.vague ?? `${value.min}..${value.max ?? ''}`}`;
}

/**
 * Read invented text by the extract stage's own rules and print each finding on a line for tests.
 *
 * A line is the fate, the count and, where the finding is of people named in the sentence, their words; then `part` where they
 * are part of a figure, `more` where they are counted beside it, and the modality where it is not asserted:
 * `killed 2 [two of them] part`. Lines of the text are blocks; the last one's findings are told, the others are context.
 */
export function tellFindings(text: string): readonly string[] {
  const source = { id: 'test', mediaType: 'text/plain' };
  const blocks: Article['blocks'] = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'body',
    start: line.index,
    end: line.index + line[0].length,
  }));
  const article: Article = { id: 'test', source, text: makeText(text), dates: [], authors: [], language: 'en', blocks };
  const context = { now: '2025-01-01T00:00:00Z', seed: 1 };
  const views = viewSentences(article, annotate(article, { gazetteer }, context).value);
  const sentences = readSentences(views).filter(({ view }) => view.paragraph === blocks.length - 1);
  return sentences.flatMap(({ findings, view }) =>
    findings.flatMap((finding) => {
      const mark = finding.modality === 'asserted' ? [] : [finding.modality];
      if (finding.count !== undefined) return [[finding.fate, printCount(finding.count), ...mark].join(' ')];
      return finding.groups.map((group) => {
        const words = article.text.value.slice(view.tokens[group.first]?.start, view.tokens[group.last - 1]?.end);
        const parts = [...(group.partOf ? ['part'] : []), ...(group.additional ? ['more'] : [])];
        return [finding.fate, printCount(group.count), `[${words}]`, ...parts, ...mark].join(' ');
      });
    }),
  );
}
