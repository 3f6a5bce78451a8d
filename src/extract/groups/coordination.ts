import type { SentenceView } from '../view.ts';
import { wordAt } from '../view.ts';
import type { Group } from './group.ts';

const joints: ReadonlySet<string> = new Set([
  ',',
  'and',
  '&',
  'plus',
  'or',
  ';',
  'well',
  'as',
  'along',
  'with',
  'both',
  'including',
]);
const weak: ReadonlySet<string> = new Set([',', 'as', 'with']);

/** Skip ", 22 ," and "of Harrowgate" between two coordinated names. */
function isFiller(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined) return false;
  if (/^\d{1,3}$/.test(token.form) || token.pos === 'PROPN' || /^[A-Z]/.test(token.form)) return true;
  return ['of', 'from', '(', ')'].includes(token.lower);
}

/** Tell whether two neighbouring groups are members of one enumeration. */
function areCoordinated(view: SentenceView, left: Group, right: Group): boolean {
  if (right.first - left.last > 9) return false;
  let joined = false;
  for (let at = left.last; at < right.first; at++) {
    const word = wordAt(view, at);
    if (joints.has(word)) joined ||= !weak.has(word) || word === ',';
    else if (!isFiller(view, at)) return false;
  }
  return joined;
}

/** Tell whether a word between two groups really joins them; commas alone are as often an apposition ("eleven people, eight of one family"). */
function areLinked(view: SentenceView, chain: readonly Group[]): boolean {
  // A headline saves its "and": "Man, toddler dead after crash".
  if (
    view.block === 'headline' &&
    chain.length > 1 &&
    chain.every((group) => group.singular && group.name === undefined)
  )
    return true;
  return chain.some((group, index) => {
    const next = chain[index + 1];
    if (next === undefined) return false;
    return view.tokens
      .slice(group.last, next.first)
      .some((token) => ['and', '&', 'plus', 'well', 'along', 'or'].includes(token.lower));
  });
}

/** Drop a bare plural that shares its neighbour's numeral: "22 teachers and pupils". */
function withoutShared(chain: readonly Group[]): readonly Group[] {
  return chain.some((group) => group.counted) ? chain.filter((group) => group.count !== undefined) : chain;
}

/** Collect the enumeration that begins at `groups[index]`, left to right. */
export function chainFrom(view: SentenceView, groups: readonly Group[], index: number): readonly Group[] {
  const chain: Group[] = [];
  for (let at = index; at < groups.length; at++) {
    const next = groups[at];
    const last = chain.at(-1);
    if (next === undefined || (last !== undefined && !areCoordinated(view, last, next))) break;
    chain.push(next);
  }
  return areLinked(view, chain) ? withoutShared(chain) : chain.slice(0, 1);
}

/** Collect the enumeration that ends at `groups[index]`, left to right. */
export function chainTo(view: SentenceView, groups: readonly Group[], index: number): readonly Group[] {
  const chain: Group[] = [];
  for (let at = index; at >= 0; at--) {
    const next = groups[at];
    const first = chain[0];
    if (next === undefined || (first !== undefined && !areCoordinated(view, next, first))) break;
    chain.unshift(next);
  }
  return areLinked(view, chain) ? withoutShared(chain) : chain.slice(-1);
}
