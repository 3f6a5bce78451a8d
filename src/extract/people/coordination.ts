import { type SentenceView, wordAt } from '../view.ts';
import type { PeoplePhrase } from './group.ts';
import { joints, links } from './words.ts';

/** Joints that join nothing by themselves: "as" of "as well as", "with" of "along with". */
const weak: ReadonlySet<string> = new Set(['as', 'with']);
const wholeNouns: ReadonlySet<string> = new Set(['', 'people', 'person', 'victim', 'individual']);
const fillers: ReadonlySet<string> = new Set(['of', 'from', '(', ')']);
const predicates: ReadonlySet<string> = new Set(['dead', 'including', 'after', 'when', 'as', 'missing', 'hurt']);
/** Tokens between two members of an enumeration. */
const jointReach = 9;

/** Skip ", 22 ," and "of Harrowgate" between two coordinated names. */
function isFiller(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined) return false;
  if (/^\d{1,3}$/.test(token.form)) return true;
  // Headlines print every word with a capital, predicates and "Including" too.
  if (view.block === 'headline' && (token.pos === 'VERB' || predicates.has(token.lower))) return false;
  if (token.pos === 'PROPN' || /^[A-Z]/.test(token.form)) return true;
  return fillers.has(token.lower);
}

/** Tell whether two neighbouring groups are members of one enumeration. */
function areCoordinated(view: SentenceView, left: PeoplePhrase, right: PeoplePhrase): boolean {
  if (right.first - left.last > jointReach) return false;
  let joined = false;
  for (let at = left.last; at < right.first; at++) {
    const word = wordAt(view, at);
    if (joints.has(word)) joined ||= !weak.has(word);
    else if (!isFiller(view, at)) return false;
  }
  return joined;
}

/** Tell whether a group of a headline may be one of a list: "woman, toddler", "3 children, 1 adult"; "5 people, 2 children" may be a whole and a part. */
function isListed({ singular, name, counted, noun, additional }: PeoplePhrase): boolean {
  if (name !== undefined) return false;
  return singular || (counted && (additional || !wholeNouns.has(noun)));
}

/** Tell whether a word between two groups really joins them; commas alone are as often an apposition ("eleven people, eight of one family"). */
function areLinked(view: SentenceView, chain: readonly PeoplePhrase[]): boolean {
  // A headline saves its "and": "Man, toddler dead after crash".
  if (view.block === 'headline' && chain.length > 1 && chain.every(isListed)) return true;
  return chain.some((group, index) => {
    const next = chain[index + 1];
    for (let at = group.last; next !== undefined && at < next.first; at++) if (links.has(wordAt(view, at))) return true;
    return false;
  });
}

/** Drop a bare plural that shares its neighbour's numeral: "22 teachers and pupils". */
function withoutShared(chain: readonly PeoplePhrase[]): readonly PeoplePhrase[] {
  return chain.some((group) => group.counted) ? chain.filter((group) => group.count !== undefined) : chain;
}

/** "Ten were killed including a child and 37 others were hurt": the others are not among those included. */
function isBesideIncluded(view: SentenceView, left: PeoplePhrase, right: PeoplePhrase): boolean {
  return right.additional && wordAt(view, left.first - 1) === 'including';
}

/** Collect the enumeration that begins at `groups[index]`, left to right. */
export function chainFrom(view: SentenceView, groups: readonly PeoplePhrase[], index: number): readonly PeoplePhrase[] {
  const chain: PeoplePhrase[] = [];
  for (let at = index; at < groups.length; at++) {
    const next = groups[at];
    const last = chain.at(-1);
    if (next === undefined || (last !== undefined && !areCoordinated(view, last, next))) break;
    if (last !== undefined && isBesideIncluded(view, last, next)) break;
    chain.push(next);
  }
  return areLinked(view, chain) ? withoutShared(chain) : chain.slice(0, 1);
}

/** Collect the enumeration that ends at `groups[index]`, left to right. */
export function chainTo(view: SentenceView, groups: readonly PeoplePhrase[], index: number): readonly PeoplePhrase[] {
  const chain: PeoplePhrase[] = [];
  for (let at = index; at >= 0; at--) {
    const next = groups[at];
    const first = chain[0];
    if (next === undefined || (first !== undefined && !areCoordinated(view, next, first))) break;
    if (first !== undefined && isBesideIncluded(view, next, first)) break;
    chain.unshift(next);
  }
  return areLinked(view, chain) ? withoutShared(chain) : chain.slice(-1);
}
