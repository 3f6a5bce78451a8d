import type { Range } from '../../model/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import type { Cue } from './cues.ts';
import { phraseAfter } from './phrases.ts';
import type { Quote } from './quotes.ts';
import type { Subject } from './subjects.ts';
import { cueWords } from './words.ts';

/** A cue and its speaker in one sentence. */
export interface SpeechEvent {
  readonly view: SentenceView;
  readonly cue: Cue;
  readonly subject: Subject;
}

/** First and last token of the words that attribute: speaker and cue. */
export function edgesOf({ view, cue, subject }: SpeechEvent): { readonly first: number; readonly last: number } {
  if (subject.first === subject.last) return { first: cue.at, last: cue.last };
  // "told reporters": whom it was told belongs to the cue.
  const told = cue.lemma === 'tell' ? phraseAfter(view, cue.last)?.last : undefined;
  return { first: Math.min(subject.first, cue.at), last: Math.max(subject.last, told ?? cue.last) };
}

function startsNextClause(view: SentenceView, at: number): boolean {
  const word = wordAt(view, at - 1);
  return [',', ';', '—', '–'].includes(word) || cueWords.conjunctions.has(word);
}

/** Where what one says ends because another begins to speak: at "; hospitals put it", never at "said that Quill had said". */
function limitOf(heard: SpeechEvent, later: readonly SpeechEvent[]): number {
  for (const next of later) {
    const { first } = edgesOf(next);
    if (first <= heard.cue.last || next.subject.speaker.first === heard.subject.speaker.first) continue;
    if (startsNextClause(heard.view, first) && !isTrailing(next)) return first;
  }
  // "Quill, whom police first said was 16, lives": what is said ends with the relative clause.
  const inside = ['whom', 'which', 'who'].includes(wordAt(heard.view, edgesOf(heard).first - 1));
  const comma = inside ? heard.view.tokens.findIndex((token, at) => at > heard.cue.last && token.form === ',') : -1;
  if (comma > 0) return comma;
  const stop = heard.view.tokens.findIndex((token, at) => at >= heard.cue.last && token.form === ';');
  return stop >= 0 && later.some((next) => edgesOf(next).first > stop) ? stop : heard.view.tokens.length;
}

/** Tell whether nothing follows a cue but a stop or where and when it was said. */
function isTrailing({ view, cue, subject }: SpeechEvent): boolean {
  let at = Math.max(cue.last, subject.inverted ? subject.last : cue.last);
  if (cue.lemma === 'tell') at = phraseAfter(view, at)?.last ?? at + 1;
  const next = view.tokens[at];
  if (thatAfterAside(view, at) > 0 || opensMark(view, at)) return false;
  if (next === undefined || ['.', ',', ';', '”', '"', '?', '!', '—', '–', ')', '’', "'"].includes(next.form))
    return true;
  const timed = view.times.some((time) => time.first <= at && at < time.last);
  if (!timed && !cueWords.adjuncts.has(next.lower)) return false;
  return !view.tokens.slice(at).some((token) => token.lower === 'that');
}

