import type { Answer } from '../../src/service/index.ts';
import type { Expectation, GoldQuestion } from './gold.ts';

export type Verdict = 'right' | 'abstained' | 'wrong';

/** Files that are quoted by place, under the SHA-256 of their bytes. */
export type Files = ReadonlyMap<string, string>;

/** Judge an answer: right where its first figure is one of those expected and rests on words of an expected report. */
export function judge({ expect }: GoldQuestion, answer: Answer, files: Files): Verdict {
  if (expect.kind === 'abstain') return answer.status === 'abstained' ? 'right' : 'wrong';
  if (answer.status === 'abstained') return 'abstained';
  return isRight(expect, answer, files) ? 'right' : 'wrong';
}

type Answered = Extract<Answer, { status: 'answered' }>;

function isRight(expect: Exclude<Expectation, { kind: 'abstain' }>, { figures }: Answered, files: Files): boolean {
  const [first] = figures;
  if (first === undefined) return false;
  if (expect.kind === 'disagree') {
    const numbers = new Set(figures.map(({ number }) => number));
    return expect.sets.some((set) => set.every((number) => numbers.has(number)));
  }
  if (expect.kind === 'figure') {
    // Where an answer says that reports dispute it, it gives both ends and takes neither for the figure.
    const given = first.role === 'low' && figures[1]?.role === 'high' ? figures.slice(0, 2) : [first];
    return given.some(({ number, words, quotes }) => {
      const isNumber = number !== undefined && expect.figures.includes(number);
      const isWords = (expect.words ?? []).some((one) => words.includes(one));
      return (isNumber || isWords) && isQuoted(expect, quotes, files);
    });
  }
  const told = expect.kind === 'who' ? figures.map(({ speaker, words }) => speaker ?? words) : [first.words];
  const forms = expect.kind === 'when' ? told.map(spellDay) : told;
  return expect.any.some((words) => forms.some((form) => form.includes(words)));
}

type Quotes = Answered['figures'][number]['quotes'];

function isQuoted({ in: paths, at }: Extract<Expectation, { kind: 'figure' }>, quotes: Quotes, files: Files): boolean {
  if (paths !== undefined)
    return quotes.some(({ report }) => paths.some((path) => (report.path ?? '').replace(/#\d+$/, '').endsWith(path)));
  if (at === undefined) return true;
  return quotes.some(({ evidence }) =>
    evidence.some(({ quote }) =>
      at.some(({ sha256, start, end }) => overlaps(files.get(sha256) ?? '', quote, start, end)),
    ),
  );
}

function overlaps(text: string, quote: string, start: number, end: number): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (at < end && start < at + quote.length) return true;
  return false;
}

const months = Array.from({ length: 12 }, (_, at) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, at)),
);

/** "14 October 2025" as 2025-10-14, "May 2021" as 2021-05. */
function spellDay(words: string): string {
  const found = /(?:(\d{1,2}) )?(?:(\p{Lu}\p{Ll}+) )?(\d{4})/u.exec(words);
  const month = months.indexOf(found?.[2] ?? '') + 1;
  const parts = [found?.[3] ?? '', ...(month > 0 ? [String(month).padStart(2, '0')] : [])];
  return [...parts, ...(found?.[1] === undefined ? [] : [found[1].padStart(2, '0')])].join('-');
}
