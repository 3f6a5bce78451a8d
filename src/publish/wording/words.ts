import type { Claim, ClaimValue, Evidence, Range } from '../../model/index.ts';
import { wordOfNumber } from '../../text/number-words.ts';
import { escapePattern } from '../../text/patterns.ts';
import { formatNumber, formatValue } from './figures.ts';

/** A piece of an article's text as the apparatus prints it. */
export interface TextRun {
  readonly text: string;
  /** `words` are the evidence, `figure` is the number in it, `context` is the text around it. */
  readonly role: 'context' | 'words' | 'figure';
}

/** Find where a value is written in a quote; undefined where it is not ("a girl died" states 1 without a number). */
export function findFigure(quote: string, value: ClaimValue): Range | undefined {
  for (const form of spellForms(value)) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[.,])${escapePattern(form)}(?![\\p{L}\\p{N}]|[.,]\\d)`, 'iu');
    const found = pattern.exec(quote);
    if (found !== null) return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

function spellForms(value: ClaimValue): readonly string[] {
  if (value.kind === 'date' || value.kind === 'statement') return [];
  if (value.kind === 'place') return [value.name];
  if (value.kind !== 'count') return [formatValue(value)];
  if (value.vague !== undefined) return [value.vague];
  const count = value.anchor ?? value.min;
  return [String(count), formatNumber(count), formatNumber(count).replaceAll(',', ' '), ...spellNumber(count)];
}

/** Spell 0 to 999 in English, in each accepted form: 120 is "one hundred and twenty", "one hundred twenty", "a hundred and twenty", … */
function spellNumber(count: number): readonly string[] {
  if (count > 999) return [];
  const word = wordOfNumber(count);
  if (word !== undefined) return [word];
  if (count < 100) {
    const [ten, unit] = [wordOfNumber(count - (count % 10)), wordOfNumber(count % 10)];
    return [`${ten}-${unit}`, `${ten} ${unit}`];
  }
  const hundred = `${wordOfNumber(Math.floor(count / 100))} hundred`;
  const heads = count < 200 ? [hundred, 'a hundred'] : [hundred];
  if (count % 100 === 0) return heads;
  const rests = spellNumber(count % 100);
  return heads.flatMap((head) => rests.flatMap((rest) => [`${head} and ${rest}`, `${head} ${rest}`]));
}

const maxContext = 110;

/**
 * Cut a claim's exact words out of its article, together with the rest of their sentence.
 *
 * The pieces joined are a verbatim stretch of the text, but for "…" where the context was shortened and " … " between pieces of
 * evidence that stand far apart. Figures are pieces of their own; for a sum, pass the values added as `summands`. Positions are
 * UTF-16 code units of `text`.
 */
export function citeClaim(text: string, claim: Claim, summands: readonly ClaimValue[] = []): readonly TextRun[] {
  const pieces: TextRun[] = [];
  let at = -1;
  for (const { start, end, quote } of mergeEvidence(claim)) {
    if (at < 0) pieces.push(...contextBefore(text, start));
    else pieces.push(...between(text, at, start));
    pieces.push(...splitFigures(quote, [claim.value, ...summands]));
    at = end;
  }
  return [...pieces, ...contextAfter(text, at)].filter((piece) => piece.text !== '');
}

/** Print the words a claim rests on, each stretch once, with " … " between stretches that are apart. */
export function quoteClaim(claim: Claim): string {
  return mergeEvidence(claim)
    .map(({ quote }) => quote)
    .join(' … ');
}

/** Join overlapping ranges and drop repeated words: the parts of a sum often rest on the same words. */
function mergeEvidence({ evidence }: Claim): readonly Evidence[] {
  const merged: Evidence[] = [];
  for (const next of [...evidence].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || next.start > last.end) {
      if (!merged.some(({ quote }) => quote === next.quote)) merged.push(next);
    } else if (next.end > last.end) {
      const quote = last.quote + next.quote.slice(last.end - next.start);
      merged[merged.length - 1] = { start: last.start, end: next.end, quote };
    }
  }
  return merged;
}

function splitFigures(quote: string, values: readonly ClaimValue[]): readonly TextRun[] {
  const found = values.flatMap((value) => findFigure(quote, value) ?? []).sort((a, b) => a.start - b.start);
  const pieces: TextRun[] = [];
  let at = 0;
  for (const { start, end } of found) {
    if (start < at) continue;
    pieces.push({ text: quote.slice(at, start), role: 'words' }, { text: quote.slice(start, end), role: 'figure' });
    at = end;
  }
  return [...pieces, { text: quote.slice(at), role: 'words' }];
}

function between(text: string, from: number, to: number): readonly TextRun[] {
  const gap = text.slice(from, to);
  return [{ text: gap.length <= maxContext && !gap.includes('\n') ? gap : ' … ', role: 'context' }];
}

function contextBefore(text: string, start: number): readonly TextRun[] {
  const from = Math.max(0, start - maxContext);
  const window = text.slice(from, start);
  const edges = text.slice(from, start + 1).matchAll(/[.!?]["”’)]*\s+(?=["“‘(]*\p{Lu})|\n/gu);
  const stop = Math.max(
    -1,
    ...[...edges].map((edge) => edge.index + edge[0].length).filter((edge) => edge <= window.length),
  );
  if (stop >= 0) return [{ text: window.slice(stop), role: 'context' }];
  if (from === 0) return [{ text: window, role: 'context' }];
  return [{ text: `…${window.slice(Math.max(0, window.indexOf(' ')))}`, role: 'context' }];
}

function contextAfter(text: string, end: number): readonly TextRun[] {
  if (/[.!?]["”’)]*$/.test(text.slice(Math.max(0, end - 3), end))) return [];
  const window = text.slice(end, end + maxContext);
  const stop = /[.!?]["”’)]*(?=\s+["“‘(]*\p{Lu}|\s*$)|\n/u.exec(window);
  if (stop !== null && (stop.index + stop[0].length < window.length || end + maxContext >= text.length)) {
    return [{ text: window.slice(0, stop.index + stop[0].length).trimEnd(), role: 'context' }];
  }
  if (end + maxContext >= text.length) return [{ text: window, role: 'context' }];
  return [{ text: `${window.slice(0, Math.max(0, window.lastIndexOf(' ')))} …`, role: 'context' }];
}
