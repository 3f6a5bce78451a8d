import cues from '../../../data/time-words.json' with { type: 'json' };
import type { Range, TimeReference } from '../../model/index.ts';
import type { TimeCandidate } from './candidates.ts';
import { isDay } from './finish.ts';
import { oneOf } from './words.ts';

/** Times in a quotation count from the day it was spoken: "On Wednesday he said: 'They came this morning.'" */

const quoted = /“[^”\n]{4,}”|"[^"\n]{4,}"|(?<![\p{L}\d])[‘'](?=\p{Lu})[^\n]{4,400}?[.,!?][’'](?!\p{L})/gu;
/** What parts the sentence a quotation stands in from the next. */
const sentenceEnd = /[.!?](?=\s+[\p{Lu}“"‘])/gu;

const verb = `\\b${oneOf(cues.speechVerbs)}\\b`;
/** Words that open a clause with a day of its own: "said a man whose shop burned on Wednesday". */
const plain = `(?!${oneOf(cues.clauseOpeners)}\\b)`;
/** "said on Wednesday", "told reporters in the town late on Wednesday", "wrote on his page on Wednesday". */
const saidBefore = new RegExp(String.raw`${verb}(?:,?\s+${plain}[\p{L}\d'’.-]+){0,7},?\s*$`, 'iu');
/** "On Wednesday he said", "Wednesday, the governor told reporters". */
const saidAfter = new RegExp(String.raw`^,?\s+(?:[\p{L}\d'’.-]+,?\s+){0,6}?${verb}`, 'iu');
/** "In a statement on Wednesday". */
const statement = new RegExp(String.raw`\b${oneOf(cues.speechNouns)}\s+(?:[\p{L}'’-]+\s+){0,4}$`, 'iu');

const deictic: ReadonlySet<TimeReference['kind']> = new Set(['offset', 'weekday', 'window']);

function isInside(one: Range, outer: Range): boolean {
  return outer.start <= one.start && one.end <= outer.end;
}

/** Find the words around a quotation that are of its sentence. */
function frameOf(block: string, quote: Range): Range {
  const ends = [...block.matchAll(sentenceEnd)].map(({ index }) => index + 1);
  const start = ends.findLast((end) => end <= quote.start) ?? 0;
  const end = ends.find((after) => after > quote.end) ?? block.length;
  // A sentence that ends within the marks goes on after them only in lower case: "… this morning," he said on Wednesday.
  const closed = /[.!?]["”’']\s+\p{Lu}/u.test(block.slice(quote.end - 2, quote.end + 3));
  return { start, end: closed ? quote.end : end };
}

function isOfSpeech(block: string, { start, end }: Range): boolean {
  const before = block.slice(Math.max(0, start - 80), start);
  return saidBefore.test(before) || statement.test(before) || saidAfter.test(block.slice(end, end + 80));
}

/** Find for every time that stands in a quotation the day the sentence around says it was spoken. */
export function findSpoken(
  block: string,
  candidates: readonly TimeCandidate[],
): ReadonlyMap<TimeCandidate, TimeReference> {
  const spoken = new Map<TimeCandidate, TimeReference>();
  const quotes = [...block.matchAll(quoted)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const free = candidates.filter((one) => !quotes.some((quote) => isInside(one, quote)));
  for (const quote of quotes) {
    const inside = candidates.filter((one) => isInside(one, quote) && deictic.has(one.reading.reference.kind));
    if (inside.length === 0) continue;
    const frame = frameOf(block, quote);
    const day = free.find(
      (one) =>
        isInside(one, frame) &&
        one.reading.role === undefined &&
        one.reading.reference.kind !== 'context' &&
        isDay(one.reading.reference) &&
        isOfSpeech(block, one),
    );
    if (day !== undefined) for (const one of inside) spoken.set(one, day.reading.reference);
  }
  return spoken;
}
