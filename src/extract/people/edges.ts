import type { Quantity, Token } from '../../model/index.ts';
import { verbClass } from '../lexicon.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';
import type { Determiner, PeoplePhrase } from './group.ts';
import { demonstratives, governors, modifierMarks, openers, possessives } from './words.ts';

/** Modifiers a noun phrase may hold before its head. */
const longestPhrase = 10;
const possessiveMarks: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);
const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const indefinites: ReadonlySet<string> = new Set(['a', 'an', 'another']);

/** Where a noun phrase begins and what its determiner is; `age` where a modifier tells it. */
export interface PhraseStart {
  readonly first: number;
  readonly determiner: Determiner;
  readonly age?: number;
}

/** Find the preposition that governs the phrase beginning at a token; '' where none does. */
export function governorOf(view: SentenceView, first: number): string {
  const before = view.tokens[first - 1];
  if (before === undefined || openers.has(before.lower)) return '';
  return before.pos === 'ADP' || governors.has(before.lower) ? before.lower : '';
}

/** Mark a group that a possessive follows; "'s" before a verb is "is" or "has". */
export function markPossessor(view: SentenceView, group: PeoplePhrase): PeoplePhrase {
  const next = view.tokens[group.last];
  if (next === undefined || !possessiveMarks.has(next.lower)) return group;
  const after = view.tokens[group.last + 1]?.pos;
  const owns = next.start === view.tokens[group.last - 1]?.end && after !== 'VERB' && after !== 'AUX';
  return owns ? { ...group, possessor: true } : group;
}

/** Tell whether a token may stand between a determiner and its noun. */
export function isModifier(token: Token): boolean {
  if (modifierMarks.has(token.form)) return true;
  switch (token.pos) {
    case 'ADJ':
    case 'NOUN':
    case 'PROPN':
      return true;
    case 'ADV':
      return token.lower.endsWith('ly');
    case 'VERB':
      return token.lower.endsWith('ed') || token.lower.endsWith('en') || token.lower === 'surviving';
    default:
      return false;
  }
}

/** Tell whether a casualty participle is the predicate of a headline and no modifier: "shot" in "man shot, woman hurt". */
function isPredicate(view: SentenceView, at: number, token: Token): boolean {
  const verbal = token.pos === 'VERB' || (view.block === 'headline' && token.pos === 'PROPN');
  return verbal && verbClass(token) !== undefined && !articles.has(wordAt(view, at - 1));
}

const monthsPerYear = 12;

/** Give an age in whole years: "17-month-old" is 1, "3-week-old" is 0. */
function yearsOf(view: SentenceView, quantity: TokenSpan<Quantity>): number | undefined {
  const { anchor } = quantity.value;
  const unit = wordAt(view, wordAt(view, quantity.last) === '-' ? quantity.last + 1 : quantity.last);
  if (anchor === undefined || !/^(?:month|week|day)/.test(unit)) return anchor;
  return unit.startsWith('month') ? Math.floor(anchor / monthsPerYear) : 0;
}

function determinerOf(token: Token): Determiner | undefined {
  if (indefinites.has(token.lower)) return 'indefinite';
  if (demonstratives.has(token.lower)) return 'definite';
  return possessives.has(token.lower) && token.pos !== 'PUNCT' ? 'possessive' : undefined;
}

/** Give where "a third", "the first", "his second" begins. */
function startOfOrdinal(view: SentenceView, at: number, floor: number): number {
  const before = at > floor ? view.tokens[at - 1] : undefined;
  return before !== undefined && determinerOf(before) !== undefined ? at - 1 : at;
}

/** Walk left from a head over its modifiers to its determiner; never past `floor`, a number or a predicate. */
export function findLeftEdge(view: SentenceView, head: number, floor: number): PhraseStart {
  let age: number | undefined;
  const edge = (first: number, determiner: Determiner): PhraseStart => ({
    first,
    determiner,
    ...(age === undefined ? {} : { age }),
  });
  let first = head;
  for (; first > floor && head - first < longestPhrase; first--) {
    const token = view.tokens[first - 1];
    if (token === undefined) break;
    const determiner = determinerOf(token);
    if (determiner !== undefined) return edge(first - 1, determiner);
    const quantity = view.quantityOver[first - 1];
    if (quantity?.quantity === 'ordinal') return edge(startOfOrdinal(view, quantity.first, floor), 'indefinite');
    if (quantity?.quantity === 'age') age = yearsOf(view, quantity);
    else if (quantity !== undefined || !isModifier(token) || isPredicate(view, first - 1, token)) break;
  }
  return edge(first, 'bare');
}
