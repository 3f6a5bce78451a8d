import { type Article, toDayNumber, toIsoDay } from '../../model/index.ts';
import { monthStart, numberMonth } from '../../text/months.ts';

const month = String.raw`(${monthStart})[a-z]*\.?`;
const ordinal = '(?:st|nd|rd|th)?';

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => readonly [year: string, month: number, day: string] | undefined;
}

/** Ways of writing a full date that leave no doubt which part is which. */
const forms: readonly Form[] = [
  { pattern: /\b(\d{4})-(\d\d)-(\d\d)\b/gu, read: ([y = '', m, d = '']) => [y, Number(m), d] },
  { pattern: /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/gu, read: ([d = '', m, y = '']) => [y, Number(m), d] },
  { pattern: /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/gu, read: readSlashes },
  {
    pattern: new RegExp(String.raw`\b${month}\s+(\d{1,2})${ordinal},?\s+(\d{4})\b`, 'giu'),
    read: ([m = '', d = '', y = '']) => [y, numberMonth(m), d],
  },
  {
    pattern: new RegExp(String.raw`\b(\d{1,2})${ordinal}\s+${month}\s+(\d{4})\b`, 'giu'),
    read: ([d = '', m = '', y = '']) => [y, numberMonth(m), d],
  },
];

/** Read month/day/year only where a number above twelve shows which is the day. */
function readSlashes([first = '', second = '', year = '']: readonly string[]) {
  const [x, y] = [Number(first), Number(second)];
  if (x > 12 === y > 12) return undefined;
  return x > 12 ? ([year, y, first] as const) : ([year, x, second] as const);
}

function toDay(year: string, monthNumber: number, day: string): number | undefined {
  const iso = `${year}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const number = toDayNumber(iso);
  return Number.isNaN(number) || toIsoDay(number) !== iso ? undefined : number;
}

/**
 * Collect the full dates written in an article's content, as days since 1970-01-01, sorted, each once.
 *
 * The article's own stated dates of publication are left out: they are the page's evidence, not the text's.
 */
export function findFullDates(article: Article): readonly number[] {
  const stated = new Set(
    [article.published, article.modified, ...article.dates].map((date) => date?.value.slice(0, 10)),
  );
  const days = new Set<number>();
  const blocks =
    article.blocks.length === 0 ? [{ kind: 'body', start: 0, end: article.text.value.length }] : article.blocks;
  for (const block of blocks) {
    if (block.kind === 'boilerplate') continue;
    const part = article.text.value.slice(block.start, block.end);
    for (const { pattern, read } of forms) {
      for (const match of part.matchAll(pattern)) {
        const read3 = read(match.slice(1));
        const day = read3 === undefined ? undefined : toDay(...read3);
        if (day !== undefined && !stated.has(toIsoDay(day))) days.add(day);
      }
    }
  }
  return [...days].sort((x, y) => x - y);
}
