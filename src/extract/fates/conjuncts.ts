import type { Finding } from '../finding.ts';
import { chainTo, type PeoplePhrase } from '../people/index.ts';
import type { SentenceView } from '../view.ts';

/** Tokens from a phrase to one that is joined to it. */
const jointReach = 12;

/** Tokens past a phrase that may belong to its compound noun. */
const compoundReach = 3;

/**
 * Tell whether a token is of a phrase: in it, at the end of its compound, or a thing that belongs to its people.
 *
 * Trees hang "four passengers" of "the driver of the van and four passengers" on the van.
 */
function isOf({ parse }: SentenceView, token: number, phrase: PeoplePhrase, before: number): boolean {
  if (token >= phrase.first && token < Math.min(before, phrase.last + compoundReach)) return true;
  const arc = parse?.arcs[token];
  return arc?.relation === 'nmod' && arc.head === phrase.head && parse?.people.has(token) !== true;
}

/** Tell whether the tree joins the head of one phrase to the other's: "three children, their mother and a neighbour". */
function isConjunct(view: SentenceView, { head }: PeoplePhrase, other: PeoplePhrase): boolean {
  const arcs = view.parse?.arcs ?? [];
  for (let at = head, step = 0; step < 2; step++) {
    const arc = arcs[at];
    if (arc === undefined || arc.head < 0) return false;
    // The tree may hang a compound on its last word, past the end of the phrase: "a female passer-by and the attendant".
    if (arc.relation === 'conj') return isOf(view, arc.head, other, at);
    if (arc.relation !== 'nummod' && arc.relation !== 'flat' && arc.relation !== 'appos') return false;
    at = arc.head;
  }
  return false;
}

/** Tell whether two phrases of a sentence, in either order, are members of one enumeration, by the tree or by the words between them. */
export function areJoined(
  view: SentenceView,
  groups: readonly PeoplePhrase[],
  one: PeoplePhrase,
  other: PeoplePhrase,
): boolean {
  const [left, right] = one.first <= other.first ? [one, other] : [other, one];
  if (right.first < left.last || right.first - left.last > jointReach) return false;
  if (isConjunct(view, right, left)) return true;
  const at = groups.indexOf(right);
  return at >= 0 && chainTo(view, groups, at).includes(left);
}

/**
 * Put what was added beside an enumeration into it, so that its members are summed: "killed 33 townsmen" and, added, "one stranger".
 *
 * Only a finding of the same fate takes a member in; `added` that join nothing stay findings of their own.
 */
export function joinConjuncts(
  view: SentenceView,
  groups: readonly PeoplePhrase[],
  kept: readonly Finding[],
  added: readonly Finding[],
): readonly Finding[] {
  const all = [...kept];
  for (const finding of added) {
    const [group] = finding.groups;
    const at = all.findLastIndex(
      (one) =>
        group !== undefined &&
        one.fate === finding.fate &&
        one.groups.some((member) => areJoined(view, groups, member, group)),
    );
    const whole = all[at];
    if (whole === undefined || group === undefined) all.push(finding);
    else
      all[at] = {
        ...whole,
        groups: [...whole.groups, group].sort((a, b) => a.first - b.first),
        from: Math.min(whole.from, group.first),
        to: Math.max(whole.to, group.last),
      };
  }
  return all;
}
