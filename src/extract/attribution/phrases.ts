import { type SentenceView, wordAt } from '../view.ts';
import { cueWords, kindOfNoun, speakerWords } from './words.ts';

/** Tokens [`first`, `last`) of a noun phrase. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

/** Longest noun phrase read, in tokens. */
const longest = 20;

const joints: ReadonlySet<string> = new Set(["'s", '’s', "'", '’', '-', '–', '&', '/', 'former', 'then']);
const { determiners, linking, neverNominal: never } = cueWords;
const attaching: ReadonlySet<string> = new Set(['CCONJ', 'SCONJ', 'ADV', 'INTJ', 'PUNCT']);

function nameOver(view: SentenceView, at: number): Phrase | undefined {
  return view.names.find((name) => name.first <= at && at < name.last);
}

function inTime(view: SentenceView, at: number): boolean {
  return view.times.some((time) => time.first <= at && at < time.last);
}

function isNominal(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined || never.has(token.lower)) return false;
  if (['-', '–', '/'].includes(token.form)) return token.start === view.tokens[at - 1]?.end;
  if (joints.has(token.lower)) return true;
  if (inTime(view, at)) return false;
  if (['PROPN', 'NOUN', 'ADJ', 'NUM'].includes(token.pos) || kindOfNoun.has(token.lower)) return true;
  if (at > 0 && token.pos !== 'PUNCT' && /^\p{Lu}/u.test(token.form)) return token.pos !== 'PRON';
  return token.pos === 'VERB' && /(?:ed|ing)$/u.test(token.lower) && isModifier(view, at);
}

/** "an armed group", "the injured man": a participle between an article and a noun. */
function isModifier(view: SentenceView, at: number): boolean {
  return (
    (determiners.has(wordAt(view, at - 1)) || wordAt(view, at - 1) === '-') &&
    ['NOUN', 'ADJ', 'PROPN'].includes(view.tokens[at + 1]?.pos ?? '')
  );
}

/** Tell whether a noun can be told more of by "in", "at", "from": "officials in Varlow", "a doctor at the clinic". */
function takesPlace(view: SentenceView, at: number): boolean {
  return (
    kindOfNoun.has(wordAt(view, at)) || speakerWords.generic.has(wordAt(view, at)) || nameOver(view, at) !== undefined
  );
}

function linksLeft(view: SentenceView, at: number): boolean {
  const word = wordAt(view, at);
  if (!linking.has(word) || at === 0) return false;
  const before = view.tokens[at - 1];
  if (before === undefined || !(isNominal(view, at - 1) || determiners.has(before.lower))) return false;
  return word === 'of' || takesPlace(view, at - 1);
}

/** Tell whether a clause may begin at a token: nothing to its left governs it. */
export function beginsClause(view: SentenceView, at: number): boolean {
  const before = view.tokens[at - 1];
  if (before === undefined || inTime(view, at - 1)) return true;
  // "to this newspaper the group said": an article right after a noun begins a phrase of its own.
  if (determiners.has(wordAt(view, at)) && ['NOUN', 'PROPN', 'NUM'].includes(before.pos)) return true;
  return attaching.has(before.pos) || ['that', 'and', 'but', 'as', 'after', 'before', 'though'].includes(before.lower);
}

function stepLeft(view: SentenceView, at: number): number {
  const name = nameOver(view, at - 1);
  if (name !== undefined) return name.first;
  return isNominal(view, at - 1) ? at - 1 : at;
}

/** Read the noun phrase that ends before token `end`: "officials in Varlow", "the head of the harbour office". */
export function phraseBefore(view: SentenceView, end: number): Phrase | undefined {
  let at = end;
  while (at > 0 && end - at < longest) {
    const next = stepLeft(view, at);
    if (next < at) at = next;
    else if (at < end && wordAt(view, at - 1) !== 'that' && determiners.has(wordAt(view, at - 1))) {
      at--;
      if (linksLeft(view, at - 1)) at--;
      else break;
    } else if (at < end && linksLeft(view, at - 1)) at--;
    else if (at < end && wordAt(view, at - 1) === 'and') return joinLeft(view, at, end);
    else break;
  }
  if (at === end && speakerWords.collective.has(wordAt(view, end - 1))) at--;
  return at < end ? trim(view, { first: at, last: end }) : undefined;
}

/** "the army and the police said": both speak where the first begins the clause and can speak. */
function joinLeft(view: SentenceView, at: number, end: number): Phrase {
  const partner = phraseBefore(view, at - 1);
  const own = { first: at, last: end };
  if (partner === undefined || !beginsClause(view, partner.first)) return own;
  const head = headOf(view, partner);
  const speaks = kindOfNoun.has(wordAt(view, head)) || nameOver(view, head) !== undefined;
  return speaks ? { first: partner.first, last: end } : own;
}

function trim(view: SentenceView, phrase: Phrase): Phrase | undefined {
  let { first, last } = phrase;
  while (first < last && joints.has(wordAt(view, first)) && wordAt(view, first) !== 'former') first++;
  while (last > first && ['-', '–', '&', '/'].includes(wordAt(view, last - 1))) last--;
  return first < last ? { first, last } : undefined;
}

function linksRight(view: SentenceView, at: number, first: number): boolean {
  const word = wordAt(view, at);
  if (at === first || !['of', 'for', 'at', 'from', 'with'].includes(word) || inTime(view, at + 1)) return false;
  return (
    (word === 'of' || takesPlace(view, at - 1)) && (isNominal(view, at + 1) || determiners.has(wordAt(view, at + 1)))
  );
}

/** Read the noun phrase that begins at a token: "the head of the harbour office", "Sgt. Ada Quill of Varlow police". */
export function phraseAfter(view: SentenceView, first: number): Phrase | undefined {
  let at = first;
  while (at < view.tokens.length && at - first < longest) {
    const name = nameOver(view, at);
    if (name !== undefined) at = name.last;
    else if (isNominal(view, at)) at++;
    else if (determiners.has(wordAt(view, at)) && (at === first || linking.has(wordAt(view, at - 1)))) at++;
    else if (linksRight(view, at, first)) at++;
    else break;
  }
  while (at > first && (linking.has(wordAt(view, at - 1)) || determiners.has(wordAt(view, at - 1)))) at--;
  return at > first ? trim(view, { first, last: at }) : undefined;
}

/** Give the index of a phrase's head: the last word before "of", "for" or a place. */
export function headOf(view: SentenceView, { first, last }: Phrase): number {
  for (let at = first + 1; at < last; at++) {
    if (linking.has(wordAt(view, at)) && nameOver(view, at) === undefined) return at - 1;
  }
  return last - 1;
}

/** Tell whether a word only opens a phrase: an article, a possessive, a count. */
export function isDeterminer(word: string): boolean {
  return determiners.has(word);
}
