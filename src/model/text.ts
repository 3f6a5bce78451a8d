import { hashContent } from './hash.ts';
import type { Range } from './span.ts';

/** A stretch of a cut text and where it stood in its parent; all in UTF-16 code units. */
export interface OffsetRun {
  readonly start: number;
  readonly parentStart: number;
  readonly length: number;
}

/** An immutable string with an id and, where it was cut from another text, the way back. */
export interface Text {
  /** SHA-256 of the value, hex. */
  readonly id: string;
  readonly value: string;
  readonly origin?: { readonly parent: string; readonly runs: readonly OffsetRun[] };
}

/** Make a text that has no parent. */
export function makeText(value: string): Text {
  return { id: hashContent(value), value };
}

/**
 * Cut ranges out of a parent and join them, in the order given, by `joint`.
 *
 * The joint's own characters belong to no run. Empty ranges are dropped; overlapping ranges are the caller's bug and throw.
 */
export function cutText(parent: Text, ranges: readonly Range[], joint = ''): Text {
  const runs: OffsetRun[] = [];
  let value = '';
  let last = -1;
  for (const range of ranges) {
    if (range.start >= range.end) continue;
    if (range.start < last) throw new RangeError(`cut ranges overlap or run backwards at ${range.start}`);
    if (value.length > 0) value += joint;
    runs.push({ start: value.length, parentStart: range.start, length: range.end - range.start });
    value += parent.value.slice(range.start, range.end);
    last = range.end;
  }
  return { id: hashContent(value), value, origin: { parent: parent.id, runs } };
}

/** Map a range of a cut text to the ranges of its parent it came from; joints map to nothing. */
export function mapToParent(text: Text, range: Range): readonly Range[] {
  if (text.origin === undefined) return [range];
  const found: Range[] = [];
  for (const run of text.origin.runs) {
    const start = Math.max(range.start, run.start);
    const end = Math.min(range.end, run.start + run.length);
    if (start < end) found.push({ start: run.parentStart + start - run.start, end: run.parentStart + end - run.start });
  }
  return found;
}
