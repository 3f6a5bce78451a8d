import { z } from 'zod';

/** Zero-based, half-open, in UTF-16 code units of one text; never inside a surrogate pair. */
export const rangeSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).readonly();
export type Range = z.infer<typeof rangeSchema>;

/** A range of a named text together with the words that stand there. */
export interface Span extends Range {
  /** Id of the text the offsets index. */
  readonly text: string;
  readonly quote: string;
}

/** Tell whether a position falls between the two halves of a surrogate pair. */
export function splitsSurrogatePair(value: string, position: number): boolean {
  if (position <= 0 || position >= value.length) return false;
  const before = value.charCodeAt(position - 1);
  const after = value.charCodeAt(position);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/**
 * Make a verified span; its quote is the slice, so it cannot be wrong.
 *
 * Throws RangeError when the range is empty, leaves the text, or splits a surrogate pair: that is our bug, not bad data.
 */
export function makeSpan(text: { readonly id: string; readonly value: string }, start: number, end: number): Span {
  if (!(start >= 0 && start < end && end <= text.value.length)) {
    throw new RangeError(`span ${start}..${end} leaves a text of ${text.value.length} code units`);
  }
  if (splitsSurrogatePair(text.value, start) || splitsSurrogatePair(text.value, end)) {
    throw new RangeError(`span ${start}..${end} splits a surrogate pair`);
  }
  return { text: text.id, start, end, quote: text.value.slice(start, end) };
}

/** Tell whether a span's words still stand where it says. */
export function isVerified(span: Pick<Span, 'start' | 'end' | 'quote'>, text: { readonly value: string }): boolean {
  return span.quote.length > 0 && text.value.slice(span.start, span.end) === span.quote;
}

/** Tell whether two half-open ranges share at least one code unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