/** A quotation mark with a space before it opens. */
function opensMark(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  return token !== undefined && /^["“‘'«„]$/u.test(token.form) && token.start > (view.tokens[at - 1]?.end ?? 0);
}

/** "asserted—without evidence—that": the token of "that", or −1. */
function thatAfterAside(view: SentenceView, at: number): number {
  if (![',', '—', '–', '-'].includes(wordAt(view, at))) return -1;
  return view.tokens.findIndex(
    (token, index) =>
      index > at && index < at + 10 && token.lower === 'that' && [',', '—', '–', '-'].includes(wordAt(view, index - 1)),
  );
}

function isClause(view: SentenceView, from: number, to: number): boolean {
  const words = view.tokens.slice(from, to);
  return words.length > 1 && words.some((token) => token.pos === 'VERB' || token.pos === 'AUX');
}

/** Tokens of a dateline before the report proper: "VARLOW (Agency) -". */
function datelineOf(view: SentenceView): number {
  if (!/^\p{Lu}{3}/u.test(view.tokens[0]?.form ?? '')) return 0;
  return view.tokens.findIndex((token, at) => at < 20 && ['—', '–', '-', '--'].includes(token.form)) + 1;
}

/** Tokens before the attribution that are said: "Two died, police said". */
function spanBefore(
  heard: SpeechEvent,
  earlier: readonly SpeechEvent[],
): { readonly from: number; readonly to: number } | undefined {
  const { view } = heard;
  const { first: to } = edgesOf(heard);
  const last = earlier.at(-1);
  let from = last === undefined ? datelineOf(view) : edgesOf(last).last;
  if (last !== undefined && !isTrailing(last)) {
    const stop = view.tokens.findLastIndex(
      (token, at) => at > from && at < to - 1 && (token.form === ';' || cueWords.conjunctions.has(token.lower)),
    );
    from = stop < 0 ? datelineOf(view) : stop + 1;
  }
  while (from < to && view.tokens[from]?.pos === 'PUNCT' && !/[“"‘']/.test(view.tokens[from]?.form ?? '')) from++;
  return to > from ? { from, to } : undefined;
}

function closesQuote(heard: SpeechEvent, quotes: readonly Quote[], goesOn: boolean): Quote | undefined {
  const start = heard.view.tokens[edgesOf(heard).first]?.start ?? 0;
  const near = quotes.filter((quote) => quote.end < start && start - quote.end <= 3 && !(quote.ended && goesOn));
  return near.find((quote) => quote.full) ?? near[0];
}

function rangeAfter(heard: SpeechEvent, later: readonly SpeechEvent[], quotes: readonly Quote[]): Range | undefined {
  const { view, cue, subject } = heard;
  const own = subject.inverted && cue.side !== 'agent' ? edgesOf(heard).last : cue.last;
  const from = Math.max(own, thatAfterAside(view, own));
  let to = limitOf(heard, later);
  while (
    to > from &&
    ([',', ';', '—', '–', '.'].includes(wordAt(view, to - 1)) ||
      (to < view.tokens.length && cueWords.conjunctions.has(wordAt(view, to - 1))))
  )
    to--;
  const first = view.tokens.findIndex(
    (token, at) =>
      (at >= from && at < to && ![',', ':', '.', '”', '"', '’', "'"].includes(token.form)) ||
      (at >= from && at < to && quotes.some((quote) => quote.start === token.start)),
  );
  const opening = view.tokens[first];
  const closing = view.tokens[to - 1];
  if (first < 0 || opening === undefined || closing === undefined || first >= to) return undefined;
  const quote = quotes.find((one) => one.start >= opening.start && one.start < closing.end && one.end > closing.end);
  return { start: opening.start, end: Math.max(closing.end, quote?.end ?? 0) };
}

function rangeBefore(
  heard: SpeechEvent,
  earlier: readonly SpeechEvent[],
  quotes: readonly Quote[],
  goesOn: boolean,
): Range | undefined {
  const span = spanBefore(heard, earlier);
  const opening = span === undefined ? undefined : heard.view.tokens[span.from];
  const closing = span === undefined ? undefined : heard.view.tokens[span.to - 1];
  const direct = closesQuote(heard, quotes, goesOn);
  if (opening === undefined || closing === undefined) return direct;
  const end = closing.form === ',' ? (heard.view.tokens[(span?.to ?? 0) - 2]?.end ?? closing.end) : closing.end;
  const start = Math.min(opening.start, direct?.start ?? opening.start);
  return end > start ? { start, end } : undefined;
}

function opensQuote(range: Range | undefined, quotes: readonly Quote[]): boolean {
  return range !== undefined && quotes.some((quote) => quote.start >= range.start && quote.start - range.start <= 2);
}

/**
 * Find what is said: the ranges of the text a cue's speaker answers for, quotes running on over sentences included.
 *
 * "A, X said" says what stands before; "X said (that) B" what follows, up to where another speaker begins; "“A,” X said,
 * “B”" both. Speaker and cue are not content.
 */
export function findContent(
  heard: SpeechEvent,
  earlier: readonly SpeechEvent[],
  later: readonly SpeechEvent[],
  quotes: readonly Quote[],
): readonly Range[] {
  const { view, cue, subject } = heard;
  const after = rangeAfter(heard, later, quotes);
  const goesOn = after !== undefined;
  const before = rangeBefore(heard, earlier, quotes, goesOn);
  const direct = closesQuote(heard, quotes, goesOn);
  const list = (...ranges: readonly (Range | undefined)[]) => ranges.flatMap((range) => range ?? []);
  if (direct !== undefined) return list(before, opensQuote(after, quotes) ? after : undefined);
  if (cue.lemma === 'accord' || cue.lemma === 'view' || cue.lemma === 'cite') {
    const { first } = edgesOf(heard);
    return first <= 1 ? list(after) : cue.lemma === 'accord' ? list(before, midContent(heard, after)) : list(before);
  }
  if (cue.side === 'agent') return list(after === undefined || !startsThat(view, subject.last) ? before : after);
  if (subject.inverted) return list(before, opensQuote(after, quotes) ? after : undefined);
  const { first } = edgesOf(heard);
  const parenthetical =
    isTrailing(heard) &&
    first > 1 &&
    (isClause(view, 0, first) || closesSentence(heard)) &&
    wordAt(view, first - 1) !== 'that';
  if (parenthetical) return list(before, midContent(heard, after));
  return list(after);
}

function startsThat(view: SentenceView, at: number): boolean {
  return wordAt(view, at) === 'that';
}

/** "Two dead, police say" at the end of a headline, whose verbs the tagger may not know. */
function closesSentence({ view, cue }: SpeechEvent): boolean {
  return view.block === 'headline' && (view.tokens[cue.last] === undefined || wordAt(view, cue.last) === '.');
}

/** "Its rosters, it said, show that …": the sentence goes on after the second comma. */
function midContent({ view, cue, subject }: SpeechEvent, after: Range | undefined): Range | undefined {
  const at = Math.max(cue.last, subject.last);
  const next = view.tokens[at + 1];
  const open =
    cue.lemma === 'accord' ? next?.pos !== 'CCONJ' : ['VERB', 'AUX', 'ADP', 'SCONJ'].includes(next?.pos ?? '');
  const goesOn = wordAt(view, at) === ',' && next !== undefined && open && !next.lower.endsWith('ing');
  return goesOn ? after : undefined;
}
