import { type Block, cutText, defined, type Page, type Range, type Text } from '../model/index.ts';
import type { Marked } from './mark.ts';

/** An article's text with the blocks that lie in it. */
export interface ArticleCut {
  readonly text: Text;
  readonly blocks: readonly Block[];
}

const joint = '\n\n';
/** Kinds that are the report's own words. */
const contents: ReadonlySet<string> = new Set(['lead', 'body', 'quote', 'list']);

/** Characters that show nothing: controls, soft hyphen, zero-width and direction marks (not the joiner of emoji). */
const invisible = /[^\P{Cc}\t\n\r\f\v]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Cut the article out of its page.
 *
 * A page whose format knows its body loses what is outside it. Any other text stays whole, with its boilerplate marked; only
 * characters that show nothing are left out. Runs lead back to the page in both cases.
 */
export function cutArticle(page: Page, marked: Marked): ArticleCut {
  return page.segments.some((segment) => segment.inBody === true) ? cutBody(page, marked) : cutWhole(page, marked);
}

function cutBody(page: Page, { pieces, judgements, headline }: Marked): ArticleCut {
  const first = pieces.findIndex((piece) => piece.inBody === true);
  const last = pieces.findLastIndex((piece) => piece.inBody === true);
  const kept = pieces.flatMap((piece, i) => {
    const judgement = judgements[i];
    if (judgement === undefined || judgement.kind === 'boilerplate') return [];
    const isNear = piece.inBody === true || (judgement.kind === 'caption' && i >= first - 3 && i <= last);
    return i === headline || isNear ? [{ piece, verdict: judgement }] : [];
  });
  const text = cutText(
    page.text,
    kept.map(({ piece }) => piece),
    joint,
  );
  const runs = text.origin?.runs ?? [];
  const blocks = kept.flatMap(({ piece, verdict }, i): readonly Block[] => {
    const run = runs[i];
    if (run === undefined) return [];
    const sure = defined({ confidence: contents.has(verdict.kind) ? piece.confidence : undefined });
    return [{ ...verdict, start: run.start, end: run.start + run.length, ...sure }];
  });
  return { text, blocks };
}

function cutWhole(page: Page, { pieces, judgements }: Marked): ArticleCut {
  const start = pieces[0]?.start ?? 0;
  const end = pieces.at(-1)?.end ?? 0;
  const ranges = leaveOutInvisible(page.text.value, { start, end });
  const text = cutText(page.text, ranges);
  const place = placeFinder(ranges);
  const blocks = pieces.flatMap((piece, i): readonly Block[] => {
    const judgement = judgements[i];
    const from = place(piece.start);
    const to = place(piece.end);
    return judgement === undefined || from >= to ? [] : [{ ...judgement, start: from, end: to }];
  });
  return { text, blocks };
}

function leaveOutInvisible(value: string, whole: Range): readonly Range[] {
  const ranges: Range[] = [];
  let { start } = whole;
  invisible.lastIndex = start;
  for (let found = invisible.exec(value); found !== null && found.index < whole.end; found = invisible.exec(value)) {
    if (found.index > start) ranges.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  invisible.lastIndex = 0;
  if (start < whole.end) ranges.push({ start, end: whole.end });
  return ranges;
}

/** Map positions of the page, asked in rising order, to positions of the cut. */
function placeFinder(ranges: readonly Range[]): (position: number) => number {
  let index = 0;
  let before = 0;
  return (position) => {
    for (let range = ranges[index]; range !== undefined && range.end < position; range = ranges[index]) {
      before += range.end - range.start;
      index += 1;
    }
    const range = ranges[index];
    return range === undefined ? before : before + Math.max(0, position - range.start);
  };
}
