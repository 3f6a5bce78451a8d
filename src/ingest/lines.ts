import type { Range, Segment } from '../model/index.ts';

/** Lines that end where a column ended: 40 to 120 characters wide. */
const narrowest = 40;
const widest = 120;

/**
 * Cut plain text into paragraphs from `from` on: every line is one, unless the lines were broken to fit a column.
 *
 * Ranges are trimmed of white space and in UTF-16 code units. Tags: `p`, `li` (two or more bulleted lines together), `blockquote` ("> ").
 */
export function cutParagraphs(value: string, from = 0): readonly Segment[] {
  const groups = groupLines(value, from);
  const width = findWidth(value, groups);
  const paragraphs = groups.flatMap((group) => joinGroup(value, group, width));
  return paragraphs.map((range, i) => ({
    ...range,
    tag: nameTag(value, range, paragraphs[i - 1], paragraphs[i + 1]),
    hints: [],
    linkDensity: 0,
  }));
}

/** Trimmed non-empty lines, grouped where no empty line parts them. */
function groupLines(value: string, from: number): readonly (readonly Range[])[] {
  const groups: Range[][] = [];
  let group: Range[] = [];
  const breaks = /\r\n|[\n\r\v\f\u2028\u2029]/g;
  breaks.lastIndex = from;
  let start = from;
  for (;;) {
    const found = breaks.exec(value);
    const line = trimRange(value, start, found?.index ?? value.length);
    if (line !== undefined) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    if (found === null) break;
    start = found.index + found[0].length;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function trimRange(value: string, start: number, end: number): Range | undefined {
  let first = start;
  let last = end;
  while (first < last && isSpace(value.charCodeAt(first))) first += 1;
  while (last > first && isSpace(value.charCodeAt(last - 1))) last -= 1;
  return first < last ? { start: first, end: last } : undefined;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b);
}

/** Column of the text's broken lines, in code units; 0 where lines are whole paragraphs. */
function findWidth(value: string, groups: readonly (readonly Range[])[]): number {
  let width = 0;
  let full = 0;
  let breaks = 0;
  for (const group of groups.filter((lines) => lines.length >= 3)) {
    const longest = Math.max(...group.map((line) => line.end - line.start));
    if (longest < narrowest || longest > widest) continue;
    width = Math.max(width, longest);
    for (let i = 0; i + 1 < group.length; i += 1) {
      breaks += 1;
      if (fillsColumn(value, group[i], group[i + 1], longest)) full += 1;
    }
  }
  return breaks >= 2 && full >= breaks * 0.8 ? width : 0;
}

/** A line was broken for the column's sake if the next line's first word would not have fitted on it. */
function fillsColumn(value: string, line: Range | undefined, next: Range | undefined, width: number): boolean {
  if (line === undefined || next === undefined) return false;
  const rest = value.slice(next.start, Math.min(next.end, next.start + 40));
  const word = /^\S+/.exec(rest)?.[0].length ?? 0;
  return line.end - line.start + 1 + word > width - 6;
}

function joinGroup(value: string, group: readonly Range[], width: number): readonly Range[] {
  const joined: { start: number; end: number }[] = [];
  let lastLine: Range | undefined;
  for (const line of group) {
    const last = joined.at(-1);
    const isOne = last !== undefined && lastLine !== undefined && continues(value, lastLine, line, width);
    if (isOne) last.end = line.end;
    else joined.push({ ...line });
    lastLine = line;
  }
  return joined;
}

function continues(value: string, lastLine: Range, line: Range, width: number): boolean {
  if (/^(?:[-*•>]\s|\d{1,2}[.)]\s)/.test(value.slice(line.start, line.start + 5))) return false;
  if (width > 0 && fillsColumn(value, lastLine, line, width)) return true;
  const length = lastLine.end - lastLine.start;
  const isOpen = !/[.!?:;"”’)\]…]$/.test(value.slice(lastLine.end - 1, lastLine.end));
  return length >= narrowest && length <= widest && isOpen && /^\p{Ll}/u.test(value.slice(line.start, line.start + 2));
}

const bullet = /^[-*•‣▪·–]\s+\S/;

function nameTag(value: string, range: Range, before: Range | undefined, after: Range | undefined): string {
  const isBulleted = (other: Range | undefined): boolean =>
    other !== undefined && bullet.test(value.slice(other.start, other.start + 8));
  if (isBulleted(range) && (isBulleted(before) || isBulleted(after))) return 'li';
  return value.startsWith('> ', range.start) ? 'blockquote' : 'p';
}
