import boilerplate from '../../data/boilerplate.json' with { type: 'json' };
import type { Page, Range, Segment } from '../model/index.ts';
import { anyOf } from '../text/patterns.ts';
import { makePiece, type PageBlock } from './piece.ts';

const heads = new RegExp(`^${anyOf(boilerplate.heads)}\\b[\\s:.|-]*`);
const tails = new RegExp(`[.!?]["”’)]?\\s+(?=${anyOf(boilerplate.tails)})`);
const maxRepeats = 3;

/** Cut a page's segments into pieces: a segment that runs page boilerplate and report together becomes several. */
export function splitSegments(page: Page, headline: string | undefined): readonly PageBlock[] {
  const { value } = page.text;
  return page.segments.flatMap((segment) =>
    splitOne(value, segment, headline).map((range) => makePiece(value, range, segment)),
  );
}

function splitOne(value: string, segment: Segment, headline: string | undefined): readonly Range[] {
  const ranges: Range[] = [];
  let { start } = segment;
  for (let repeat = 0; repeat < maxRepeats; repeat += 1) {
    const length = measureHead(value.slice(start, Math.min(segment.end, start + 400)), headline);
    if (length === 0 || start + length >= segment.end) break;
    ranges.push(trimEnd(value, { start, end: start + length }));
    start += length;
  }
  const tail = tails.exec(value.slice(start, segment.end));
  if (tail === null) return [...ranges, { start, end: segment.end }];
  const at = start + tail.index + tail[0].length;
  return [...ranges, trimEnd(value, { start, end: at }), { start: at, end: segment.end }];
}

/** Length of the boilerplate or repeated headline that opens the text, with the space after it. */
function measureHead(text: string, headline: string | undefined): number {
  const head = heads.exec(text)?.[0].length;
  if (head !== undefined) return head;
  if (headline === undefined || headline.length < 15 || !text.startsWith(headline)) return 0;
  const gap = /^\s+/.exec(text.slice(headline.length))?.[0].length ?? 0;
  return gap === 0 ? 0 : headline.length + gap;
}

function trimEnd(value: string, range: Range): Range {
  let { end } = range;
  while (end > range.start && /\s/.test(value.charAt(end - 1))) end -= 1;
  return { start: range.start, end };
}
