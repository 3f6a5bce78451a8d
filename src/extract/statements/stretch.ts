import { type SentenceView, wordAt } from '../view.ts';

/** Tokens of one sentence, [`first`, `last`). */
export interface ClauseRange {
  readonly first: number;
  readonly last: number;
}

/** Words after a comma that begin another clause than the phrase before it. */
const clauseOpeners: ReadonlySet<string> = new Set([
  'but',
  'while',
  'although',
  'though',
  'when',
  'which',
  'who',
  'whom',
  'where',
  'so',
  'with',
  'then',
  'police',
  'officials',
  'according',
  'he',
  'she',
  'they',
  'it',
]);
const stops: ReadonlySet<string> = new Set([';', '—', '–', '?', '!', '…', '(']);

function endsAtComma(view: SentenceView, at: number): boolean {
  const next = view.tokens[at + 1];
  if (next === undefined) return true;
  return clauseOpeners.has(next.lower) || (next.pos === 'VERB' && next.lower.endsWith('ing'));
}

/**
 * Follow a phrase from its first token to where its clause ends: a stop, a comma before another clause, or a speaker.
 *
 * `speakers` are the ranges of the words that attribute, UTF-16 code units of the article's text.
 */
export function followPhrase(
  view: SentenceView,
  first: number,
  speakers: readonly { readonly start: number; readonly end: number }[],
): ClauseRange {
  let last = first;
  let opened = 0;
  while (last < view.tokens.length) {
    const token = view.tokens[last];
    if (token === undefined || stops.has(token.form)) break;
    if (token.form === '“') opened += 1;
    if (token.form === '”') opened -= 1;
    if (opened < 0 || (token.form === '.' && last >= view.tokens.length - 2)) break;
    if (token.form === ',' && endsAtComma(view, last)) break;
    if (last > first && speakers.some(({ start, end }) => start <= token.start && token.start < end)) break;
    last += 1;
  }
  while (last > first && /^[,.:"'’]$/.test(wordAt(view, last - 1))) last -= 1;
  return { first, last };
}

/** Go back from a token to where its clause begins: after a stop, a comma, a quotation mark or "that". */
export function startClause(view: SentenceView, before: number): number {
  let first = before;
  while (first > 0) {
    const token = view.tokens[first - 1];
    if (token === undefined || stops.has(token.form)) break;
    if (
      /^[,:"“]$/.test(token.form) ||
      token.lower === 'that' ||
      /^(?:said|say|says|told|believe|believes|think)$/.test(token.lower)
    )
      break;
    first -= 1;
  }
  return first;
}

/** Split a phrase at "as well as" and at the joint of "both A and B": each part is told for itself. */
export function splitPhrase(view: SentenceView, { first, last }: ClauseRange): readonly ClauseRange[] {
  for (let at = first + 1; at < last - 2; at++) {
    if (wordAt(view, at) !== 'as' || wordAt(view, at + 1) !== 'well' || wordAt(view, at + 2) !== 'as') continue;
    const end = wordAt(view, at - 1) === ',' ? at - 1 : at;
    return [{ first, last: end }, ...splitPhrase(view, { first: at + 3, last })];
  }
  if (wordAt(view, first) !== 'both') return [{ first, last }];
  const joint = view.tokens.findIndex((token, at) => at > first + 1 && at < last - 1 && token.lower === 'and');
  if (joint < 0) return [{ first: first + 1, last }];
  return [
    { first: first + 1, last: joint },
    { first: joint + 1, last },
  ];
}
